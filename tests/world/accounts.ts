import { findPerson } from '#db/read/people.ts'
import { SECOND } from '#workflows/clock.ts'
import { checkCode, slipOneTimeSecret } from '#workflows/protection/enrolment.ts'
import { currentOneTime } from '#workflows/protection/one-time.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import type { ChangeOutcome } from '#workflows/settings-desk/change.ts'
import { decideAccount } from '#workflows/settings-desk/decide-account.ts'
import { enrol } from '#workflows/settings-desk/enrol.ts'
import { proposePerson } from '#workflows/settings-desk/open-person.ts'
import type { TypedPerson } from '#workflows/settings-desk/person-faults.ts'
import type { Town } from './town.ts'

/** What the owner of an account signs in with. */
export type Owned = { id: string; login: string; password: string; oneTimeSecret: string }

/** Has the head (or `by`) confirm what was proposed; answers with its request and the slip for the owner. */
export async function confirmed(town: Town, outcome: ChangeOutcome, by: Staff = town.officer('qinyue')) {
  if (outcome.kind !== 'changed' || !outcome.proposed) throw new Error(JSON.stringify(outcome))
  const decided = await decideAccount(town.house, by, outcome.id, 'confirm')
  if (decided.kind !== 'decided') throw new Error(decided.code)
  return { request: outcome.id, slip: decided.slip }
}

/** The owner uses their slip. */
export async function enrolled(
  town: Town,
  { request, slip }: Awaited<ReturnType<typeof confirmed>>,
  password = 'chosen by its owner',
): Promise<Omit<Owned, 'id'>> {
  if (!slip) throw new Error('there is no slip')
  town.clock.advance(60 * SECOND)
  const oneTimeSecret = slipOneTimeSecret(town.keys, slip.code)
  const oneTime = currentOneTime(oneTimeSecret, town.clock.wall())
  const check = checkCode(town.keys, request)
  const outcome = await enrol(town.house, { slip: slip.code, check, password, again: password, oneTime })
  if (outcome.kind !== 'changed') throw new Error(JSON.stringify(outcome))
  return { login: slip.login, password, oneTimeSecret }
}

/** An account that an administrator proposed, the head confirmed and its owner set up. */
export async function account(
  town: Town,
  typed: TypedPerson & { login: string },
  {
    proposer = town.officer('tongyue'),
    confirmer = town.officer('qinyue'),
  }: { proposer?: Staff; confirmer?: Staff } = {},
): Promise<Owned & { by: Staff }> {
  const given = await confirmed(town, await proposePerson(town.house, proposer, typed), confirmer)
  const owned = await enrolled(town, given)
  const row = await town.db
    .selectFrom('staff')
    .select(['id', 'unit_id'])
    .where('login', '=', typed.login)
    .executeTakeFirstOrThrow()
  const roles = (await findPerson(town.db, row.id))?.roles ?? []
  return { ...owned, id: row.id, by: { kind: 'staff', id: row.id, roles: roles as Staff['roles'], unit: row.unit_id } }
}
