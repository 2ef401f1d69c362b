/** Plays the moves of the bare machine on PostgreSQL, by people of whom the machine's facts are true. */
import { inTransaction } from '#db/transaction.ts'
import { listLiveDeadlines } from '#db/write/deadlines.ts'
import { listLettersInForce } from '#db/write/letters.ts'
import { findLastBrief } from '#db/write/office.ts'
import { type CaseEvent, caseEvent } from '#workflows/case/events.ts'
import type { JudgedEvent } from '#workflows/case/judged.ts'
import { addDays, dayOf } from '#workflows/clock.ts'
import { PERMISSIONS } from '#workflows/roles/permissions.ts'
import type { Actor, Role, Staff } from '#workflows/roles/roles.ts'
import type { Town } from '#tests/world/town.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { DISCIPLINE_CODE } from '#workflows/sample-town/data/units.ts'
import { COUNTIES, DEPARTMENTS, newcomer, OFFICE } from './people.ts'

/** Of each role, more people than any case needs: whoever has touched a case does not touch it again. */
const CREW = 24
const VERIFIED_FIRST = 'B11'
const VERIFIED_BY_UNITS = 'B12'

/** Hands to `say` the act with real units and people, after whatever must be said before it can be so. */
export type Players = (
  caseId: string,
  report: string,
  event: JudgedEvent,
  say: (event: CaseEvent, by: Actor) => Promise<void>,
) => Promise<void>

export async function players(town: Town, mainCase: string): Promise<Players> {
  const crews = new Map<Role, Staff[]>()
  for (const role of ['clerk', 'verifier', 'reviewer', 'head', 'supervisor', 'disciplineLiaison'] as const) {
    const crew: Staff[] = []
    // the liaison is at home outside the office, and so may know when it is the office that is accused
    const home = role === 'disciplineLiaison' ? unitId(DISCIPLINE_CODE) : OFFICE
    for (let at = 0; at < CREW; at += 1) crew.push(await newcomer(town.house, [role], home))
    crews.set(role, crew)
  }
  const handlers = new Map<string, Staff>()
  const { house } = town
  const fresh = async (caseId: string, role: Role): Promise<Staff> => {
    const rows = await house.db.selectFrom('journal').select('actor_id').where('subject_id', '=', caseId).execute()
    const free = crews.get(role)?.find(({ id }) => !rows.some(({ actor_id }) => actor_id === id))
    if (!free) throw new Error(`every ${role} has taken part`)
    return free
  }
  const handlerAt = async (unit: string): Promise<Staff> => {
    const known = handlers.get(unit) ?? (await newcomer(house, ['territoryHandler', 'departmentHandler'], unit))
    handlers.set(unit, known)
    return known
  }
  const read = (caseId: string) =>
    inTransaction(house.db, async (tx) => ({
      row: await tx.selectFrom('case_file').selectAll().where('id', '=', caseId).executeTakeFirstOrThrow(),
      letters: await listLettersInForce(tx, caseId),
      dates: await listLiveDeadlines(tx, caseId),
      brief: await findLastBrief(tx, caseId),
    }))

  const actorFor = async (caseId: string, report: string, event: CaseEvent): Promise<Actor> => {
    const senders = PERMISSIONS[event.type]
    if (senders.includes('clock')) return { kind: 'clock' }
    if (senders.includes('reporter')) return { kind: 'reporter', report }
    const { letters } = await read(caseId)
    if (senders.includes('territoryHandler') && 'track' in event) {
      const letter = letters.find(({ track }) => track === event.track)
      return handlerAt(letter?.unit_id ?? OFFICE)
    }
    // where the office answered a letter itself, the supervisor rules and reviews in its place
    const officeIsParty = letters.some(({ unit_id }) => unit_id === OFFICE)
    const inItsPlace = ['ruleObjection', 'passResults', 'sendBack'].includes(event.type)
    const order: Role[] =
      officeIsParty && inItsPlace
        ? ['supervisor']
        : ['reviewer', 'clerk', 'verifier', 'head', 'supervisor', 'disciplineLiaison']
    const role = order.find((each) => senders.includes(each))
    if (!role) throw new Error(`nobody does ${event.type}`)
    return fresh(caseId, role)
  }

  const real = async (caseId: string, event: CaseEvent): Promise<CaseEvent> => {
    const { row, letters } = await read(caseId)
    const free = (units: string[]) => units.find((unit) => !letters.some(({ unit_id }) => unit_id === unit)) ?? OFFICE
    const sides = { territory: row.no_dispatch ? OFFICE : (COUNTIES[0] ?? ''), department: DEPARTMENTS[0] ?? '' }
    switch (event.type) {
      case 'classify':
        return { ...event, place: event.place && (COUNTIES[0] ?? '') }
      case 'merge':
        return { ...event, into: mainCase }
      case 'writeBrief':
      case 'proposeOverride':
        return { ...event, ...sides }
      case 'ruleObjection':
        return event.to ? { ...event, to: free(event.track === 'territory' ? COUNTIES : DEPARTMENTS) } : event
      case 'object':
        return { ...event, grounds: '职责清单没有这一项' }
      default:
        return event
    }
  }

  /** What the machine is told as a fact is made true by somebody first. */
  const before = async (caseId: string, event: JudgedEvent): Promise<CaseEvent[]> => {
    const { row, dates, brief } = await read(caseId)
    if (event.type === 'accept') {
      const kind = event.facts.assignsToVerify ? VERIFIED_BY_UNITS : VERIFIED_FIRST
      const complexity = row.complexity ?? 'standard'
      return row.kind === kind ? [] : [{ type: 'classify', kind, complexity, place: row.place_unit }]
    }
    const announced = brief?.territory_unit && dates.some(({ name }) => name === 'dispatchObjection')
    if (event.type !== 'issueLetters' || announced) return []
    return [{ type: 'writeBrief', brief: '…', territory: OFFICE, department: OFFICE, lead: 'territory' }]
  }
  const waitFor = async (caseId: string, event: CaseEvent): Promise<void> => {
    // whoever is accused of it later: the office itself
    if (event.type === 'handUp')
      await house.db
        .updateTable('case_file')
        .set({ accused: [OFFICE] })
        .where('id', '=', caseId)
        .execute()
    const { dates } = await read(caseId)
    const awaited =
      event.type === 'issueLetters'
        ? dates.find(({ name }) => name === 'dispatchObjection')
        : event.type === 'deadline.lapsed'
          ? dates.find(({ name, track }) => name === event.deadline && track === (event.track ?? null))
          : undefined
    if (awaited && awaited.due_on >= dayOf(house.clock.town())) house.clock.set(addDays(awaited.due_on, 1))
  }

  return async (caseId, report, judged, say) => {
    const event = withoutFacts(judged)
    for (const first of await before(caseId, judged))
      await say(await real(caseId, first), await actorFor(caseId, report, first))
    await waitFor(caseId, event)
    await say(await real(caseId, event), await actorFor(caseId, report, event))
  }
}

/** The act alone. A result's own `facts` gave way to those of the machine, which are handed over under that name. */
function withoutFacts({ facts: _, ...event }: JudgedEvent): CaseEvent {
  return caseEvent.parse(event.type === 'submitResult' ? { ...event, facts: '…' } : event)
}
