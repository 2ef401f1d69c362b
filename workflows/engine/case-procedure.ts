import { findCase, findReport } from '#db/read/cases.ts'
import { type CaseRow, lockCase } from '#db/write/cases.ts'
import { holdCase } from '#db/write/hold-case.ts'
import { insertStep } from '#db/write/step.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { type CaseEvent, caseEvent } from '#workflows/case/events.ts'
import type { Facts } from '#workflows/case/facts.ts'
import { judged } from '#workflows/case/judged.ts'
import { moveCase } from '#workflows/case/move.ts'
import { outgoingTexts } from '#workflows/case/written-texts.ts'
import { CASE_VERSION, caseLife, type CaseSnapshot, restoreCase } from '#workflows/case/versions.ts'
import { dayOf } from '#workflows/clock.ts'
import { PERMISSIONS } from '#workflows/roles/permissions.ts'
import { caseFacts, isAside } from './case-facts.ts'
import { accusedIn } from './dispatch.ts'
import { entryOf } from './entry.ts'
import { datesOf } from './dates.ts'
import { type Errand, errandRow, isQueuedAtOnce, type Task } from './errands.ts'
import { journalRow } from './journal.ts'
import { carryOut } from './orders.ts'
import { keepLot } from './look-back-draw.ts'
import { type Moment, ordersOf, type Procedure, type Standing } from './procedure.ts'
import { CASE_RECORDS } from './record/case-records.ts'
import type { Act, Pass, Recorder } from './record/pass.ts'
import type { RefusalCode } from './refusal.ts'
import { issuesOf, normalised } from './said.ts'
import { type Situation, situationOf } from './situation.ts'
import { unfilledIn } from './unfilled.ts'
import { unsettledIn } from './unsettled.ts'

/** Roles whose holders work in the office, and may learn from a refusal that a case exists. */
const OFFICE = ['clerk', 'verifier', 'reviewer', 'head', 'supervisor', 'disciplineLiaison', 'auditor']
const HANDLERS = ['territoryHandler', 'departmentHandler']

export const caseProcedure: Procedure<CaseRow, CaseEvent, Situation> = {
  subject: 'case',
  permissions: PERMISSIONS,

  hold: async (house, tx, id) => {
    const held = await holdCase(tx, id)
    return held && { row: held.row, situation: situationOf(house, tx, held.row, held.stored) }
  },

  parse: (said) => {
    const parsed = caseEvent.safeParse(normalised(said), { reportInput: true })
    if (!parsed.success) return { issues: issuesOf(parsed.error) }
    const unfilled = unfilledIn(parsed.data)
    return unfilled.length > 0 ? { issues: unfilled } : { event: parsed.data }
  },

  standing: async ({ tx, row, event, by, situation }, senders): Promise<Standing> => {
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
      const letters = await situation.letters()
      const owned = letters.some(
        ({ track, unit_id }) => 'track' in event && track === event.track && unit_id === by.unit,
      )
      return owned ? { as: handler } : { refused: 'unknown' }
    }
    if (!by.roles.some((role) => OFFICE.includes(role))) return { refused: 'unknown' }
    if (inConflict(await situation.units(), by.unit, accusedIn(row))) return { refused: 'conflict-of-interest' }
    return roles[0] ? { as: roles[0] } : { refused: 'not-your-role' }
  },

  judge: async (moment) => {
    const { row, event } = moment
    if (event.type === 'deadline.lapsed' && !(await fellDue(moment))) return { taken: false, code: 'not-now' }
    const snapshot = restoreCase(row.machine_version, row.value, row.context)
    const facts = await caseFacts(moment)
    if (isAside(facts, event.type)) return { taken: false, code: 'second-person' }
    const asked = judged(event, facts)
    if (!snapshot.can(asked)) return { taken: false, code: whyNot(snapshot, event, facts) }
    const [next, actions] = moveCase(snapshot, asked)
    return {
      taken: true,
      value: next.value,
      context: next.context,
      version: CASE_VERSION,
      life: caseLife(next.value),
      orders: ordersOf(actions),
    }
  },

  unsettled: async ({ house, tx, row, event, situation }) => {
    const texts = outgoingTexts(event)
    if (texts.length === 0) return []
    const names = (await situation.units()).map(({ name }) => name)
    const settled = 'settled' in event ? event.settled : undefined
    return unsettledIn(house, tx, { texts, settled, cases: [row.id], names })
  },

  write: async (moment, answer) => {
    const { house, tx, row, event, by, situation } = moment
    const now = house.clock.town()
    const key = await situation.key()
    const act: Act = { house, tx, row, key, event, by, today: dayOf(now), now, heard: { words: false }, told: [] }
    // the key of the record is the event's own type, so the recorder takes exactly this event
    const record = CASE_RECORDS[event.type] as Recorder<CaseEvent['type']> | undefined
    const written = await record?.(act as Pass<CaseEvent['type']>)
    const revision = row.revision + 1
    const onDates = answer.orders.filter(({ type }) => type !== 'notice')
    // what the act wrote may count for its dates: of what kind the case is, when it was accepted
    const standing = written?.row
      ? { ...row, ...written.row }
      : (record && onDates.length > 0 && (await lockCase(tx, row.id))) || row
    const from = { live: await situation.dates(), acts: await situation.acts(), rules: await situation.rules() }
    const dates = datesOf({ row: standing, ...from, today: act.today })
    if (event.type === 'deadline.lapsed') dates.lapse(event.deadline, event.track ?? null)
    const errands = carryOut({ id: row.id, revision, dates, days: written?.days }, answer.orders)
    const changed = phase(answer.life) === phase(row.life) ? null : phaseChanged(row, answer.life, act.today)
    if (act.heard.words) errands.push(caseErrand('index-case', `index:${row.id}:${revision}`, row.id))
    for (const message of act.told) errands.push(newsErrand(row.id, message))
    if (changed?.reopened) errands.push(caseErrand('stop-publication', `reopened:${row.id}:${row.revision}`, row.id))
    if (changed && answer.life === 'closed')
      await keepLot({ tx, keys: house.keys, row, acts: from.acts, today: act.today }, answer.context)
    const { added, changed: moved, next } = dates.written()
    await insertStep(tx, row.id, {
      row: {
        value: JSON.stringify(answer.value),
        context: JSON.stringify(answer.context),
        machine_version: answer.version,
        revision,
        life: answer.life,
        ...written?.row,
        ...changed?.row,
        ...(onDates.length > 0 ? { due_on: next?.due_on ?? null, due_name: next?.name ?? null } : {}),
      },
      added,
      changed: moved,
      errands: errands.map((errand) => ({ ...errandRow(errand), queued: isQueuedAtOnce(by) })),
      journal: journalRow(key, entryOf(moment, 'case', now, row.value, answer.value), await situation.last()),
    })
  },
}

const caseErrand = (task: Task, key: string, id: string): Errand => ({ task, key, caseId: id, payload: { case: id } })

const newsErrand = (caseId: string, message: string): Errand => ({
  task: 'tell-reporters',
  key: `news:${message}`,
  caseId,
  payload: { message },
})

/** Nothing is urgent any more where nothing is left to do. */
const OVER = ['closed', 'struckOff', 'handedUp']

type CaseMoment = Moment<CaseRow, CaseEvent, Situation>
const phase = (life: string) => life.split('.')[0]

/** A new phase is nobody's until somebody takes it; the day of closing is kept through a look-back. */
function phaseChanged(row: CaseRow, life: string, today: string) {
  const over = row.urgent && OVER.includes(life) ? { urgent: false } : {}
  const alive = !['closed', 'lookBack', 'struckOff'].includes(life)
  const reopened = alive && row.closed_on !== null
  const closed = phase(life) === 'closed' && row.closed_on === null ? { closed_on: today } : {}
  return { reopened, row: { holder: null, ...over, ...closed, ...(reopened ? { closed_on: null } : {}) } }
}

/** The date the clock speaks of is open and over: a worker that rings twice is told the second time. */
async function fellDue({ house, event, situation }: CaseMoment): Promise<boolean> {
  if (event.type !== 'deadline.lapsed') return false
  const date = (await situation.dates()).find(
    ({ name, track }) => name === event.deadline && track === (event.track ?? null),
  )
  return date?.state === 'open' && date.due_on < dayOf(house.clock.town())
}

/** Which fact stands in the way: the date, the person, or simply the state the case is in. */
function whyNot(snapshot: CaseSnapshot, event: CaseEvent, facts: Facts): RefusalCode {
  if (snapshot.can(judged(event, { ...facts, inTime: true }))) return 'late'
  const another = { isProposer: false, issuedLetters: false, reviewedBefore: false, tookPart: false, verifiedBy: false }
  const nobodyYet = { ...another, acceptedBy: false, steppedAside: false }
  const someoneElse = { ...nobodyYet, isReviewer: true, isHead: true, isSupervisor: true }
  return snapshot.can(judged(event, { ...facts, ...someoneElse })) ? 'second-person' : 'not-now'
}
