import { z } from 'zod'

/** The longest a text may be, in UTF-16 units, by who writes it. */
export const REPORT_TEXT = 20_000
export const OFFICE_TEXT = 10_000
/** Four of these fill the one page of a result. */
export const RESULT_PART = 1_500
export const UPKEEP = 200
/** Task, quality and feedback standard share a printed page with the brief's heading and the seal. */
export const LETTER_PART = 800
/** Colleagues named in one note. */
export const MOST_MENTIONED = 5

/** A text that must say something: trimmed, 1 to `max` long. */
export const text = (max: number) => z.string().trim().min(1).max(max)

/** A text that may be left out; an empty field is the same as none. */
export const optionalText = (max: number) =>
  z
    .string()
    .trim()
    .max(max)
    .transform((said) => said || undefined)
    .optional()
