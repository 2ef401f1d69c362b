import { expect, test } from 'vitest'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { explainEn, explainZh } from '#workflows/deadlines/explain.ts'
import { addWorkingDays } from '#workflows/deadlines/working-days.ts'

const calendar = calendarOfSeed()

test('a date across National Day names the holiday and the Saturday that is worked', () => {
  const counted = addWorkingDays(calendar, '2026-09-29', 15)
  expect(explainZh('2026-09-29', 15, counted)).toBe('15个工作日:9月29日起,跨国庆,含10月10日补班,至10月26日')
  expect(explainEn('2026-09-29', 15, counted)).toBe(
    '15 working days from 29 September, across National Day, with 10 October worked in lieu, to 26 October',
  )
})

test('a date in ordinary weeks says only its two ends', () => {
  expect(explainZh('2026-07-06', 1, addWorkingDays(calendar, '2026-07-06', 1))).toBe('1个工作日:7月6日起,至7月7日')
  expect(explainEn('2026-07-06', 1, addWorkingDays(calendar, '2026-07-06', 1))).toBe(
    '1 working day from 6 July, to 7 July',
  )
})

test('a date in a year without a notice says its year and that it may still move', () => {
  const counted = addWorkingDays(calendar, '2026-12-30', 3)
  expect(explainZh('2026-12-30', 3, counted)).toBe(
    '3个工作日:12月30日起,至2027年1月4日(放假安排尚未公布,暂按周一至周五推算)',
  )
  expect(explainEn('2026-12-30', 3, counted)).toContain('4 January 2027 (holidays not yet announced')
})
