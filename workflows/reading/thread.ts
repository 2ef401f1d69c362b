import { createHash } from 'node:crypto'
import { listDates } from '#db/read/case-file.ts'
import { findCase, findReport } from '#db/read/cases.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import { nextVisit } from '#workflows/deadlines/objection-window.ts'
import { possibleActs } from '#workflows/engine/may.ts'
import type { House } from '#workflows/house.ts'
import type { Reporter } from '#workflows/roles/roles.ts'
import { firstUnannouncedYear } from './announced-years.ts'
import { readMatters } from './matters.ts'
import { readAnnounced } from './thread-dispatch.ts'
import { areLettersOut, contextOf, labelFor } from './thread-label.ts'
import { owedAlone, owedOn } from './thread-owed.ts'
import { standsOf } from './thread-stands.ts'
import { readThreadSaid } from './thread-said.ts'

type CaseRow = NonNullable<Awaited<ReturnType<typeof findCase>>>
type Dates = Awaited<ReturnType<typeof listDates>>

/** What a reporter may do on the case of their own report; a brief is refused, and the answer rated, on the main case. */
const OWN_ACTS = ['supplement', 'appeal', 'withdraw', 'noDispatch', 'reportReprisal', 'rate'] as const
export type ThreadAct = (typeof OWN_ACTS)[number]
/** What is done on the main case of a merged one: what stands there is this reporter's too. */
export const ON_MAIN: readonly ThreadAct[] = ['noDispatch', 'rate']
/** Where nothing is under way any more that could be taken back. */
const OVER = ['closed', 'lookBack', 'struckOff', 'notAccepted', 'handedUp', 'rating']
/** What is left to a reporter who took their report back. */
const AFTER_WITHDRAWAL: readonly ThreadAct[] = ['supplement', 'reportReprisal']
/**
 * Everything the holder of a receipt code reads of their report, and what they may do now. Null where there is no such
 * report. Days only, no names: a thread is opened on a screen that others may see.
 */
export async function readThread(house: House, by: Reporter) {
  const thread = await inTransaction(house.db, (tx) => read(house, tx, by))
  // dates that reach this year may still move, and say so
  return thread && { ...thread, unannouncedFrom: await firstUnannouncedYear(house) }
}
export type Thread = NonNullable<Awaited<ReturnType<typeof readThread>>>

/** What leaves the house of it: no page and no answer names another case, or counts what happens in it. */
export const asShown = ({ ratedCaseId: _main, revisions: _each, ...shown }: Thread) => shown
export type ShownThread = ReturnType<typeof asShown>

async function read(house: House, tx: Transaction, by: Reporter) {
  const report = await findReport(tx, by.report)
  const own = report && (await findCase(tx, report.case_id))
  // a code that somebody else has seen opens nothing, nor does what an earlier code had opened
  if (!own || report.code_exposed_on !== null || (by.code ?? report.code_number) !== report.code_number) return null
  const main = own.main_case === null ? undefined : await findCase(tx, own.main_case)
  const followed = main ?? own
  const today = dayOf(house.clock.town())
  const dates = await listDates(tx, own.id)
  const asked = isAsked(own, main, dates)
  const announced = await readAnnounced(tx, house.keys, { report: report.id, caseId: followed.id, today })
  const lettersOut = areLettersOut(followed)
  const dispatch = followed.life.startsWith('assigning') && !report.withdrawn ? announced.waiting : null
  const allowed = await actsOf(house, tx, own, main, by)
  const acts = allowed.filter((type) => {
    if (report.withdrawn) return AFTER_WITHDRAWAL.includes(type)
    if (type === 'noDispatch') return dispatch !== null
    return type === 'withdraw' ? !OVER.includes(followed.life) : true
  })
  const word = report.withdrawn ? 'closed' : await labelFor(tx, { own, main, asked })
  // others may still say what they think of the answer: for whoever has said it, the matter is done
  const label = word === 'replied' && !acts.includes('rate') ? 'closed' : word
  const said = await readThreadSaid(tx, house.keys, { report, own })
  // a merged report tells no date of its main case
  const owed = report.withdrawn ? null : main ? await owedAlone(house, tx, own, { label, today }) : owedOn(dates)
  const matters = await readMatters(tx, report.id)
  const rates =
    acts.includes('rate') && said.some(({ about }) => about === 'reply') ? await listDates(tx, followed.id) : []
  return {
    caseId: own.id,
    /** where the answer is rated and a brief refused: the main case of a merged one */
    ratedCaseId: followed.id,
    /** the revision of each, for the engine alone */
    revisions: { own: own.revision, rated: followed.revision },
    /** what the page showed, in one word: stale is what the reporter could have seen change */
    mark: markOf([label, said.map(({ key }) => key), acts, dispatch]),
    label,
    receivedOn: own.received_on,
    /** what was said before is shown no more, because the code was seen and replaced on this day */
    codeReplacedOn: report.code_replaced_on,
    today,
    /** which of the matters told in one report this is, counted from 1, and how many there are */
    matter: { at: matters.indexOf(report.id) + 1, of: matters.length },
    said,
    acts,
    question: asked && !report.withdrawn ? { by: dueOf(dates, 'supplement') } : null,
    dispatch,
    /** the brief that left with the letters, to be read again by whom it rests on */
    sent: lettersOut ? announced.sent : null,
    lettersOut,
    /** what the path says of where it stands, each only where it is so */
    stands: await standsOf(tx, { report, own, main, lettersOut }),
    /** the next day on which this reporter is advised to look: no day to object passes before it */
    visit: label === 'closed' || label === 'notAccepted' ? null : nextVisit(own.received_on, today),
    /** this reporter's own wish that it not go to their own place, on the form or since */
    noDispatch: report.no_dispatch,
    /** on a case that this one began to follow only after the answer, the date would tell of somebody else's */
    rateBy: saidBefore(said, own) ? null : dueOf(rates, 'rating'),
    redone: contextOf(followed).redone,
    /** until letters are out it is the reporter's to take back, whoever else reported the same */
    withdrawCloses: acts.includes('withdraw') && !(lettersOut && !main),
    reprisal: own.reprisal ? { by: dueOf(dates, 'reprisal') } : null,
    owed,
  }
}

/** One question is with this reporter. Of a merged case, as long as the main one is still being looked into. */
const isAsked = (own: CaseRow, main: CaseRow | undefined, dates: Dates): boolean =>
  main
    ? dueOf(dates, 'supplement') !== null && /^(triage|needsInfo|verifying)/.test(main.life)
    : ['needsInfo', 'verifying.awaitingReporter'].includes(own.life)

const saidBefore = (said: readonly { about: string; day: string }[], { merged_on }: CaseRow): boolean =>
  merged_on !== null && said.some(({ about, day }) => about === 'reply' && day <= merged_on)

async function actsOf(house: House, tx: Transaction, own: CaseRow, main: CaseRow | undefined, by: Reporter) {
  const open = (await possibleActs(house, tx, own, by)).map(({ type }) => type)
  const there = main ? (await possibleActs(house, tx, main, by)).map(({ type }) => type) : open
  return OWN_ACTS.filter((type) => (ON_MAIN.includes(type) ? there : open).includes(type))
}

const dueOf = (dates: Dates, name: string): string | null =>
  dates.find((date) => date.name === name && date.state === 'open')?.due_on ?? null

const markOf = (visible: unknown): string =>
  createHash('sha256').update(JSON.stringify(visible)).digest('base64url').slice(0, 16)
