import { describe, expect, test } from 'vitest'
import { calendarSeed } from '#workflows/deadlines/calendar-seed.ts'
import { exceptionsIn, readNotice } from '#workflows/deadlines/holiday-notice.ts'
import { NOTICES } from './state-council-notices.ts'

const LINES_2027 = `2027-01-01 休 元旦
2027-02-05 休 春节
2027-04-05 休 清明节
2027-05-03 休 劳动节
2027-06-09 休 端午节
2027-09-15 休 中秋节
2027-10-01 休 国庆节
2027-10-09 班`
const seedOf = (year: number) => calendarSeed().days.filter(({ day }) => day.startsWith(`${year}-`))
const shape = (days: readonly { day: string; working: boolean }[]) =>
  days.map(({ day, working }) => `${day} ${working}`)
const faultsOf = (text: string, year = 2027) =>
  readNotice(text, year).faults.map(({ line, problem, what }) => `${line ?? '-'} ${problem} ${what}`)

describe('the notice of the State Council', () => {
  test('of 2026 is read as it was published, day by day as the library has it', () => {
    const { days, faults } = readNotice(NOTICES[2026] ?? '', 2026)
    expect(faults).toEqual([])
    expect(shape(exceptionsIn(days))).toEqual(shape(seedOf(2026)))
  })

  test.each([2018, 2019, 2021, 2022, 2023, 2024, 2025, 2026])(
    'of %i written as lines gives the same calendar',
    (year) => {
      const text = seedOf(year).map(({ day, working, name }) => `${day} ${working ? '班' : '休'} ${name ?? ''}`)
      expect(shape(exceptionsIn(readNotice(text.join('\n'), year).days))).toEqual(shape(seedOf(year)))
    },
  )

  test('may begin in the year before', () => {
    const { days, faults } = readNotice(
      `一、元旦：2026年12月31日至2027年1月2日放假调休，共3天。\n${LINES_2027.replace('2027-01-01 休 元旦\n', '')}`,
      2027,
    )
    expect(faults).toEqual([])
    expect(days.map(({ day }) => day).slice(0, 3)).toEqual(['2026-12-31', '2027-01-01', '2027-01-02'])
  })
})

describe('a contradiction is named by its line', () => {
  test.each([
    ['nothing at all', '各位同事大家好', ['- nothing ']],
    ['a line that says neither 休 nor 班', `${LINES_2027}\n2027-12-24 圣诞`, ['9 unreadable 2027-12-24 圣诞']],
    ['a day that there is not', `${LINES_2027}\n2027-02-30 休 春节`, ['9 noSuchDay 2027-02-30']],
    ['a day twice', `${LINES_2027}\n2027-01-01 休 元旦`, ['9 twice 2027-01-01']],
    ['a day both off and worked', `${LINES_2027}\n2027-10-09 休 国庆节`, ['9 contradicts 2027-10-09']],
    ['work in lieu on a Wednesday', `${LINES_2027}\n2027-10-13 班`, ['9 workOnWeekday 2027-10-13']],
    ['a day of another year', `${LINES_2027}\n2028-01-03 休 元旦`, ['9 wrongYear 2028-01-03']],
    ['a holiday left out', LINES_2027.replace('2027-06-09 休 端午节\n', ''), ['- leftOut 端午']],
    ['a count that does not add up', `${LINES_2027}\n八、国庆节：10月4日至7日放假，共3天。`, ['9 count 共3天（4）']],
    ['a weekday that it is not', `${LINES_2027}\n八、国庆节：10月4日（周五）放假。`, ['9 weekday 2027-10-04 周五']],
    ['an end before its beginning', `${LINES_2027}\n八、国庆节：10月7日至4日放假。`, ['9 unreadable 10月7日至4日']],
  ])('%s', (_, text, faults) => expect(faultsOf(text)).toEqual(faults))

  const MAY = '四、劳动节：5月1日（周六）至4日（周二）放假调休，共4天。5月5日（周三）调休，5月8日（周六）补班。'
  const without = (holiday: string) => LINES_2027.replace(new RegExp(`^.*${holiday}.*\n?`, 'm'), '')
  const daysOf = (text: string) =>
    readNotice(text, 2027).days.map(({ day, working }) => `${day.slice(5)} ${working ? '班' : '休'}`)

  test('a day that is off or worked by another word than usual is not lost', () => {
    const text = `${without('劳动')}\n${MAY}`
    expect(faultsOf(text)).toEqual([])
    expect(daysOf(text)).toEqual(expect.arrayContaining(['05-04 休', '05-05 休', '05-08 班']))
  })
  test.each([
    ['10月9日、10日上班', ['10-09 班', '10-10 班']],
    ['2月20日（周六）、28日（周日）上班', ['02-20 班', '02-28 班']],
    ['9月26日（星期日）、10月9日（星期六）上班', ['09-26 班', '10-09 班']],
    ['6月12日及13日补班', ['06-12 班', '06-13 班']],
  ])('the second day of 「%s」 has the month of the first', (said, days) => {
    const text = `${without('2027-10-09')}\n${said}。`
    expect(daysOf(text)).toEqual(expect.arrayContaining(days))
    expect(faultsOf(text)).toEqual([])
  })
  test.each([
    ['12月24日（周五）为平安夜', '12月24日（周五）为平安夜'],
    ['10月1日至7日放假10月9日上班', '10月1日至7日放假10月9日上班'],
    ['10月16日（周六）调休', '10月16日（周六）调休'],
    ['5月8日（周六）正常工作', '5月8日（周六）正常工作'],
    ['5月8日（周六）上班，另15日（周六）上班', '15日（周六）'],
  ])('「%s」 holds a day that nothing made of it, and is named', (said, what) => {
    expect(faultsOf(`${LINES_2027}\n${said}。`)).toContain(`9 unreadable ${what}`)
  })
  test('its heading, its number, its greeting and the day it is signed are none', () => {
    const head =
      '国务院办公厅关于2027年部分节假日安排的通知\n国办发明电〔2026〕7号\n各省、自治区、直辖市人民政府：\n经国务院批准，现将2027年元旦等放假调休日期的具体安排通知如下。'
    const foot =
      '节假日期间，各地区、各部门要妥善安排好值班。\n国务院办公厅\n2026年11月4日\n（2026年11月4日印发）\n来源：新华社 2026年11月4日 10:00'
    expect(faultsOf(`${head}\n${LINES_2027}\n${foot}`)).toEqual([])
  })

  test('and a text without any is taken', () => expect(faultsOf(LINES_2027)).toEqual([]))
})
