import { z } from 'zod'
import { OFFICE_TEXT } from './texts.ts'

/** Places in a text that somebody has looked at and answers for: in which field, what was found, and its words. */
export const settled = z
  .array(z.strictObject({ field: z.string().max(80), kind: z.string().max(20), text: z.string().max(OFFICE_TEXT) }))
  .max(200)
  .optional()
