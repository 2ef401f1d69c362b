import { z } from 'zod'
import { listSetUpTogether } from '#db/read/accounts.ts'
import { listOfficers } from '#db/read/audience.ts'
import { findPerson } from '#db/read/people.ts'
import type { AccountAct } from '#db/tables/staff.ts'
import type { Transaction } from '#db/transaction.ts'
import { type AccountRequestRow, lockAccountRequest, markDecided } from '#db/write/accounts.ts'
import { dayOf } from '#workflows/clock.ts'
import { newSince } from '#workflows/engine/new-since.ts'
import type { House } from '#workflows/house.ts'
import { openSaid } from '#workflows/protection/account-said.ts'
import { rolesConcerned } from '#workflows/reading/roles-concerned.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { confirmerOf } from '#workflows/roles/second-person.ts'
import { confirmAbsence } from './absence.ts'
import { SAID, type SaidOf, tellOfAccount } from './account-requests.ts'
import type { Changed, NotChanged } from './change.ts'
import { confirmChange } from './change-person.ts'
import type { Slip } from './give-slip.ts'
import { inTurn } from './in-turn.ts'
import { keepChange } from './keep-change.ts'
import { confirmLeave } from './leave.ts'
import { confirmOpening } from './open-person.ts'
import { confirmReset } from './reset-secrets.ts'

/** `slip`: what the owner needs now, for whoever confirmed it to hand over; told this once. */
export type Confirmed = Changed & { slip?: Slip }
export type Decided =
  | { kind: 'decided'; slip: Slip | null }
  /** `overtaken`: it cannot be done any more as it was proposed */
  | { kind: 'refused'; code: 'unknown' | 'not-your-role' | 'second-person' | 'overtaken' }

/** Everything a doer knows: who confirmed it, and who proposed it (null: from the terminal). */
export type Confirmation<Act extends AccountAct> = {
  house: House
  tx: Transaction
  by: Staff
  request: AccountRequestRow
  said: SaidOf<Act>
}
type Doer<Act extends AccountAct> = (confirmation: Confirmation<Act>) => Promise<Confirmed | NotChanged>
const DOERS: { [Act in AccountAct]: Doer<Act> } = {
  open: confirmOpening,
  change: confirmChange,
  reset: confirmReset,
  absence: confirmAbsence,
  leave: confirmLeave,
}

/**
 * The second person says yes or no to what was proposed about an account. A yes does it, in the same transaction, if it
 * can still be done; nobody decides about themselves, or with an account of the same maker while one of the two is new.
 */
export function decideAccount(house: House, by: Staff, id: string, verdict: 'confirm' | 'refuse'): Promise<Decided> {
  return inTurn(house.db, async (tx): Promise<Decided> => {
    const request = z.uuid().safeParse(id).success ? await lockAccountRequest(tx, id) : undefined
    if (!request || request.state !== 'open') return { kind: 'refused', code: 'unknown' }
    const said = openSaid(house.keys, request)
    const why = await whyNot(house, tx, by, request, said)
    if (why) return { kind: 'refused', code: why }
    const decided = { decided_by: by.id, decided_on: dayOf(house.clock.town()) }
    if (verdict === 'refuse') {
      const subject = request.staff_id ?? request.login
      await markDecided(tx, id, { ...decided, state: 'refused', staff_id: request.staff_id })
      await keepChange(house, tx, by, 'refuseAccount', { subject, before: { act: request.act }, after: null })
      return { kind: 'decided', slip: null }
    }
    const outcome = await carryOut(request.act, { house, tx, by, request }, said)
    if (outcome.kind === 'refused') return { kind: 'refused', code: 'overtaken' }
    const staff_id = request.staff_id ?? outcome.id
    await markDecided(tx, id, { ...decided, state: 'confirmed', staff_id })
    if (request.act !== 'absence') await tellOfAccount(tx, by, 'accountChanged', id)
    return { kind: 'decided', slip: outcome.slip ?? null }
  })
}

const carryOut = <Act extends AccountAct>(act: Act, moment: Omit<Confirmation<Act>, 'said'>, said: unknown) => {
  const doer: Doer<Act> = DOERS[act]
  return doer({ ...moment, said: SAID[act].parse(said) as SaidOf<Act> })
}

async function whyNot(house: House, tx: Transaction, by: Staff, request: AccountRequestRow, said: unknown) {
  const { staff_id, proposed_by } = request
  const me = await findPerson(tx, by.id)
  const heads = (await listOfficers(tx, ['head'])).filter(({ id }) => id !== staff_id)
  const confirmer = confirmerOf({ roles: await rolesConcerned(tx, staff_id, said), heads: heads.length })
  if (!me || me.disabled || !me.roles?.includes(confirmer)) return 'not-your-role'
  if (by.id === staff_id || by.id === proposed_by) return 'second-person'
  const together = await listSetUpTogether(tx, by.id, newSince(house))
  return proposed_by !== null && together.includes(proposed_by) ? 'second-person' : null
}
