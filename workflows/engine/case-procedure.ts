import { transition } from 'xstate'
import { z } from 'zod'
import { findCase, findReport } from '#db/read/cases.ts'
import { listUnits } from '#db/read/units.ts'
import {
  type CaseRow,
  lockCase,
  markCaseClosed,
  markCaseHeldBy,
  markCaseMoved,
  markCaseUrgent,
} from '#db/write/cases.ts'
import { markDeadlineLapsed, listLiveDeadlines } from '#db/write/deadlines.ts'
import { listLettersInForce } from '#db/write/letters.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { type CaseEvent, caseEvent } from '#workflows/case/events.ts'
import type { Facts } from '#workflows/case/facts.ts'
import { judged } from '#workflows/case/judged.ts'
import { caseMachine } from '#workflows/case/machine.ts'
import { CASE_VERSION, caseLife, type CaseSnapshot, restoreCase } from '#workflows/case/versions.ts'
import { dayOf } from '#workflows/clock.ts'
import { PERMISSIONS } from '#workflows/roles/permissions.ts'
import { caseFacts } from './case-facts.ts'
import { caseKey } from './case-key.ts'
import { accusedIn } from './dispatch.ts'
import { entryOf } from './entry.ts'
import { ask } from './errands.ts'
import { appendToJournal } from './journal.ts'
import { carryOut } from './orders.ts'
import { type Moment, order, type Procedure, type Standing } from './procedure.ts'
import { CASE_RECORDS } from './record/case-records.ts'
import type { Act, Pass, Recorder } from './record/pass.ts'
import type { RefusalCode } from './refusal.ts'
import { issuesOf, normalised } from './said.ts'
import { situationOf } from './situation.ts'
import { unfilledIn } from './unfilled.ts'

/** Roles whose holders work in the office, and may learn from a refusal that a case exists. */
const OFFICE = ['clerk', 'verifier', 'reviewer', 'head', 'supervisor', 'disciplineLiaison', 'auditor']
const HANDLERS = ['territoryHandler', 'departmentHandler']

export const caseProcedure: Procedure<CaseRow, CaseEvent> = {
  subject: 'case',
  permissions: PERMISSIONS,
  lock: lockCase,

  parse: (said) => {
    const parsed = caseEvent.safeParse(normalised(said), { reportInput: true })
    if (!parsed.success) return { issues: issuesOf(parsed.error) }
    const unfilled = unfilledIn(parsed.data)
    return unfilled.length > 0 ? { issues: unfilled } : { event: parsed.data }
  },

  standing: async ({ tx, row, event, by }, senders): Promise<Standing> => {
    if (by.kind === 'clock' || by.kind === 'machine')
      return senders.includes(by.kind) ? { as: by.kind } : { refused: 'not-your-role' }
    if (by.kind === 'reporter') {
      const report = await findReport(tx, by.report)
      const theirs = report && (report.case_id === row.id || (await findCase(tx, report.case_id))?.main_case === row.id)
      if (!theirs) return { refused: 'unknown' }
      return senders.includes('reporter') ? { as: 'reporter' } : { refused: 'not-your-role' }
    }
    const roles = by.roles.filter((role) => senders.includes(role))
    const handler = roles.find((role) => HANDLERS.includes(role))
    if (handler) {
      // a letter was issued to this unit: its handler may act on it, and on nothing else of the case
      const letters = await listLettersInForce(tx, row.id)
      const owned = letters.some(
        ({ track, unit_id }) => 'track' in event && track === event.track && unit_id === by.unit,
      )
      return owned ? { as: handler } : { refused: 'unknown' }
    }
    if (!by.roles.some((role) => OFFICE.includes(role))) return { refused: 'unknown' }
    if (inConflict(await listUnits(tx), by.unit, accusedIn(row))) return { refused: 'conflict-of-interest' }
    return roles[0] ? { as: roles[0] } : { refused: 'not-your-role' }
  },

  judge: async (moment) => {
    const { row, event } = moment
    if (event.type === 'deadline.lapsed' && !(await fellDue(moment))) return { taken: false, code: 'not-now' }
    const snapshot = restoreCase(row.machine_version, row.value, row.context)
    const facts = await caseFacts({ ...moment, situation: situationOf(moment.tx, row) })
    if (!snapshot.can(judged(event, facts))) return { taken: false, code: whyNot(snapshot, event, facts) }
    const [next, actions] = transition(caseMachine, snapshot, judged(event, facts))
    if (event.type === 'deadline.lapsed') await markLapsed(moment)
    return {
      taken: true,
      value: next.value,
      context: next.context,
      version: CASE_VERSION,
      life: caseLife(next.value),
      orders: z.array(order).parse(actions),
    }
  },

  write: async (moment, answer) => {
    const { house, tx, row, event, by } = moment
    const now = house.clock.town()
    const key = await caseKey(tx, house.keys, row.id)
    const act: Act = { house, tx, row, key, event, by, today: dayOf(now), now, heard: { words: false } }
    // the key of the record is the event's own type, so the recorder takes exactly this event
    const record = CASE_RECORDS[event.type] as Recorder<CaseEvent['type']> | undefined
    const written = await record?.(act as Pass<CaseEvent['type']>)
    const revision = row.revision + 1
    const value = JSON.stringify(answer.value)
    const context = JSON.stringify(answer.context)
    await markCaseMoved(tx, row.id, { value, context, machine_version: answer.version, revision, life: answer.life })
    if (phase(answer.life) !== phase(row.life)) await changePhase(moment, answer.life, act.today)
    const standing = (await lockCase(tx, row.id)) ?? row
    await carryOut({ house, tx, row: standing, by, revision, days: written?.days }, answer.orders)
    await appendToJournal(tx, key, entryOf(moment, 'case', now, row.value, answer.value))
    if (act.heard.words)
      await ask(tx, by, {
        task: 'index-case',
        key: `index:${row.id}:${revision}`,
        caseId: row.id,
        payload: { case: row.id },
      })
  },
}

/** Nothing is urgent any more where nothing is left to do. */
const OVER = ['closed', 'struckOff', 'handedUp']

type CaseMoment = Moment<CaseRow, CaseEvent>
const phase = (life: string) => life.split('.')[0]

/** A new phase is nobody's until somebody takes it; the day of closing is kept through a look-back. */
async function changePhase({ tx, row, by }: CaseMoment, life: string, today: string) {
  await markCaseHeldBy(tx, row.id, null)
  if (row.urgent && OVER.includes(life)) await markCaseUrgent(tx, row.id, false)
  if (phase(life) === 'closed' && row.closed_on === null) await markCaseClosed(tx, row.id, today)
  const alive = !['closed', 'lookBack', 'struckOff'].includes(life)
  if (!alive || row.closed_on === null) return
  await markCaseClosed(tx, row.id, null)
  const key = `reopened:${row.id}:${row.revision}`
  await ask(tx, by, { task: 'stop-publication', key, caseId: row.id, payload: { case: row.id } })
}

/** The date the clock speaks of is open and over: a worker that rings twice is told the second time. */
async function fellDue({ house, tx, row, event }: CaseMoment): Promise<boolean> {
  const date = await dateOf(tx, row, event)
  return date?.state === 'open' && date.due_on < dayOf(house.clock.town())
}
async function markLapsed({ tx, row, event }: CaseMoment) {
  const date = await dateOf(tx, row, event)
  if (date) await markDeadlineLapsed(tx, date.id)
}
async function dateOf(tx: CaseMoment['tx'], row: CaseRow, event: CaseEvent) {
  if (event.type !== 'deadline.lapsed') return undefined
  const live = await listLiveDeadlines(tx, row.id)
  return live.find(({ name, track }) => name === event.deadline && track === (event.track ?? null))
}

/** Which fact stands in the way: the date, the person, or simply the state the case is in. */
function whyNot(snapshot: CaseSnapshot, event: CaseEvent, facts: Facts): RefusalCode {
  if (snapshot.can(judged(event, { ...facts, inTime: true }))) return 'late'
  const another = { isProposer: false, issuedLetters: false, reviewedBefore: false, tookPart: false, verifiedBy: false }
  const nobodyYet = { ...another, acceptedBy: false, steppedAside: false }
  const someoneElse = { ...nobodyYet, isReviewer: true, isHead: true, isSupervisor: true }
  return snapshot.can(judged(event, { ...facts, ...someoneElse })) ? 'second-person' : 'not-now'
}
