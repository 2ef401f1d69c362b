import { z } from 'zod'
import type { PastAct as Act } from '#db/read/situation.ts'
import { NO_PART } from '#db/read/look-back.ts'
import { listSaidActs } from '#db/read/said-acts.ts'
import { listColleaguesWithRole } from '#db/read/colleagues.ts'
import { findCase, findReport, isCodeExposed, isMainCase, listReportsToRate } from '#db/read/cases.ts'
import { listStandingAnnouncements } from '#db/read/announcements.ts'
import type { Transaction } from '#db/transaction.ts'
import type { CaseRow } from '#db/write/cases.ts'
import { findOpenExtension, findOpenObjection } from '#db/write/letters.ts'
import { findLastOrder } from '#db/write/supervision.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { officeAndAbove } from '#workflows/assignment/recognise.ts'
import type { CaseEvent, CaseEventType } from '#workflows/case/events.ts'
import type { Facts } from '#workflows/case/facts.ts'
import type { Track } from '#workflows/case/names.ts'
import { type Day, dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { SECOND_PERSON, WHILE_ASIDE } from '#workflows/roles/permissions.ts'
import type { Actor } from '#workflows/roles/roles.ts'
import { isRefusedWith } from './refused-with.ts'
import { accusedIn, sidesKeptAway, takesOthersIn } from './dispatch.ts'
import { CLOSING, isSampled } from './look-back-draw.ts'
import type { Situation } from './situation.ts'

type Moment = { house: House; tx: Transaction; row: CaseRow; event: CaseEvent; by: Actor; situation: Situation }

/** What is true of this actor, this case and this moment, read under the lock. Nothing here comes from a request. */
export async function caseFacts(moment: Moment): Promise<Facts> {
  const { house, tx, row, event, by, situation } = moment
  const acts = await situation.acts()
  const me = by.kind === 'staff' ? by.id : by.kind === 'reporter' ? by.report : null
  const mine = acts.filter(({ actor_id }) => actor_id !== null && actor_id === me)
  const roles: readonly string[] = by.kind === 'staff' ? by.roles : []
  const today = dayOf(house.clock.town())
  const others = by.kind === 'staff' && TAKES_ANOTHER.includes(event.type) ? await situation.setUpWith(by.id) : []
  const isMine = (actor: string | null) => actor !== null && (actor === me || others.includes(actor))
  const letters = await situation.letters()
  const units = await situation.units()
  const letter = 'track' in event ? letters.find(({ track }) => track === event.track) : undefined
  const reopenings = acts.filter(({ type }) => type === 'rate' || type === 'recordLookBack')
  const reopenedAt = reopenings.at(-1)?.seq ?? 0
  return {
    isProposer: me !== null && (await isProposer(tx, event, letter?.id, acts, isMine)),
    issuedLetters: letter !== undefined && isMine(letter.issued_by),
    reviewedBefore: acts.some(
      ({ type, seq, actor_id }) => PASSING.includes(type) && seq < reopenedAt && isMine(actor_id),
    ),
    tookPart: mine.some(({ type }) => !NO_PART.includes(type)) || (await hadLetter(situation, by)),
    verifiedBy:
      acts.some(({ type, actor_id }) => type === 'recordFinding' && isMine(actor_id)) ||
      (row.life.startsWith('verifying') && isMine(row.holder)),
    acceptedBy: newest(acts, ['accept'])?.actor_id === me && me !== null,
    // the machine speaks for a holder who is gone
    holds: row.holder !== null && (row.holder === me || by.kind === 'machine'),
    steppedAside: await steppedAside(moment, mine),
    urgent: row.urgent,
    codeExposed: event.type === 'exposeCode' && (await isCodeExposed(tx, row.id)),
    inTime: await isInTime(situation, event, today),
    isReviewer: roles.includes('reviewer'),
    isHead: roles.includes('head'),
    isSupervisor: roles.includes('supervisor'),
    officeIsParty: await officeOwnsOne(
      situation,
      letters.map(({ unit_id }) => unit_id),
    ),
    lastResort: roles.includes('head') && (await everyReviewerTookPart(tx, acts)),
    dispatchReady: event.type === 'issueLetters' && (await isDispatchReady(moment, today)),
    assignsToVerify: event.type === 'accept' && (await assignsToVerify(situation, row)),
    mergeable: event.type === 'merge' && (await isMergeable(tx, row, event.into)),
    ...(event.type === 'noDispatch'
      ? await briefShown(tx, row, by, situation)
      : { briefOfAnother: false, briefReplaced: false }),
    othersBehind: event.type === 'withdraw' && (await isMainCase(tx, row.id)),
    mainRefused: event.type === 'appeal' && (await isMainRefused(tx, row)),
    ...(await ratings(tx, row, event, acts, me)),
    officeAccused: units.some(({ id, kind }) => kind === 'office' && inConflict(units, id, accusedIn(row))),
    officeRecognised:
      row.accused_people.length > 0 || row.accused_provisional.some((unit) => officeAndAbove(units).has(unit)),
    orderOvertaken: event.type === 'settleOrder' && (await isOrderOvertaken(tx, row.id, event.track, letter?.id)),
    sampled: !CLOSING.includes(event.type) || (await isSampled({ tx, keys: house.keys, row, acts, today })),
  }
}

/** Whether the actor stays out of the case, by their own word. */
export const isAside = ({ steppedAside }: Facts, type: CaseEventType): boolean =>
  steppedAside && !WHILE_ASIDE.includes(type)

/** By which the office stands for an outcome: of the results, or of a finding that nothing could be put right after. */
const PASSING = ['passResults', 'confirmFinding', 'signUnverifiable']

const newest = (acts: readonly Act[], types: readonly string[]) => acts.findLast(({ type }) => types.includes(type))

/** The acts for which somebody else did the first half, or what is judged anew. */
const TAKES_ANOTHER: readonly CaseEventType[] = [
  ...(Object.keys(SECOND_PERSON) as CaseEventType[]),
  'extendVerification',
  'elevate',
  'vindicate',
  'declineVindication',
  'grantRedo',
  'reverify',
  'refuseRedo',
  'passResults',
  'sendBack',
]

/** Whoever did the first half of what now waits for a second person. Halves on a letter are found by the letter. */
async function isProposer(
  tx: Transaction,
  event: CaseEvent,
  letterId: string | undefined,
  acts: readonly Act[],
  isMine: (actor: string | null) => boolean,
) {
  if (event.type === 'ruleObjection')
    return letterId !== undefined && isMine((await findOpenObjection(tx, letterId))?.by ?? null)
  if (event.type === 'grantExtension' || event.type === 'refuseExtension')
    return letterId !== undefined && isMine((await findOpenExtension(tx, letterId))?.by ?? null)
  const firsts: readonly CaseEventType[] | undefined = SECOND_PERSON[event.type]
  return firsts !== undefined && isMine(newest(acts, firsts)?.actor_id ?? null)
}

/** A day lasts until 24:00 in Shanghai. */
async function isInTime(situation: Situation, event: CaseEvent, today: Day) {
  const name = event.type === 'object' ? 'objectionWindow' : event.type === 'askExtension' ? 'rectification' : null
  if (name === null || !('track' in event)) return false
  return (await situation.dates()).some(
    (date) => date.name === name && date.track === event.track && date.due_on >= today,
  )
}

async function officeOwnsOne(situation: Situation, unitIds: readonly string[]) {
  if (unitIds.length === 0) return false
  return (await situation.units()).some(({ id, kind }) => kind === 'office' && unitIds.includes(id))
}

/** At home in a unit that answered a letter; where that is the office itself, its supervisors still look back. */
async function hadLetter(situation: Situation, by: Actor) {
  if (by.kind !== 'staff') return false
  const mine = (await situation.letters()).filter(({ unit_id }) => unit_id === by.unit).map(({ unit_id }) => unit_id)
  return mine.length > 0 && !(by.roles.includes('supervisor') && (await officeOwnsOne(situation, mine)))
}

async function everyReviewerTookPart(tx: Transaction, acts: readonly Act[]) {
  const reviewers = await listColleaguesWithRole(tx, 'reviewer')
  return reviewers.length > 0 && reviewers.every(({ id }) => acts.some(({ actor_id }) => actor_id === id))
}

/** The brief is written, its units may be told, and the reporter's day to object is over. */
async function isDispatchReady({ tx, row, situation }: Moment, today: Day) {
  const brief = await situation.brief()
  if (!brief?.territory_unit || !brief.department_unit) return false
  const window = (await situation.dates()).find(({ name }) => name === 'dispatchObjection')
  if (!window || window.due_on >= today) return false
  const sides = { territory: brief.territory_unit, department: brief.department_unit }
  return (await sidesKeptAway(tx, row, await situation.key(), sides)).length === 0
}

/** Whoever is accused does not verify what they are accused of: any accusation is verified by the office first. */
async function assignsToVerify(situation: Situation, row: CaseRow) {
  const { kinds } = await situation.rules()
  const kind = kinds.find(({ code }) => code === row.kind)
  return kind?.mode === 'assignToVerify' && accusedIn(row).length === 0
}

async function isOrderOvertaken(tx: Transaction, caseId: string, track: Track, letterId: string | undefined) {
  const order = await findLastOrder(tx, caseId, track)
  return order !== undefined && order.letter_id !== letterId
}

async function isMergeable(tx: Transaction, row: CaseRow, into: string) {
  const main = await findCase(tx, into)
  if (!main || main.id === row.id || !takesOthersIn(main)) return false
  return !(await isMainCase(tx, row.id))
}

/** Whoever stepped aside acts in it no more by themselves; to whom it was handed since, they have been asked back. */
async function steppedAside({ tx, row, situation }: Moment, mine: readonly Act[]) {
  const left = newest(mine, ['stepAside'])
  if (!left) return false
  const handings = (await listSaidActs(tx, row.id, ['handOver'])).filter(({ seq }) => seq > left.seq)
  if (handings.length === 0) return true
  const key = await situation.key()
  return !handings.some(({ seq, payload }) => {
    const place = { table: 'journal', column: 'payload', row: `${row.id}:${seq}` }
    return payload !== null && handedTo.parse(JSON.parse(openText(key, place, payload))).to === left.actor_id
  })
}
const handedTo = z.looseObject({ to: z.string().nullable() })

async function isMainRefused(tx: Transaction, row: CaseRow) {
  const main = row.main_case ? await findCase(tx, row.main_case) : undefined
  return main !== undefined && isRefusedWith(tx, row, main)
}

/** Which brief this reporter was shown: that of today, an earlier one, or none, because it rests on what others said. */
async function briefShown(tx: Transaction, row: CaseRow, by: Actor, situation: Situation) {
  if (by.kind !== 'reporter') return { briefOfAnother: false, briefReplaced: false }
  const [shown] = (await listStandingAnnouncements(tx, { report: by.report, caseId: row.id })).filter(
    ({ sent }) => !sent,
  )
  const brief = await situation.brief()
  if (shown) return { briefOfAnother: false, briefReplaced: shown.brief_id !== brief?.id }
  const own = await findReport(tx, by.report)
  return { briefOfAnother: own?.case_id !== row.id || (await isMainCase(tx, row.id)), briefReplaced: false }
}

/** One rating a reporter and round; a round begins with the reply. */
async function ratings(tx: Transaction, row: CaseRow, event: CaseEvent, acts: readonly Act[], me: string | null) {
  if (event.type !== 'rate') return { ratedBefore: false, othersMayRate: false }
  const answeredAt = newest(acts, ['approveReply'])?.seq ?? 0
  const raters = await listReportsToRate(tx, row.id)
  // two matters of one report that were merged again are still one person's
  const personOf = (report: string | null) => raters.find(({ id }) => id === report)?.split_from ?? report
  const rated = acts
    .filter(({ type, seq }) => type === 'rate' && seq > answeredAt)
    .map(({ actor_id }) => personOf(actor_id))
  const others = raters.map(({ id }) => personOf(id)).filter((id) => id !== personOf(me) && !rated.includes(id))
  return { ratedBefore: rated.includes(personOf(me)), othersMayRate: others.length > 0 }
}
