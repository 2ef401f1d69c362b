import { randomUUID } from 'node:crypto'
import { listAbsencesFrom } from '#db/read/absences.ts'
import { findPerson, type PersonRow } from '#db/read/people.ts'
import type { Transaction } from '#db/transaction.ts'
import { insertAbsence, lockAbsence, markAbsenceEnded } from '#db/write/absences.ts'
import { addDays, type Day, dayOf, isDay } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { ROLES, type Staff } from '#workflows/roles/roles.ts'
import { canStandInFor } from '#workflows/roles/stand-in.ts'
import { propose } from './account-requests.ts'
import { type ChangeOutcome, changeSettings, type Fault, invalid, type NotChanged, unknown } from './change.ts'
import type { Confirmation } from './decide-account.ts'
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
  | 'alreadyProposed'
type AbsenceOutcome = ChangeOutcome<AbsenceProblem>
const LONGEST = 366
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/

/**
 * Says that somebody is away, and who looks after their work: an officer for themselves; what an administrator says for
 * another is proposed, for a second person to confirm. Nobody stands in for somebody who stands in: a deputy must be here
 * themselves on all of these days.
 */
export async function setAbsence(
  house: House,
  by: Staff,
  staffId: string,
  typed: TypedAbsence,
  { request }: { request?: string } = {},
): Promise<AbsenceOutcome> {
  if (!mayChange(by, staffId)) return unknown
  return changeSettings<AbsenceOutcome>(house, by, { request, said: [staffId, typed] }, async (tx) => {
    const examined = await examine(house, tx, staffId, typed)
    if ('refused' in examined) return examined.refused
    const { login } = examined.absent
    if (by.id !== staffId) return propose(house, tx, by, { act: 'absence', staffId, login, said: typed })
    return store(house, tx, by, examined.absent, typed, typed)
  })
}

/** Writes down the absence that was proposed for somebody. */
export async function confirmAbsence({
  house,
  tx,
  by,
  request,
  said,
}: Confirmation<'absence'>): Promise<AbsenceOutcome> {
  const examined = await examine(house, tx, request.staff_id ?? '', said)
  if ('refused' in examined) return examined.refused
  return store(house, tx, by, examined.absent, said, { ...said, proposedBy: request.proposed_by })
}

type Examined = { absent: PersonRow } | { refused: NotChanged<AbsenceProblem> }
async function examine(house: House, tx: Transaction, staffId: string, typed: TypedAbsence): Promise<Examined> {
  const { deputy, from, until } = typed
  const today = dayOf(house.clock.town())
  const faults = examineDays(from, until, today)
  if (!UUID.test(deputy)) faults.push({ field: 'deputy', problem: 'missing' })
  else if (deputy === staffId) faults.push({ field: 'deputy', problem: 'themselves' })
  if (faults.length > 0) return { refused: invalid(faults) }
  const [absent, instead] = [await findPerson(tx, staffId), await findPerson(tx, deputy)]
  if (!absent || absent.disabled) return { refused: unknown }
  if (!instead || instead.disabled || !canStandInFor(officer(absent), officer(instead)))
    return { refused: invalid([{ field: 'deputy', problem: 'cannotStandIn' }]) }
  const meets = (row: { from_on: Day; until_on: Day }) => row.from_on <= until && row.until_on >= from
  if ((await listAbsencesFrom(tx, today, { staff: staffId })).some(meets))
    return { refused: invalid([{ field: 'from', problem: 'overlaps' }]) }
  if ((await listAbsencesFrom(tx, today, { staff: deputy })).some(meets))
    return { refused: invalid([{ field: 'deputy', problem: 'awayToo' }]) }
  return { absent }
}

async function store(
  house: House,
  tx: Transaction,
  by: Staff,
  absent: PersonRow,
  { deputy, from, until }: TypedAbsence,
  after: object,
): Promise<AbsenceOutcome> {
  const id = randomUUID()
  await insertAbsence(tx, { id, staff_id: absent.id, deputy_id: deputy, from_on: from, until_on: until })
  await keepChange(house, tx, by, 'setAbsence', { subject: absent.id, before: null, after })
  return { kind: 'changed', id, revision: absent.revision }
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
