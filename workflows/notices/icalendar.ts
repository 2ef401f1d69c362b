import { addDays, type Day } from '#workflows/clock.ts'

/** One whole day; `uid` is the same however often the calendar is fetched. */
export type Entry = { uid: string; on: Day; summary: string /** it may still move */; provisional: boolean }
export type CalendarText = { name: string; stamp: Date; entries: readonly Entry[] }

const LONGEST_LINE = 75
/** A calendar without any component is none (RFC 5545, 3.6), and on some days nothing falls due. */
const ZONE = [
  'BEGIN:VTIMEZONE',
  'TZID:Asia/Shanghai',
  'BEGIN:STANDARD',
  'DTSTART:19700101T000000',
  'TZOFFSETFROM:+0800',
  'TZOFFSETTO:+0800',
  'TZNAME:CST',
  'END:STANDARD',
  'END:VTIMEZONE',
]
const PRODUCT = '-//Huiyin//Dates//ZH'

/**
 * An iCalendar object (RFC 5545) of whole days that take no time and ring no bell. Days are days: they mean the same
 * wherever the calendar is read.
 */
export function icalendar({ name, stamp, entries }: CalendarText): string {
  const at = stamp.toISOString().replace(/[-:]|\.\d+/g, '')
  const lines = [
    'BEGIN:VCALENDAR',
    'VERSION:2.0',
    `PRODID:${PRODUCT}`,
    'CALSCALE:GREGORIAN',
    'METHOD:PUBLISH',
    `X-WR-CALNAME:${escaped(name)}`,
    'X-WR-TIMEZONE:Asia/Shanghai',
    'REFRESH-INTERVAL;VALUE=DURATION:PT6H',
    ...ZONE,
    ...entries.flatMap(({ uid, on, summary, provisional }) => [
      'BEGIN:VEVENT',
      `UID:${uid}`,
      `DTSTAMP:${at}`,
      `DTSTART;VALUE=DATE:${compact(on)}`,
      `DTEND;VALUE=DATE:${compact(addDays(on, 1))}`,
      `SUMMARY:${escaped(summary)}`,
      ...(provisional ? ['STATUS:TENTATIVE'] : []),
      'CLASS:PRIVATE',
      'TRANSP:TRANSPARENT',
      'END:VEVENT',
    ]),
    'END:VCALENDAR',
  ]
  return lines.map((line) => `${folded(line)}\r\n`).join('')
}

const compact = (day: Day) => day.replaceAll('-', '')
const escaped = (text: string) => text.replace(/[\\;,]/g, (sign) => `\\${sign}`).replace(/\r?\n/g, '\\n')

/** Lines of at most 75 octets, and no character torn apart. */
function folded(line: string): string {
  const parts: string[] = []
  let part = ''
  for (const character of line) {
    if (Buffer.byteLength(part + character) > LONGEST_LINE) {
      parts.push(part)
      part = ' '
    }
    part += character
  }
  return [...parts, part].join('\r\n')
}
