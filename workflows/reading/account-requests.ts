import { listAccountRequests, listNewAccounts, listSetUpTogether } from '#db/read/accounts.ts'
import { listOfficers } from '#db/read/audience.ts'
import { listPeopleNames } from '#db/read/house-standing.ts'
import { listUnits } from '#db/read/units.ts'
import { inTransaction } from '#db/transaction.ts'
import { newSince } from '#workflows/engine/new-since.ts'
import type { House } from '#workflows/house.ts'
import { openSaid } from '#workflows/protection/account-said.ts'
import { checkCode } from '#workflows/protection/enrolment.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { confirmerOf } from '#workflows/roles/second-person.ts'
import { rolesConcerned } from './roles-concerned.ts'
import { type Difference, differencesOf } from './settings-change.ts'

const MOST = 300

/** Proposals about accounts in names instead of ids, those that wait first. */
async function readRequests(house: House, { open }: { open: boolean }) {
  const { db } = house
  const rows = await listAccountRequests(db, { most: MOST, open })
  const names = new Map([...(await listUnits(db)), ...(await listPeopleNames(db))].map(({ id, name }) => [id, name]))
  const heads = await listOfficers(db, ['head'])
  return inTransaction(db, (tx) =>
    Promise.all(
      rows.map(async (row) => {
        const said = openSaid(house.keys, row)
        const others = heads.filter(({ id }) => id !== row.staff_id).length
        return {
          id: row.id,
          act: row.act,
          login: row.login,
          name: row.name ?? nameIn(said),
          state: row.state,
          staffId: row.staff_id,
          proposedBy: row.proposed_by,
          proposer: row.proposer,
          proposedOn: row.proposed_on,
          decider: row.decider,
          decidedOn: row.decided_on,
          /** its slip is given and not used */
          slipOut: row.good_until !== null,
          confirmer: confirmerOf({ roles: await rolesConcerned(tx, row.staff_id, said), heads: others }),
          says: saysOf(row, said, (value) => names.get(value) ?? value),
        }
      }),
    ),
  )
}
export type AccountRequest = Awaited<ReturnType<typeof readRequests>>[number]

/** What an administrator sees of what they proposed: the check code while its owner needs it, and never a slip. */
export async function readProposed(house: House) {
  const rows = await readRequests(house, { open: false })
  return rows.map((row) => {
    const needed = row.slipOut || (row.state === 'open' && (row.act === 'open' || row.act === 'reset'))
    return { ...row, checkCode: needed ? checkCode(house.keys, row.id) : null }
  })
}
export type ProposedAccount = Awaited<ReturnType<typeof readProposed>>[number]

/** What this officer may confirm or refuse now, what everybody may know of new accounts, and the auditor's pairs. */
export async function readAccounts(house: House, by: Staff) {
  const mine = by.roles.some((role) => role === 'head' || role === 'auditor')
  const waiting = mine ? await readRequests(house, { open: true }) : []
  const together = mine ? await listSetUpTogether(house.db, by.id, newSince(house)) : []
  const isMine = (row: AccountRequest) =>
    by.roles.includes(row.confirmer) &&
    row.staffId !== by.id &&
    row.proposedBy !== by.id &&
    !(row.proposedBy !== null && together.includes(row.proposedBy))
  const fresh = await listNewAccounts(house.db, newSince(house))
  return {
    waiting: waiting.filter(isMine),
    /** waits for the other of the two */
    elsewhere: waiting.filter((row) => !isMine(row)).length,
    fresh: fresh.map(({ others: _, ...row }) => row),
    pairs: by.roles.includes('auditor')
      ? fresh.flatMap(({ id, name, maker, others }) => (others?.length ? [{ id, name, maker, others }] : []))
      : null,
  }
}
export type AccountsPage = Awaited<ReturnType<typeof readAccounts>>

const nameIn = (said: unknown): string =>
  typeof said === 'object' && said !== null && 'name' in said ? String(said.name) : ''

/** What would change: of a change only that, of anything else all that is said. */
function saysOf(
  row: { act: string; name: string | null; unit_id: string | null; roles: string[] | null },
  said: unknown,
  nameOf: (value: string) => string,
): Difference[] {
  const { seen: _, login: __, ...after } = said as Record<string, unknown>
  const before = row.act === 'change' ? { name: row.name, unit: row.unit_id, roles: sorted(row.roles) } : null
  return differencesOf({ subject: '', before, after: { ...after, ...sortedIn(after.roles) } }, nameOf).filter(
    ({ field }) => row.act !== 'change' || !['email', 'mobile'].includes(field),
  )
}

const sorted = (roles: readonly unknown[] | null) => (roles === null ? null : roles.map(String).toSorted())
const sortedIn = (roles: unknown) => (Array.isArray(roles) ? { roles: sorted(roles) } : {})
