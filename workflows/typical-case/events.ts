/** Everything that can be done to a typical case: the closed list of acts, each with all it carries. */
import { z } from 'zod'

export const TITLE = 120
export const BODY = 10_000
export const REMARK = 500

/** Every message to staff that a step can ask for; who reads it is in `notices/catalogue.ts`. */
export const TYPICAL_CASE_NOTICE_NAMES = [
  'draftToApprove',
  'draftReturned',
  'draftApproved',
  'correctionToApprove',
  'correctionReturned',
  'sourceReopened',
] as const
export type TypicalCaseNoticeName = (typeof TYPICAL_CASE_NOTICE_NAMES)[number]

const text = (max: number) => z.string().trim().min(1).max(max)
const act = <T extends string, S extends z.ZodRawShape>(type: T, fields: S) =>
  z.strictObject({ type: z.literal(type), ...fields })
/** Places in a text that its author has looked at and answers for. */
const settled = z
  .array(z.strictObject({ field: z.string().max(80), kind: z.string().max(20), text: z.string().max(BODY) }))
  .max(200)
  .optional()
/** An act that carries nothing but itself. */
const bare = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) })

export const typicalCaseEvent = z.discriminatedUnion('type', [
  // the editor writes
  act('draft', { title: text(TITLE), body: text(BODY), settled }),
  act('addSource', { case: z.uuid() }),
  act('removeSource', { case: z.uuid() }),
  bare('propose'),

  // another person answers for it
  bare('approve'),
  act('returnDraft', { text: text(REMARK) }),
  bare('publish'),

  // after publication; the public reads the remark
  act('correct', { title: text(TITLE), body: text(BODY), remark: text(REMARK), settled }),
  bare('approveCorrection'),
  act('returnCorrection', { text: text(REMARK) }),
  act('withdraw', { remark: text(REMARK), settled }),

  // the case machine: one of the sources came to life again
  act('sourceReopened', { case: z.uuid() }),
])
export type TypicalCaseEvent = z.infer<typeof typicalCaseEvent>
export type TypicalCaseEventType = TypicalCaseEvent['type']
