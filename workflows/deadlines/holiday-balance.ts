import type { NoticeDay } from './holiday-notice.ts'

/** 《全国年节及纪念日放假办法》第二条: so many days everybody has off, since 2008 and since 2025. */
const LAWFUL = { since2008: 11, since2025: 13 } as const

/** What a year’s notice comes to: weekdays off less weekend days worked in lieu, beside what the law gives. */
export type Balance = { off: number; worked: number; given: number; lawful: number }

/**
 * The days off that a notice gives, against those the law gives: each day more than these is made up for on a weekend.
 * Null where both agree; else a day was left out, or the State Council prolonged a holiday, which people must look at.
 */
export function doubtOf(exceptions: readonly NoticeDay[], year: number): Balance | null {
  const worked = exceptions.filter(({ working }) => working).length
  const off = exceptions.length - worked
  const lawful = year >= 2025 ? LAWFUL.since2025 : LAWFUL.since2008
  return off - worked === lawful ? null : { off, worked, given: off - worked, lawful }
}
