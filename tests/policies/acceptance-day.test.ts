import fc from 'fast-check'
import { describe, expect, test } from 'vitest'
import type { Complexity } from '#workflows/case/names.ts'
import { addDays, type Day, mondayOf } from '#workflows/clock.ts'
import { lengthOf } from '#workflows/deadlines/catalogue.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { latestDue } from '#workflows/deadlines/latest.ts'
import { isWorkingDay } from '#workflows/deadlines/working-days.ts'
import { datesOf } from '#workflows/engine/dates.ts'
import { explainDate } from '#workflows/reading/date-explained.ts'

const CASES = 1000
const ISSUED = '2026-07-06'
const calendar = calendarOfSeed()

/** A letter of the same day about a case accepted some time before it, extended up to twice. */
const aCase = fc.record({
  acceptedOn: fc.integer({ min: 1, max: 58 }).map((days) => addDays(ISSUED, -days)),
  complexity: fc.constantFrom('easy' as const, 'standard' as const, 'complex' as const),
  extended: fc.integer({ min: 0, max: 2 }),
})
type Case = { acceptedOn: Day; complexity: Complexity; extended: number }

/** Every date that the unit is shown one after the other, with its sentence and the days on which it is reminded. */
function seenByUnit({ acceptedOn, complexity, extended }: Case): string {
  const shown: unknown[] = []
  let row: ReturnType<typeof dated> | undefined
  for (let times = 0; times <= extended; times += 1) {
    row = dated(row)
    const { due_on, days, rings_on, provisional } = row
    const time = { acceptedOn, reopenedOn: null, extended: times > 0 }
    shown.push({ due_on, days, rings_on, provisional, ...explainDate(calendar, row, time) })
  }
  return JSON.stringify([complexity, extended, shown])

  function dated(before: ReturnType<typeof onlyDate> | undefined) {
    const dates = datesOf({
      row: { id: 'c', kind: 'B11', complexity, accepted_on: acceptedOn, closed_on: null },
      live: before ? [before] : [],
      acts: [],
      rules: {
        calendar,
        lengths: () => ({ days: lengthOf('rectification', complexity), source: 'default', ladder: null }),
      },
      today: ISSUED,
    })
    if (before) dates.move('rectification', 'territory', 7)
    else dates.set('rectification', 'territory')
    return onlyDate(dates)
  }
}
function onlyDate(dates: ReturnType<typeof datesOf>) {
  const [row] = [...dates.written().added, ...dates.written().changed]
  if (!row) throw new Error('no date')
  return { ...row, id: 'd' }
}

/** How often the best guess at the day is right, and how many bits are known of it, to whoever sees `view` of each case. */
function told(cases: readonly Case[], view: (one: Case) => string) {
  const views = groups(cases, view)
  const entropy = (some: readonly Case[]) =>
    counts(some).reduce((sum, count) => sum - (count / some.length) * Math.log2(count / some.length), 0)
  let right = 0
  let left = 0
  for (const some of views.values()) {
    right += Math.max(...counts(some))
    left += (some.length / cases.length) * entropy(some)
  }
  return { right: right / cases.length, bits: entropy(cases) - left }
}
const counts = (cases: readonly Case[]) =>
  [...groups(cases, ({ acceptedOn }) => acceptedOn).values()].map((all) => all.length)
function groups(cases: readonly Case[], by: (one: Case) => string) {
  const found = new Map<string, Case[]>()
  for (const one of cases) found.set(by(one), [...(found.get(by(one)) ?? []), one])
  return found
}

describe('What a unit reads of the dates of its letter', () => {
  test('tells the day of acceptance no better than its week does, in a thousand cases', () => {
    const onWorkingDays = aCase.filter(({ acceptedOn }) => isWorkingDay(calendar, acceptedOn))
    const cases = fc.sample(onWorkingDays, CASES)
    const whatWasDecided = ({ complexity, extended }: Case) => `${complexity} ${extended}`
    const byWeek = told(cases, (one) => `${whatWasDecided(one)} ${mondayOf(one.acceptedOn)}`)
    const byUnit = told(cases, seenByUnit)
    expect(byUnit.right).toBeLessThanOrEqual(byWeek.right)
    expect(byUnit.bits).toBeLessThanOrEqual(byWeek.bits)
    // the limit did shorten dates: there was something to tell
    expect(byUnit.bits).toBeGreaterThan(told(cases, whatWasDecided).bits)
  })

  test('is the same for any two days of one week', () => {
    fc.assert(
      fc.property(aCase, (one) => {
        for (let day = 0; day < 7; day += 1)
          expect(seenByUnit({ ...one, acceptedOn: addDays(mondayOf(one.acceptedOn), day) })).toBe(seenByUnit(one))
      }),
    )
  })

  test('never passes the limit of the law, and falls short of it by less than nine days', () => {
    fc.assert(
      fc.property(aCase, fc.boolean(), fc.boolean(), ({ acceptedOn }, extended, again) => {
        const from: Day = again ? addDays(acceptedOn, 100) : acceptedOn
        const latest = latestDue('rectification', { acceptedOn, reopenedOn: again ? from : null, extended })
        const limit = addDays(from, extended ? 90 : 60)
        expect(latest! <= limit).toBe(true)
        expect(addDays(latest!, 9) > limit).toBe(true)
        expect(mondayOf(latest!)).toBe(addDays(latest!, -4))
      }),
    )
  })
})
