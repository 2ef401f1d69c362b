import { randomUUID } from 'node:crypto'
import { listAbsencesFrom } from '#db/read/absences.ts'
import { findPerson } from '#db/read/people.ts'
import { insertAbsence, lockAbsence, markAbsenceEnded } from '#db/write/absences.ts'
import { addDays, type Day, dayOf, isDay } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { ROLES, type Staff } from '#workflows/roles/roles.ts'
import { canStandInFor } from '#workflows/roles/stand-in.ts'
import { type ChangeOutcome, changeSettings, type Fault, invalid, unknown } from './change.ts'
import { keepChange } from './keep-change.ts'

/** Both days included. `deputy`: an id. */
export type TypedAbsence = { deputy: string; from: string; until: string }
export type AbsenceProblem =
  | 'missing'
  | 'past'
  | 'reversed'
  | 'tooLong'
  | 'overlaps'
  | 'cannotStandIn'
  | 'awayToo'
  | 'themselves'
type AbsenceOutcome = ChangeOutcome<AbsenceProblem>
const LONGEST = 366
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/**
 * Says that somebody is away, and who looks after their work: an officer for themselves, an administrator for anybody.
 * Nobody stands in for somebody who stands in: a deputy must be here themselves on all of these days.
 */
export async function setAbsence(
  house: House,
  by: Staff,
  staffId: string,
  typed: TypedAbsence,
  { request }: { request?: string } = {},
): Promise<AbsenceOutcome> {
  if (!mayChange(by, staffId)) return unknown
  const { deputy, from, until } = typed
  const today = dayOf(house.clock.town())
  return changeSettings<AbsenceOutcome>(house, by, { request, said: [staffId, typed] }, async (tx) => {
    const faults = examineDays(from, until, today)
    if (!UUID.test(deputy)) faults.push({ field: 'deputy', problem: 'missing' })
    else if (deputy === staffId) faults.push({ field: 'deputy', problem: 'themselves' })
    if (faults.length > 0) return invalid(faults)
    const [absent, instead] = [await findPerson(tx, staffId), await findPerson(tx, deputy)]
    if (!absent || absent.disabled) return unknown
    if (!instead || instead.disabled || !canStandInFor(officer(absent), officer(instead)))
      return invalid([{ field: 'deputy', problem: 'cannotStandIn' }])
    const meets = (row: { from_on: Day; until_on: Day }) => row.from_on <= until && row.until_on >= from
    if ((await listAbsencesFrom(tx, today, { staff: staffId })).some(meets))
      return invalid([{ field: 'from', problem: 'overlaps' }])
    if ((await listAbsencesFrom(tx, today, { staff: deputy })).some(meets))
      return invalid([{ field: 'deputy', problem: 'awayToo' }])
    const id = randomUUID()
    await insertAbsence(tx, { id, staff_id: staffId, deputy_id: deputy, from_on: from, until_on: until })
    await keepChange(house, tx, by, 'setAbsence', { subject: staffId, before: null, after: { deputy, from, until } })
    return { kind: 'changed', id, revision: absent.revision }
  })
}

/** Back before the last day, or it never came to it: the work is one's own again from today. */
export async function endAbsence(house: House, by: Staff, absenceId: string): Promise<AbsenceOutcome> {
  if (!UUID.test(absenceId)) return unknown
  return changeSettings<AbsenceOutcome>(house, by, { said: absenceId }, async (tx) => {
    const row = await lockAbsence(tx, absenceId)
    const today = dayOf(house.clock.town())
    if (!row || row.ended_on !== null || row.until_on < today || !mayChange(by, row.staff_id)) return unknown
    await markAbsenceEnded(tx, absenceId, today)
    const said = { deputy: row.deputy_id, from: row.from_on, until: row.until_on }
    await keepChange(house, tx, by, 'endAbsence', { subject: row.staff_id, before: said, after: { endedOn: today } })
    return { kind: 'changed', id: absenceId, revision: 0 }
  })
}

const mayChange = (by: Staff, staffId: string) => by.id === staffId || by.roles.includes('administrator')

const officer = ({ roles, unit_id }: { roles: string[] | null; unit_id: string }) => ({
  roles: ROLES.filter((role) => roles?.includes(role)),
  unit: unit_id,
})

function examineDays(from: string, until: string, today: Day): Fault<AbsenceProblem>[] {
  const faults: Fault<AbsenceProblem>[] = []
  for (const [field, day] of [
    ['from', from],
    ['until', until],
  ] as const)
    if (!isDay(day)) faults.push({ field, problem: 'missing' })
  if (faults.length > 0) return faults
  if (from < today) faults.push({ field: 'from', problem: 'past' })
  if (until < from) faults.push({ field: 'until', problem: 'reversed' })
  else if (until > addDays(from, LONGEST)) faults.push({ field: 'until', problem: 'tooLong' })
  return faults
}
