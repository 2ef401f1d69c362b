import { afterEach, beforeEach, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { readMailDomains } from '#workflows/reading/mail-domains.ts'
import { readSettingsRecord } from '#workflows/reading/settings-record.ts'
import { addMailDomain, removeMailDomain } from '#workflows/settings-desk/mail-domains.ts'

let town: Town
beforeEach(async () => {
  town = await aTown()
})
afterEach(() => town.close())

const UNIT = unitId('990301')
const by = () => town.officer('administrator')
const add = (domain: string, unit = UNIT, request?: string) =>
  addMailDomain(town.house, by(), { domain, unit }, { request })
const domains = async () => (await readMailDomains(town.house)).domains.map(({ domain }) => domain)

test('the sample town has some', async () => {
  expect(await domains()).toEqual(['wangchuan.example', 'yunlan-city.example'])
})

test('a domain is added and removed, each once on the record, with who did it', async () => {
  expect(await add('  Zhang@Mail.Office.EXAMPLE ', UNIT, 'one form of ours')).toMatchObject({ kind: 'changed' })
  expect(await add('  Zhang@Mail.Office.EXAMPLE ', UNIT, 'one form of ours')).toMatchObject({ kind: 'changed' })
  expect(await domains()).toContain('mail.office.example')
  await removeMailDomain(town.house, by(), 'mail.office.example', {})
  await removeMailDomain(town.house, by(), 'mail.office.example', {})
  expect(await domains()).not.toContain('mail.office.example')
  const { rows } = await readSettingsRecord(town.house, { subject: 'units', before: null })
  expect(rows.map(({ type, subject }) => ({ type, subject }))).toEqual([
    { type: 'removeMailDomain', subject: 'mail.office.example' },
    { type: 'addMailDomain', subject: 'mail.office.example' },
  ])
})

test.each([
  ['', 'missing'],
  ['not a domain', 'wrong'],
  ['cn', 'wrong'],
  ['qq.com', 'public'],
  ['li@163.com', 'public'],
  ['wangchuan.example', 'taken'],
])('what is no domain of a unit is refused, beside its field: %s', async (domain, problem) => {
  const before = await domains()
  expect(await add(domain)).toMatchObject({ code: 'invalid', faults: [{ field: 'domain', problem }] })
  expect(await domains()).toEqual(before)
})

test('names in Chinese are kept as the network writes them, and a unit there must be', async () => {
  await add('中国.example')
  expect(await domains()).toContain('xn--fiqs8s.example')
  expect(await add('other.example', 'nothing')).toMatchObject({ faults: [{ field: 'unit', problem: 'noUnit' }] })
})
