import fc from 'fast-check'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { listUnits } from '#db/read/units.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { hoursOf, isOfficeHour, nextOfficeHour, TOWN_HOURS } from '#workflows/notices/office-hours.ts'
import { HOUR_FIELDS, type HoursTyped, readHours, typedOf } from '#workflows/notices/typed-hours.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { readUnit } from '#workflows/reading/unit-page.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { setOfficeHours } from '#workflows/settings-desk/office-hours.ts'
import { settingsRecord } from './settings-record.ts'

const COUNTY = unitId('990301')
const TOWNSHIP = unitId('990301001')
const OTHER_COUNTY = unitId('990302')
const NONE = { opens: '', noon: '', afternoon: '', closes: '' }
const SUMMER = { opens: '08:00', noon: '12:00', afternoon: '15:00', closes: '18:00' }

let town: Town
beforeAll(async () => {
  town = await aTown({ on: '2026-06-01' })
})
afterAll(() => town.close())

const page = async (id: string) => {
  const found = await readUnit(town.house, id)
  if (!found) throw new Error('no unit')
  return found
}
const set = async (id: string, typed: HoursTyped, seen?: number) =>
  setOfficeHours(town.house, town.officer('tongyue'), id, typed, { seen: seen ?? (await page(id)).unit.revision })
const hours = async (id: string) => hoursOf(await listUnits(town.db), id)

test('until somebody says otherwise a unit goes by the town’s hours, and its page says whose they are', async () => {
  expect(await hours(TOWNSHIP)).toEqual(TOWN_HOURS)
  expect((await page(TOWNSHIP)).hours).toEqual({ own: null, inForce: '08:30–17:30', from: null })
})

test('a unit’s hours are those of every unit below it that has none of its own, from today on and on record', async () => {
  expect(await set(COUNTY, SUMMER)).toMatchObject({ kind: 'changed' })
  const { name } = (await page(COUNTY)).unit
  expect((await page(TOWNSHIP)).hours).toEqual({ own: null, inForce: '08:00–12:00 15:00–18:00', from: name })
  expect((await page(COUNTY)).hours).toMatchObject({ from: null, own: [{ opens: '08:00' }, { closes: '18:00' }] })
  expect(await hours(OTHER_COUNTY)).toEqual(TOWN_HOURS)
  expect((await settingsRecord(town)).at(-1)).toMatchObject({
    type: 'changeOfficeHours',
    by: town.officer('tongyue').id,
    said: expect.stringContaining('08:00–12:00 15:00–18:00'),
  })
  expect((await page(COUNTY)).history.map(({ from, hours: were, by }) => [from, were, by])).toEqual([
    ['2026-06-01', '08:00–12:00 15:00–18:00', '童悦'],
    [null, null, null],
  ])
})

test('emptied, it goes by those above it again, and what it had stands in its history', async () => {
  expect(await set(TOWNSHIP, { ...NONE, opens: '09:00', closes: '16:00' })).toMatchObject({ kind: 'changed' })
  expect(await hours(TOWNSHIP)).toEqual([{ opens: '09:00', closes: '16:00' }])
  expect(await set(TOWNSHIP, NONE)).toMatchObject({ kind: 'changed' })
  expect(await hours(TOWNSHIP)).toEqual(await hours(COUNTY))
  expect((await page(TOWNSHIP)).history.map(({ hours: were }) => were)).toEqual([null, '09:00–16:00', null])
})

test('saying what is so already changes nothing, and whoever comes second is told who was first', async () => {
  const { revision } = (await page(COUNTY)).unit
  const before = (await settingsRecord(town)).length
  expect(await set(COUNTY, SUMMER)).toMatchObject({ kind: 'changed', revision })
  expect((await settingsRecord(town)).length).toBe(before)
  expect(await set(COUNTY, { ...SUMMER, closes: '17:30' })).toMatchObject({ kind: 'changed' })
  expect(await set(COUNTY, NONE, revision)).toMatchObject({
    code: 'stale',
    meanwhile: [{ by: '童悦', type: 'changeOfficeHours', differences: [{ field: 'hours' }] }],
  })
  expect(await setOfficeHours(town.house, town.officer('tongyue'), 'nothing', NONE, { seen: 1 })).toMatchObject({
    code: 'unknown',
  })
})

describe('hours that cannot be', () => {
  test.each([
    ['an end before its beginning', { ...SUMMER, noon: '07:30' }, [{ field: 'noon', problem: 'hourOrder' }]],
    ['an afternoon in the morning', { ...SUMMER, afternoon: '11:30' }, [{ field: 'afternoon', problem: 'hourOrder' }]],
    [
      'a day that ends when it begins',
      { ...NONE, opens: '09:00', closes: '09:00' },
      [{ field: 'closes', problem: 'hourOrder' }],
    ],
    ['a break without its end', { ...SUMMER, afternoon: '' }, [{ field: 'afternoon', problem: 'hourMissing' }]],
    ['only when it opens', { ...NONE, opens: '08:00' }, [{ field: 'closes', problem: 'hourMissing' }]],
    ['no time of day', { ...SUMMER, closes: '25:00' }, [{ field: 'closes', problem: 'hour' }]],
    ['hardly any', { ...NONE, opens: '09:00', closes: '09:30' }, [{ field: 'closes', problem: 'tooFewHours' }]],
  ])('%s stores nothing and says beside which field', async (_, typed, faults) => {
    const before = await page(COUNTY)
    expect(await set(COUNTY, typed)).toMatchObject({ code: 'invalid', faults })
    expect(await page(COUNTY)).toEqual(before)
  })

  test('whatever is typed is either refused or read back as it was typed', () => {
    const time = fc.oneof(
      fc.constant(''),
      fc
        .integer({ min: 0, max: 1439 })
        .map((m) => [m / 60, m % 60].map((n) => String(Math.floor(n)).padStart(2, '0')).join(':')),
    )
    fc.assert(
      fc.property(fc.record({ opens: time, noon: time, afternoon: time, closes: time }), (typed) => {
        const read = readHours(typed)
        if ('faults' in read) {
          expect(read.faults.filter(({ field }) => !HOUR_FIELDS.includes(field))).toEqual([])
          return
        }
        expect(typedOf(read.hours)).toEqual(typed)
        const calendar = calendarOfSeed()
        const opening = nextOfficeHour(calendar, read.hours ?? TOWN_HOURS, new Date('2026-10-02T00:00:00+08:00'))
        expect(isOfficeHour(calendar, read.hours ?? TOWN_HOURS, opening)).toBe(true)
      }),
    )
  })
})
