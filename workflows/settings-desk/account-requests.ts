import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import type { AccountAct } from '#db/tables/staff.ts'
import type { Transaction } from '#db/transaction.ts'
import { insertAccountRequest, isProposed, lockAccountRequest, markDecided } from '#db/write/accounts.ts'
import { dayOf } from '#workflows/clock.ts'
import { ask } from '#workflows/engine/errands.ts'
import type { House } from '#workflows/house.ts'
import type { AccountNoticeName } from '#workflows/notices/catalogue.ts'
import { sealSaid } from '#workflows/protection/account-said.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type Changed, invalid, type NotChanged, unknown } from './change.ts'
import { inTurn } from './in-turn.ts'
import { keepChange } from './keep-change.ts'

const person = {
  name: z.string(),
  email: z.string(),
  mobile: z.string().optional(),
  unit: z.string(),
  roles: z.array(z.string()),
}
/** What each proposal says, as it was typed: it is examined again when it is confirmed. */
export const SAID = {
  open: z.object({ login: z.string(), ...person }),
  change: z.object({ ...person, seen: z.number() }),
  reset: z.object({ which: z.enum(['password', 'oneTime', 'both']), seen: z.number() }),
  absence: z.object({ deputy: z.string(), from: z.string(), until: z.string() }),
  leave: z.object({ casesTo: z.string(), draftsTo: z.string(), lettersTo: z.string(), seen: z.number() }),
} as const satisfies Record<AccountAct, z.ZodType>
export type SaidOf<Act extends AccountAct> = z.infer<(typeof SAID)[Act]>

export type Proposal<Act extends AccountAct = AccountAct> = {
  act: Act
  /** null: of an account that is not there yet */
  staffId: string | null
  login: string
  said: SaidOf<Act>
}

/**
 * Writes down what somebody proposes about an account. Nothing of it happens until a second person confirms it; `by` null:
 * from the terminal.
 */
export async function propose<Act extends AccountAct>(
  house: House,
  tx: Transaction,
  by: Staff | null,
  { act, staffId, login, said }: Proposal<Act>,
): Promise<Changed | NotChanged<'alreadyProposed'>> {
  if (await isProposed(tx, { login, act })) return invalid([{ field: 'main', problem: 'alreadyProposed' }])
  const id = randomUUID()
  await insertAccountRequest(tx, {
    id,
    act,
    staff_id: staffId,
    login,
    said: sealSaid(house.keys, id, said),
    proposed_by: by?.id ?? null,
    proposed_on: dayOf(house.clock.town()),
  })
  await keepChange(house, tx, by, 'proposeAccount', {
    subject: staffId ?? login,
    before: null,
    after: { act, ...said, seen: undefined },
  })
  await tellOfAccount(tx, by, 'accountToConfirm', id)
  return { kind: 'changed', id, revision: 0, proposed: true }
}

/** Has everybody told who must know of it. */
export const tellOfAccount = (
  tx: Transaction,
  by: Staff | null,
  notice: AccountNoticeName,
  id: string,
): Promise<void> =>
  ask(tx, by ?? { kind: 'machine' }, {
    task: 'deliver-notice',
    key: `notice:${id}:0:${notice}`,
    caseId: null,
    payload: { notice, account: id },
  })

/** Takes back what is not decided yet. */
export const withdrawRequest = (house: House, by: Staff, id: string): Promise<Changed | NotChanged> =>
  inTurn(house.db, async (tx) => {
    const row = z.uuid().safeParse(id).success ? await lockAccountRequest(tx, id) : undefined
    if (!row || row.state !== 'open') return unknown
    const decided_on = dayOf(house.clock.town())
    await markDecided(tx, id, { state: 'withdrawn', decided_by: by.id, decided_on, staff_id: row.staff_id })
    const subject = row.staff_id ?? row.login
    await keepChange(house, tx, by, 'withdrawAccount', { subject, before: { act: row.act }, after: null })
    return { kind: 'changed', id, revision: 0 }
  })
