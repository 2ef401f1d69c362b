/**
 * Everything that can be done to a case: the closed list of acts, each with all it carries.
 * Free texts and ids travel here on their way to the record; the machine keeps only small closed values.
 */
import { z } from 'zod'
import {
  COMPLEXITIES,
  DEADLINE_NAMES,
  FINDINGS,
  LOOK_BACK_METHODS,
  NO_REPLY_GROUNDS,
  REFUSAL_REASONS,
  TRACKS,
} from './names.ts'
import {
  LETTER_PART,
  MOST_MENTIONED,
  OFFICE_TEXT,
  optionalText,
  REPORT_TEXT,
  RESULT_PART,
  text,
  UPKEEP,
} from './texts.ts'
import { settled } from './settled.ts'

const id = z.uuid()
const kind = z.string().regex(/^(B\d{2}|OUT)$/)
const track = z.enum(TRACKS)
const tracks = z
  .array(track)
  .min(1)
  .refine((named) => new Set(named).size === named.length, 'each side once')
const office = text(OFFICE_TEXT)
const fromReporter = text(REPORT_TEXT)
const result = text(RESULT_PART)
const letter = z.strictObject({
  task: text(LETTER_PART),
  quality: text(LETTER_PART),
  feedbackStandard: text(LETTER_PART),
})
const act = <T extends string, S extends z.ZodRawShape>(type: T, fields: S) =>
  z.strictObject({ type: z.literal(type), ...fields })
/** An act with a text that leaves the office, and with the places in it that its author has settled. */
const outgoing = <T extends string, S extends z.ZodRawShape>(type: T, fields: S) => act(type, { ...fields, settled })
/** An act that carries nothing but itself. */
const bare = <T extends string>(type: T) => z.strictObject({ type: z.literal(type) })
const twoUnits = (said: { territory: string; department: string }) => said.territory !== said.department

export const caseEvent = z.discriminatedUnion('type', [
  // who has it in hand, and what the office says about it
  bare('take'),
  // null: back to the queue of those in charge, which only a leaver's work is
  act('handOver', { to: id.nullable() }),
  act('stepAside', { text: office }),
  act('note', { text: office, mentions: z.array(id).max(MOST_MENTIONED).optional() }),
  bare('markUrgent'),
  bare('clearUrgent'),
  // somebody else has seen the reporter's receipt code: it opens nothing until its holder has another
  bare('exposeCode'),
  act('classify', {
    kind,
    complexity: z.enum(COMPLEXITIES),
    place: id.nullable(),
  }),
  act('nameAccused', { units: z.array(id).max(20) }),
  // the text alone kept it from the office, and nobody there is meant; `people`: who stays away by name all the same
  act('clearOffice', { people: z.array(id).max(20) }),
  // one report, two matters: the words that belong to the second, and what that is about
  act('split', { text: fromReporter, kind }),

  // triage
  bare('accept'),
  outgoing('askForMore', { question: office }),
  outgoing('proposeRefusal', { reason: z.enum(REFUSAL_REASONS), text: office }),
  bare('confirmRefusal'),
  act('declineRefusal', { text: office }),
  act('merge', { into: id }),
  act('unmerge', { text: optionalText(OFFICE_TEXT) }),
  outgoing('handUp', { text: office }),

  // the reporter; a supplement also answers a question that waits
  act('supplement', { text: fromReporter }),
  act('appeal', { text: fromReporter }),
  act('withdraw', { text: optionalText(REPORT_TEXT) }),
  bare('noDispatch'),
  // consent: the case may become a typical case, with all that could identify anyone left out
  act('rate', { satisfied: z.boolean(), consent: z.boolean().optional(), text: optionalText(REPORT_TEXT) }),
  act('reportReprisal', { text: fromReporter }),
  outgoing('answerReprisal', { text: office }),

  // verification
  act('returnToTriage', { text: office }),
  act('extendVerification', { text: office }),
  act('elevate', { text: office }),
  act('recordFinding', { finding: z.enum(FINDINGS), grounds: office }),
  act('confirmFinding', { harm: z.boolean() }),
  act('sendBackFinding', { text: office }),
  act('signUnverifiable', { grounds: office }),
  act('newEvidence', { text: office }),

  // assignment
  outgoing('writeBrief', { brief: office, territory: id, department: id, lead: track }).refine(twoUnits, {
    path: ['department'],
    message: 'two different units',
  }),
  act('proposeOverride', { text: office, territory: id, department: id }).refine(twoUnits, {
    path: ['department'],
    message: 'two different units',
  }),
  bare('confirmOverride'),
  act('declineOverride', { text: office }),
  outgoing('issueLetters', { letters: z.strictObject({ territory: letter, department: letter }) }),
  outgoing('amendLetter', { track, ...letter.shape }),

  // one track
  act('acknowledge', { track }),
  act('object', { track, grounds: office }),
  outgoing('ruleObjection', {
    track,
    ruling: z.enum(['reassigned', 'confirmed']),
    grounds: office,
    to: id.optional(),
  }).refine((said) => said.ruling === 'confirmed' || said.to !== undefined, {
    path: ['to'],
    message: 'the unit it goes to',
  }),
  act('askExtension', { track, days: z.int().min(1).max(7), grounds: office }),
  outgoing('grantExtension', { track, grounds: optionalText(OFFICE_TEXT) }),
  outgoing('refuseExtension', { track, grounds: office }),
  act('submitResult', {
    track,
    facts: result,
    measures: result,
    effect: result,
    prevention: result,
    upkeep: optionalText(UPKEEP),
  }),

  // review, reply, redo, look-back
  act('passResults', { finding: z.enum(FINDINGS).optional() }),
  outgoing('sendBack', { tracks, missing: office }),
  outgoing('draftReply', { text: office }),
  bare('approveReply'),
  act('returnReply', { text: office }),
  outgoing('proposeNoReply', { ground: z.enum(NO_REPLY_GROUNDS), text: office }),
  bare('confirmNoReply'),
  act('declineNoReply', { text: office }),
  // becomes the task of the fresh letter
  outgoing('grantRedo', { tracks, text: text(LETTER_PART) }),
  act('reverify', { text: office }),
  outgoing('refuseRedo', { text: office }),
  // the way is asked for by the record, because visits of the first release know none; no day: today
  act('recordLookBack', {
    held: z.boolean(),
    visitedOn: z.iso.date().optional(),
    method: z.enum(LOOK_BACK_METHODS).optional(),
    text: office,
  }),

  // beside the life cycle
  outgoing('issueOrder', { track, text: office }),
  act('answerOrder', { track, text: office }),
  act('settleOrder', { track }),
  outgoing('refer', { text: office }),
  act('concludeReferral', { text: office }),
  act('vindicate', { text: office }),
  act('declineVindication', { text: office }),

  // the clock
  act('deadline.lapsed', { deadline: z.enum(DEADLINE_NAMES), track: track.optional() }),
  // the holidays of a year are stored: dates that were provisional are counted again
  bare('calendar.published'),
  // the town is closed on a day that dates had counted: they move on
  bare('town.closed'),
])
export type CaseEvent = z.infer<typeof caseEvent>
export type CaseEventType = CaseEvent['type']
