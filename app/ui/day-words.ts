/** Days and hours as people read them. Pure: they know neither the time nor the zone of the machine. */
const WEEKDAYS_ZH = ['日', '一', '二', '三', '四', '五', '六']
const WEEKDAYS_EN = ['Sun', 'Mon', 'Tue', 'Wed', 'Thu', 'Fri', 'Sat']
const MONTHS_EN = ['Jan', 'Feb', 'Mar', 'Apr', 'May', 'Jun', 'Jul', 'Aug', 'Sep', 'Oct', 'Nov', 'Dec']
const DAY_LENGTH = 24 * 60 * 60 * 1000
/** An instant as `YYYY-MM-DD HH` in the town's zone. */
const SHANGHAI = new Intl.DateTimeFormat('sv-SE', {
  timeZone: 'Asia/Shanghai',
  year: 'numeric',
  month: '2-digit',
  day: '2-digit',
  hour: '2-digit',
})

/** Days since 1970-01-01 (a Thursday), for `YYYY-MM-DD`. */
const dayNumber = (day: string) => Date.parse(`${day}T00:00:00Z`) / DAY_LENGTH

/** Calendar days from one day to another, both `YYYY-MM-DD`; negative where `to` lies before `from`. */
export const daysFrom = (from: string, to: string) => dayNumber(to) - dayNumber(from)

/** `2026-10-12` → 2026年10月12日(周一), or 12 Oct 2026 (Mon). */
export function formatDay(day: string, locale: string): string {
  const [year = 0, month = 1, date = 1] = day.split('-').map(Number)
  const weekday = (((dayNumber(day) + 4) % 7) + 7) % 7
  return locale.startsWith('zh')
    ? `${year}年${month}月${date}日(周${WEEKDAYS_ZH[weekday]})`
    : `${date} ${MONTHS_EN[month - 1]} ${year} (${WEEKDAYS_EN[weekday]})`
}

/** `2026-10-12` → 10月12日, or 12 Oct: for a drawing where the year stands beside it. */
export function formatShortDay(day: string, locale: string): string {
  const [, month = 1, date = 1] = day.split('-').map(Number)
  return locale.startsWith('zh') ? `${month}月${date}日` : `${date} ${MONTHS_EN[month - 1]}`
}

/** The day in Shanghai on which an instant falls, `YYYY-MM-DD`. */
export const dayIn = (instant: Date) => SHANGHAI.format(instant).slice(0, 10)

/** The time of day in Shanghai, `10:02`: for what is of this hour and no longer. */
export const formatClock = (instant: Date): string => CLOCK.format(instant)
const CLOCK = new Intl.DateTimeFormat('sv-SE', { timeZone: 'Asia/Shanghai', hour: '2-digit', minute: '2-digit' })

/** An instant to the hour, in Shanghai: 2026年10月12日(周一)9时, or 12 Oct 2026 (Mon), 09:00. */
export function formatHour(instant: Date, locale: string): string {
  const hour = SHANGHAI.format(instant).slice(11, 13)
  const day = formatDay(dayIn(instant), locale)
  return locale.startsWith('zh') ? `${day}${Number(hour)}时` : `${day}, ${hour}:00`
}
