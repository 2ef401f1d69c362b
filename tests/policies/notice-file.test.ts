import { zipSync } from 'fflate'
import { describe, expect, test } from 'vitest'
import { calendarSeed } from '#workflows/deadlines/calendar-seed.ts'
import { doubtOf } from '#workflows/deadlines/holiday-balance.ts'
import { exceptionsIn, readNotice } from '#workflows/deadlines/holiday-notice.ts'
import { textOfNoticeFile } from '#workflows/imports/notice-file.ts'
import { NOTICES } from './state-council-notices.ts'

const NOTICE = NOTICES[2026] ?? ''
const shape = (days: readonly { day: string; working: boolean }[]) =>
  days.map(({ day, working }) => `${day} ${working}`).sort()
const seedOf = (year: number) => shape(calendarSeed().days.filter(({ day }) => day.startsWith(`${year}-`)))
/** What a file would have stored, and what is wrong with it. */
function storedBy(bytes: Buffer, year = 2026) {
  const read = textOfNoticeFile(bytes, year)
  if ('problem' in read) return read
  const { days, faults } = readNotice(read.text, year)
  return { days: shape(exceptionsIn(days)), faults }
}
const AS_SEEDED = { days: seedOf(2026), faults: [] }

/** JavaScript reads GBK and does not write it: its pairs of bytes, the other way round. */
function inGbk(text: string): Buffer {
  const pairs = new Map<string, number[]>()
  const decoder = new TextDecoder('gbk')
  for (let lead = 0x81; lead <= 0xfe; lead += 1)
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const letter = decoder.decode(Uint8Array.of(lead, trail))
      if (letter.length === 1) pairs.set(letter, [lead, trail])
    }
  return Buffer.from([...text].flatMap((letter) => pairs.get(letter) ?? [letter.charCodeAt(0)]))
}

const page = (charset: string) => `<!DOCTYPE html><html><head><meta charset="${charset}"><title>通知_中国政府网</title>
<style>.x{width:1px}</style></head><body><div class="nav">首页 政策 国务院</div><span>2025-11-04 22:15</span>
<h1>国务院办公厅关于2026年部分节假日安排的通知</h1>${NOTICE.split('\n')
  .map((line) => `<p style="text-indent:2em">　　${line}</p>`)
  .join('')}<p>2025-11-04</p><div>扫一扫在手机打开当前页</div></body></html>`

const docx = (xml: string) =>
  Buffer.from(
    zipSync({
      '[Content_Types].xml': Buffer.from('<Types/>'),
      'word/document.xml': Buffer.from(`<?xml version="1.0"?><w:document><w:body>${xml}</w:body></w:document>`),
    }),
  )
/** Word numbers paragraphs by itself and parts a sentence wherever somebody once put the cursor. */
const asWord = NOTICE.split('\n')
  .map((line) => line.replace(/^[一二三四五六七]、/, ''))
  .map((line) => {
    const runs = [line.slice(0, 7), line.slice(7)].map(
      (run) => `<w:r><w:rPr/><w:t xml:space="preserve">${run}</w:t></w:r>`,
    )
    return `<w:p><w:pPr><w:numPr/></w:pPr>${runs.join('')}</w:p>`
  })
  .join('')

const entry = (summary: string, from: string, to: string) =>
  `BEGIN:VEVENT\r\nUID:${from}\r\nDTSTART;VALUE=DATE:${from}\r\nDTEND;VALUE=DATE:${to}\r\nSUMMARY:${summary}\r\nEND:VEVENT`
const ENTRIES = [
  entry('元旦（休）', '20260101', '20260104'),
  entry('元旦（班）', '20260104', '20260105'),
  entry('除夕', '20260216', '20260217'),
  entry('春节（休）', '20260215', '20260224'),
  entry('春节（班）', '20260214', '20260215'),
  entry('春节（班）', '20260228', '20260301'),
  entry('清明（休）', '20260404', '20260407'),
  entry('劳动节（休）', '20260501', '20260506'),
  entry('劳动节（班）', '20260509', '20260510'),
  entry('端午节（休）', '20260619', '20260622'),
  entry('中秋节（休）', '20260925', '20260928'),
  entry('国庆节（班）', '20260920', '20260921'),
  entry('国庆节（休）', '20261001', '20261008'),
  entry('国庆节（班）', '20261010', '20261011'),
  entry('元旦（休）', '20270101', '20270104'),
  entry('国庆节（休）', '20251001', '20251009'),
]
const calendar = (entries: readonly string[]) =>
  Buffer.from(`BEGIN:VCALENDAR\r\nVERSION:2.0\r\n${entries.join('\r\n')}\r\nEND:VCALENDAR\r\n`)

describe('the notice as a file gives the same days as the notice pasted', () => {
  test.each([
    [
      'a text file in UTF-8, with a mark in front and lines of Windows',
      Buffer.from(`\ufeff${NOTICE.replaceAll('\n', '\r\n')}`),
    ],
    ['a text file in GBK', inGbk(NOTICE)],
    ['a text file in UTF-16', Buffer.from(`\ufeff${NOTICE}`, 'utf16le')],
    ['a web page', Buffer.from(page('utf-8'))],
    ['a web page in GBK that says it is UTF-8', inGbk(page('utf-8'))],
    ['a web page in UTF-8 that says it is GB2312', Buffer.from(page('gb2312'))],
    ['a Word document', docx(asWord)],
    ['a calendar of several years', calendar(ENTRIES)],
    [
      'with digits of full width and blanks between',
      Buffer.from(NOTICE.replaceAll('1月', '１ 月').replaceAll('日（', ' 日（')),
    ],
  ])('%s', (_, bytes) => expect(storedBy(bytes)).toEqual(AS_SEEDED))
})

test('two holidays that merge keep both names where Word numbers the paragraphs', () => {
  const merged = docx(
    (NOTICES[2025] ?? '').replace(/^[一二三四五六]、/gm, '').replace(/(.+)/g, '<w:p><w:r><w:t>$1</w:t></w:r></w:p>'),
  )
  expect(storedBy(merged, 2025)).toEqual({ days: seedOf(2025), faults: [] })
})

describe('a file that says nothing for sure is refused with the reason', () => {
  test.each([
    ['an empty one', Buffer.alloc(0), 'empty'],
    ['a larger one than any notice', Buffer.alloc(2 * 1024 * 1024 + 1, 'a'), 'tooLarge'],
    ['a PDF', Buffer.from('%PDF-1.7\n'), 'pdf'],
    ['old Word', Buffer.from('d0cf11e0a1b11ae1', 'hex'), 'oldWord'],
    ['a packed file that is no document', Buffer.from(zipSync({ 'a.txt': Buffer.from('x') })), 'notANotice'],
    ['a packed file that is torn', docx(asWord).subarray(0, 80), 'notANotice'],
    ['bytes in no encoding', Buffer.from('81ff81ff20ffff0a81ff', 'hex'), 'encoding'],
  ])('%s', (_, bytes, problem) => expect(textOfNoticeFile(bytes, 2026)).toEqual({ problem }))

  test('a document that unpacks to far more than it is, is not unpacked', () => {
    const bomb = docx(`<w:p><w:r><w:t>${'0'.repeat(9 * 1024 * 1024)}</w:t></w:r></w:p>`)
    expect(bomb.length).toBeLessThan(100_000)
    expect(textOfNoticeFile(bomb, 2026)).toEqual({ problem: 'notANotice' })
  })
})

describe('a calendar that contradicts itself or leaves a day out', () => {
  const faults = (entries: readonly string[]) => {
    const stored = storedBy(calendar(entries))
    return 'faults' in stored ? stored.faults.map(({ problem, what }) => `${problem} ${what}`) : stored
  }

  test('that is off and worked on one day is named by that day', () =>
    expect(faults([...ENTRIES, entry('劳动节（班）', '20260504', '20260505')])).toEqual(
      expect.arrayContaining(['contradicts 2026-05-04', 'workOnWeekday 2026-05-04']),
    ))

  test('without one of the seven holidays says which', () =>
    expect(faults(ENTRIES.filter((each) => !each.includes('端午')))).toEqual(['leftOut 端午']))

  test('with a day that there is not says so', () =>
    expect(faults([...ENTRIES, entry('春节（休）', '20260230', '20260231')])).toEqual(['noSuchDay 2026-02-30']))

  test('of another year holds nothing of this one', () =>
    expect(storedBy(calendar(ENTRIES), 2028)).toMatchObject({ days: [], faults: [{ problem: 'nothing' }] }))
})

describe('《全国年节及纪念日放假办法》第二条: eleven days, thirteen since 2025', () => {
  const doubt = (text: string, year: number) => doubtOf(exceptionsIn(readNotice(text, year).days), year)

  test.each([2019, 2021, 2022, 2023, 2024, 2025, 2026])('the notice of %i gives exactly these', (year) => {
    expect(doubt(NOTICES[year] ?? '', year)).toBeNull()
  })

  test('a Saturday worked that is left out, or a day off, is noticed', () => {
    expect(doubt(NOTICE.replace('5月9日（周六）上班。', ''), 2026)).toEqual({
      off: 19,
      worked: 5,
      given: 14,
      lawful: 13,
    })
    expect(
      doubt(NOTICE.replace('至23日（农历正月初七、周一）放假调休，共9天', '至22日（周日）放假调休，共8天'), 2026),
    ).toEqual({
      off: 18,
      worked: 6,
      given: 12,
      lawful: 13,
    })
  })

  test('a holiday that the State Council prolonged (2020) is a doubt that people decide', () => {
    expect(doubt(NOTICES[2020] ?? '', 2020)).toEqual({ off: 19, worked: 6, given: 13, lawful: 11 })
  })
})
