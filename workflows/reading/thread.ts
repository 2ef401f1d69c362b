import { createHash } from 'node:crypto'
import { listBriefs } from '#db/read/case-work.ts'
import { listDates } from '#db/read/case-file.ts'
import { findCase, findReport } from '#db/read/cases.ts'
import { listUnits } from '#db/read/units.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { type CaseContext, lettersIssued } from '#workflows/case/context.ts'
import { type Label, labelOf } from '#workflows/case/label.ts'
import { restoreCase } from '#workflows/case/versions.ts'
import { dayOf } from '#workflows/clock.ts'
import { possibleActs } from '#workflows/engine/may.ts'
import type { House } from '#workflows/house.ts'
import type { Reporter } from '#workflows/roles/roles.ts'
import { firstUnannouncedYear } from './announced-years.ts'
import { cellsOf } from './cells.ts'
import { readMatters } from './matters.ts'
import { readThreadSaid } from './thread-said.ts'

type CaseRow = NonNullable<Awaited<ReturnType<typeof findCase>>>
type Dates = Awaited<ReturnType<typeof listDates>>

/** What a reporter may do on the case of their own report; the answer is rated on the main case. */
const OWN_ACTS = ['supplement', 'appeal', 'withdraw', 'noDispatch', 'reportReprisal', 'rate'] as const
export type ThreadAct = (typeof OWN_ACTS)[number]
/** States that a withdrawal ends, as long as no letter is out; later it is a word to the office. */
const STILL_TO_TAKE_BACK = [
  'triage',
  'needsInfo',
  'merged',
  'verifying',
  'unsubstantiated',
  'unverifiable',
  'assigning',
]
/** What the office owes next; the rest is owed by others, or by the reporter. */
const OWED = ['triage', 'verification', 'findingReview', 'signature', 'assignment', 'review', 'reply', 'redoRuling']

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

async function read(house: House, tx: Transaction, by: Reporter) {
  const report = await findReport(tx, by.report)
  const own = report && (await findCase(tx, report.case_id))
  // a code that somebody else has seen opens nothing, nor does what an earlier code had opened
  if (!own || report.code_exposed_on !== null || (by.code ?? report.code_number) !== report.code_number) return null
  const main = own.main_case === null ? undefined : await findCase(tx, own.main_case)
  const today = dayOf(house.clock.town())
  const context = contextOf(own)
  const answering = main ?? own
  const cells = await cellsOf(tx, house.keys, [own.id, ...(main ? [main.id] : [])])
  const dates = await listDates(tx, own.id)
  const allowed = await actsOf(house, tx, own, main, by)
  const dispatch = await dispatchOf(tx, own, dates, today, (brief, body) =>
    cells(own.id).open('brief', 'body', brief, body),
  )
  const acts = allowed.filter((type) => isOffered(type, own, dispatch !== null))
  const label = labelFor(own, context, main)
  const said = await readThreadSaid(tx, cells, { report, own: own.id, main: main?.id })
  const matters = await readMatters(tx, report.id)
  const waits = ['needsInfo', 'verifying.awaitingReporter'].includes(own.life)
  const rates = acts.includes('rate') ? await listDates(tx, answering.id) : []
  return {
    caseId: own.id,
    /** where the answer is rated: the main case of a merged one */
    ratedCaseId: answering.id,
    /** the revision of each, for the engine alone */
    revisions: { own: own.revision, rated: answering.revision },
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
    question: waits ? { by: dueOf(dates, 'supplement') } : null,
    dispatch,
    noDispatch: own.no_dispatch,
    rateBy: dueOf(rates, 'rating'),
    redone: contextOf(answering).redone,
    withdrawCloses: STILL_TO_TAKE_BACK.includes(own.life.split('.')[0] ?? '') && !lettersIssued(context),
    reprisal: own.reprisal ? { by: dueOf(dates, 'reprisal') } : null,
    /** until it says that it was merged, a merged case looks like any other */
    owed: !main ? owedOf(dates) : label === 'merged' ? null : owedOf(await listDates(tx, main.id)),
  }
}

const contextOf = (row: CaseRow): CaseContext => restoreCase(row.machine_version, row.value, row.context).context

function labelFor(own: CaseRow, context: CaseContext, main: CaseRow | undefined): Label {
  if (!main) return labelOf(own.value, context)
  const mains = contextOf(main)
  return labelOf(own.value, context, { label: labelOf(main.value, mains), letters: mains.letters })
}

async function actsOf(house: House, tx: Transaction, own: CaseRow, main: CaseRow | undefined, by: Reporter) {
  const open = (await possibleActs(house, tx, own, by)).map(({ type }) => type)
  const rates = main && (await possibleActs(house, tx, main, by)).some(({ type }) => type === 'rate')
  return OWN_ACTS.filter((type) => open.includes(type) || (type === 'rate' && rates))
}

/** What the machine would take and makes no sense to offer: taking back what is over, refusing twice, or nowhere. */
function isOffered(type: ThreadAct, own: CaseRow, announced: boolean): boolean {
  if (type === 'noDispatch') return announced && !own.no_dispatch
  if (type === 'withdraw')
    return !['closed', 'lookBack', 'struckOff', 'notAccepted', 'handedUp', 'rating'].includes(own.life)
  return true
}

/** Where the brief will go, once that is announced and until the letters leave. */
async function dispatchOf(
  tx: Transaction,
  own: CaseRow,
  dates: Dates,
  today: string,
  open: (brief: string, body: Awaited<ReturnType<typeof listBriefs>>[number]['body']) => string,
) {
  if (!own.life.startsWith('assigning')) return null
  const [brief] = await listBriefs(tx, own.id)
  if (!brief?.territory_unit || !brief.department_unit) return null
  const units = await listUnits(tx)
  const nameOf = (id: string) => units.find((unit) => unit.id === id)?.name ?? ''
  const by = dueOf(dates, 'dispatchObjection')
  return {
    to: [nameOf(brief.territory_unit), nameOf(brief.department_unit)],
    brief: open(brief.id, brief.body),
    by,
    inTime: by !== null && by >= today,
  }
}

const dueOf = (dates: Dates, name: string): string | null =>
  dates.find((date) => date.name === name && date.state === 'open')?.due_on ?? null

function owedOf(dates: Dates) {
  const next = dates.find(({ name, state }) => OWED.includes(name) && state === 'open')
  return next ? { name: next.name, on: next.due_on } : null
}

const markOf = (visible: unknown): string =>
  createHash('sha256').update(JSON.stringify(visible)).digest('base64url').slice(0, 16)
