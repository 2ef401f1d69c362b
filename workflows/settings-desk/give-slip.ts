import { findPerson } from '#db/read/people.ts'
import type { Transaction } from '#db/transaction.ts'
import { replaceEnrolment } from '#db/write/accounts.ts'
import { DAY } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { newSlipCode, slipMac } from '#workflows/protection/enrolment.ts'

/** A slip is good for a week, by the wall clock. */
const SLIP_KEPT = 7 * DAY

/** What is printed for the owner of an account: told this once, stored as a keyed hash. */
export type Slip = { login: string; name: string; unit: string; code: string; until: Date }

/** Makes the one slip with which the owner chooses what they sign in with. `request`: whose check code goes with it. */
export async function giveSlip(
  { keys, clock }: House,
  tx: Transaction,
  staffId: string,
  request: string | null,
): Promise<Slip> {
  const person = await findPerson(tx, staffId)
  if (!person) throw new Error('nobody to give a slip to')
  const code = newSlipCode()
  const until = new Date(clock.wall().getTime() + SLIP_KEPT)
  await replaceEnrolment(tx, { staff_id: staffId, request_id: request, mac: slipMac(keys, code), good_until: until })
  return { login: person.login, name: person.name, unit: person.unit_name, code, until }
}
