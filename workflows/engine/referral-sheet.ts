import { z } from 'zod'
import { TRACKS } from '#workflows/case/names.ts'
import { RUNGS } from '#workflows/deadlines/ladder.ts'

const day = z.string()

/**
 * The sheet that goes to discipline inspection, as it is sealed: nothing in it comes from a report, or says when one came
 * in. Older sheets also hold the number of the case; it is left out when they are read.
 */
export const referralSheet = z.object({
  kind: z.strictObject({ code: z.string(), zh: z.string(), en: z.string() }).nullable(),
  accused: z.array(z.string()),
  letters: z.array(
    z.strictObject({
      number: z.string(),
      unit: z.string(),
      track: z.enum(TRACKS),
      issuedOn: day,
      dates: z.array(z.strictObject({ name: z.string(), dueOn: day, rung: z.enum(RUNGS).nullable() })),
    }),
  ),
  orders: z.array(
    z.strictObject({
      number: z.string(),
      unit: z.string(),
      issuedOn: day,
      answerBy: day,
      answeredOn: day.nullable(),
      text: z.string(),
    }),
  ),
})
export type ReferralSheet = z.infer<typeof referralSheet>
