import { randomInt } from 'node:crypto'
import type { Day } from '#workflows/clock.ts'

/** `2026-1012-4837`: the day of receipt and random digits, so that numbers do not tell the order of arrival. */
export const caseNumber = (day: Day, digits: number): string =>
  `${day.slice(0, 4)}-${day.slice(5, 7)}${day.slice(8, 10)}-${String(randomInt(10 ** digits)).padStart(digits, '0')}`

/** A day that fills up gets longer numbers instead of waiting for luck. */
const LENGTHS = [4, 4, 4, 4, 4, 5, 5, 5, 6, 6, 7, 8, 9]
/** Numbers to try one after the other. */
export const caseNumbers = (day: Day): string[] => LENGTHS.map((digits) => caseNumber(day, digits))
