/** Which notices go by which channel, past whose wish for quiet, and until when each still matters. */
import type { NoticeName } from '#workflows/case/names.ts'
import { RUNGS } from '#workflows/deadlines/ladder.ts'
import type { TypicalCaseNoticeName } from '#workflows/typical-case/events.ts'
import { type AccountNoticeName, EMERGENCIES, type RungNoticeName, secondPerson } from './catalogue.ts'

export type AnyNoticeName = NoticeName | RungNoticeName | TypicalCaseNoticeName | AccountNoticeName

export const CHANNELS = ['mail', 'sms'] as const
export type Channel = (typeof CHANNELS)[number]

/** SMS is for what runs out: the reminder and the cards of a date, an order, and what is an emergency; everything goes by mail. */
const BY_SMS: readonly AnyNoticeName[] = [
  'letterReminder',
  'yellowCard',
  'redCard',
  'supervisionOrder',
  'dateReminder',
  'dateNear',
  'deadlineLapsed',
]
export const goesBySms = (name: string): boolean => [...BY_SMS, ...EMERGENCIES].includes(name)

const RED_CARDS: readonly AnyNoticeName[] = ['redCard', 'deadlineLapsed']
/** What is told even to those who asked for quiet. */
export const isToldInQuiet = (name: string): boolean => [...RED_CARDS, ...EMERGENCIES].includes(name)

/** What a notice is about, as things stand now. `letter`: the state of its track's letter; `late`: a date of it has passed. */
export type Standing = {
  key: string
  life: string | null
  letter: string | null
  acknowledged: unknown
  late: unknown
  date_state: string | null
  due_on: string | null
  rung: string | null
}

/** What asks for an act while a case is in one of these phases, and for nothing afterwards. */
const WHILE: Partial<Record<AnyNoticeName, string>> = {
  caseArrived: 'triage',
  refusalDeclined: 'triage',
  toVerify: 'verifying',
  noAnswerCame: 'verifying',
  toAssign: 'assigning',
  toIssue: 'assigning',
  overrideDeclined: 'assigning',
  dispatchObjected: 'assigning',
  resultsIn: 'reviewing',
  toReply: 'replying',
  replyReturned: 'replying',
  redoAsked: 'reopened',
  lookBackDue: 'lookBack',
}
const WHILE_LETTER_IS_OUT: readonly AnyNoticeName[] = [
  'letterIssued',
  'letterAmended',
  'sentBack',
  'objectionRuled',
  'extensionRuled',
]
/** A later rung of the same date tells the same people more. */
const OVERTAKEN: readonly AnyNoticeName[] = ['letterReminder', 'yellowCard', 'dateReminder', 'dateNear']
const RUNG_NAMES: readonly string[] = RUNGS

/** Whether a notice still has something to say: what was done or overtaken meanwhile is not written to anybody. */
export function stillMatters(name: string, standing: Standing): boolean {
  if (standing.key.startsWith('rung:')) return rungStands(name, standing)
  const is = (names: readonly string[]) => names.includes(name)
  if (is(RED_CARDS)) return Boolean(standing.late)
  if (name === 'toSign') return secondPerson(standing.life ?? '').roles.length > 0
  if (name === 'letterIssued' && standing.acknowledged) return false
  if (is(WHILE_LETTER_IS_OUT)) return standing.letter === 'out'
  const phase = Object.entries(WHILE).find(([each]) => each === name)?.[1]
  return phase === undefined || standing.life === phase || (standing.life?.startsWith(`${phase}.`) ?? false)
}

function rungStands(name: string, { key, date_state, due_on, rung }: Standing): boolean {
  const [, , day, told] = key.split(':')
  if (!['open', 'lapsed'].includes(date_state ?? '') || due_on !== day) return false
  const overtaken = RUNG_NAMES.indexOf(rung ?? '') > RUNG_NAMES.indexOf(told ?? '')
  return !(overtaken && OVERTAKEN.some((each) => each === name))
}
