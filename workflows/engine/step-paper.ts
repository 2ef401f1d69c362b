import { z } from 'zod'
import { findOrder, findReferral } from '#db/read/supervision.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import type { Outcome } from './refusal.ts'
import { type Asked, step } from './step.ts'

/** No row has this id: what is nobody's goes the same way as what may not be known of. */
const NOBODYS = '00000000-0000-0000-0000-000000000000'

/** Settles an order, on the case and the side that it is about. */
export async function settleOrder(house: House, id: string, by: Staff, asked: Asked): Promise<Outcome> {
  const order = await findOrder(house.db, z.uuid().safeParse(id).data ?? NOBODYS, [])
  const event = { type: 'settleOrder', track: order?.track ?? 'territory' }
  return step(house, 'case', order?.case_id ?? NOBODYS, event, by, asked)
}

/** Says what came of a referral. */
export async function concludeReferral(
  house: House,
  id: string,
  text: string,
  by: Staff,
  asked: Asked,
): Promise<Outcome> {
  const referral = await findReferral(house.db, z.uuid().safeParse(id).data ?? NOBODYS, [])
  return step(house, 'case', referral?.case_id ?? NOBODYS, { type: 'concludeReferral', text }, by, asked)
}
