import { randomUUID } from 'node:crypto'
import { wasEverHeld } from '#db/read/accounts.ts'
import { findLogin } from '#db/read/staff.ts'
import { listUnits } from '#db/read/units.ts'
import type { Transaction } from '#db/transaction.ts'
import { insertUnits } from '#db/write/town.ts'
import type { House } from '#workflows/house.ts'
import { checkCode } from '#workflows/protection/enrolment.ts'
import { faultsOfRoles } from '#workflows/roles/account-rules.ts'
import type { Role } from '#workflows/roles/roles.ts'
import { propose } from './account-requests.ts'
import { giveSlip, type Slip } from './give-slip.ts'
import { inTurn } from './in-turn.ts'
import { keepChange } from './keep-change.ts'
import { keepUnenrolled, type NewAccount } from './open-account.ts'

export type OpenedAt =
  /** one of those a town begins with; its owner chooses what they sign in with */
  | { kind: 'opened'; id: string; slip: Slip }
  /** for the head or the auditor to confirm, who get the slip */
  | { kind: 'proposed'; checkCode: string }
  | { kind: 'refused'; why: 'loginTaken' | 'noSuchUnit' | 'rolesApart' | 'alreadyProposed' }

/** A town begins with one of each, which nobody could confirm yet; whoever has held the role once, it is not the first. */
const FIRST: readonly Role[] = ['administrator', 'head', 'auditor']

/**
 * Opens an account at the unit with that code, from the terminal: the first administrator, head and auditor of a town at
 * once, any other as a proposal. The first account of a town without any unit brings its own: the mechanism's office, by
 * the name given with it.
 */
export function openAccountAt(
  house: House,
  { code, name }: { code: string; name: string | null },
  account: Omit<NewAccount, 'unit' | 'password'>,
): Promise<OpenedAt> {
  return inTurn(house.db, async (tx): Promise<OpenedAt> => {
    if (await findLogin(tx, account.login)) return { kind: 'refused', why: 'loginTaken' }
    const units = await listUnits(tx)
    const known = units.find((each) => each.code === code)
    const unit = known?.id ?? (units.length === 0 && name ? randomUUID() : null)
    if (!unit) return { kind: 'refused', why: 'noSuchUnit' }
    if (faultsOfRoles(account.roles, known?.kind ?? 'office').length > 0) return { kind: 'refused', why: 'rolesApart' }
    if (!known && name) await insertUnits(tx, [{ id: unit, code, name, kind: 'office', level: 'city' }])
    if (!(await areFirst(tx, account.roles))) return proposed(house, tx, { ...account, unit })
    const id = await keepUnenrolled(tx, { ...account, unit }, null)
    await keepChange(house, tx, null, 'openAccount', { subject: id, before: null, after: { ...account, unit } })
    return { kind: 'opened', id, slip: await giveSlip(house, tx, id, null) }
  })
}

async function areFirst(tx: Transaction, roles: readonly Role[]): Promise<boolean> {
  for (const role of roles) if (!FIRST.includes(role) || (await wasEverHeld(tx, role))) return false
  return true
}

async function proposed(house: House, tx: Transaction, account: Omit<NewAccount, 'password'>): Promise<OpenedAt> {
  const { login, email, mobile, roles } = account
  const said = { ...account, email: email ?? '', mobile: mobile ?? '', roles: [...roles] }
  const outcome = await propose(house, tx, null, { act: 'open', staffId: null, login, said })
  if (outcome.kind === 'refused') return { kind: 'refused', why: 'alreadyProposed' }
  return { kind: 'proposed', checkCode: checkCode(house.keys, outcome.id) }
}
