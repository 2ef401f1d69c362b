/** What a person needs of an invitation (RFC 5545), and in what words it is told. */
const TOLD = [
  ['SUMMARY', '日程'],
  ['DTSTART', '开始'],
  ['DTEND', '结束'],
  ['LOCATION', '地点'],
  ['DESCRIPTION', '说明'],
] as const

/** The events of a calendar as lines to read; empty where it holds none. */
export function textOfCalendar(calendar: string): string {
  const events = calendar.replace(/\r?\n[ \t]/g, '').split(/^BEGIN:VEVENT[ \t]*\r?$/im)
  return events.slice(1).map(toldEvent).filter(Boolean).join('\n\n')
}

function toldEvent(event: string): string {
  const lines = event.split(/^END:VEVENT/im)[0]?.split(/\r?\n/) ?? []
  return TOLD.flatMap(([name, word]) => {
    const line = lines.find((each) => new RegExp(`^${name}[;:]`, 'i').test(each))
    const said = line && valueOf(line).trim()
    return said ? [`${word}：${name.startsWith('DT') ? toldTime(said) : said}`] : []
  }).join('\n')
}

/** What stands after the first colon that is not within quotes, its own marks undone. */
const valueOf = (line: string): string =>
  line
    .replace(/^[^:"]*(?:"[^"]*"[^:"]*)*:/, '')
    .replace(/\\n/gi, '\n')
    .replace(/\\([,;\\])/g, '$1')

const toldTime = (value: string): string =>
  value.replace(/^(\d{4})(\d\d)(\d\d)(?:T(\d\d)(\d\d)(?:\d\d)?(Z?).*)?$/, (_, year, month, day, hour, minute, zone) =>
    [`${year}-${month}-${day}`, hour && `${hour}:${minute}`, zone && 'UTC'].filter(Boolean).join(' '),
  )
