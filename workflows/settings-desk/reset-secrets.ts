import { findPerson } from '#db/read/people.ts'
import { forgetSecrets, lockPerson } from '#db/write/people.ts'
import { deleteSessionsOf } from '#db/write/staff.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { propose, type SaidOf } from './account-requests.ts'
import { type ChangeOutcome, changeSettings, type NotChanged, unknown } from './change.ts'
import type { Confirmation, Confirmed } from './decide-account.ts'
import { giveSlip } from './give-slip.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'
import type { PersonProblem } from './person-faults.ts'

export const RESETS = ['password', 'oneTime', 'both'] as const satisfies readonly SaidOf<'reset'>['which'][]
export type Reset = (typeof RESETS)[number]

/** Proposes that somebody chooses a new password, sets up another phone, or both. */
export const proposeReset = (
  house: House,
  by: Staff,
  id: string,
  which: Reset,
  { seen = 0, request }: { seen?: number; request?: string },
): Promise<ChangeOutcome<PersonProblem>> =>
  changeSettings<ChangeOutcome<PersonProblem>>(house, by, { request, said: [id, which] }, async (tx) => {
    const row = await findPerson(tx, id)
    if (!row || row.disabled) return unknown
    if (row.revision !== seen) return changedSince(house, tx, id, row.revision - seen)
    return propose(house, tx, by, { act: 'reset', staffId: id, login: row.login, said: { which, seen } })
  })

/** Takes away what was lost, ends what is open, and makes the slip for the owner, who keeps and proves what was not lost. */
export async function confirmReset({
  house,
  tx,
  by,
  request,
  said,
}: Confirmation<'reset'>): Promise<Confirmed | NotChanged> {
  const id = request.staff_id ?? ''
  const row = await lockPerson(tx, id)
  if (!row || row.disabled) return unknown
  if (row.revision !== said.seen) return changedSince(house, tx, id, row.revision - said.seen)
  await forgetSecrets(tx, id, { password: said.which !== 'oneTime', oneTime: said.which !== 'password' })
  await deleteSessionsOf(tx, id)
  const after = { which: said.which, proposedBy: request.proposed_by }
  await keepChange(house, tx, by, 'resetSecrets', { subject: id, before: null, after })
  return { kind: 'changed', id, revision: row.revision + 1, slip: await giveSlip(house, tx, id, request.id) }
}
