import type { Transaction } from '#db/transaction.ts'
import { raiseSettingsRevision, SETTINGS_CHAIN } from '#db/write/settings-chain.ts'
import { appendToJournal } from '#workflows/engine/journal.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** What can be changed about the house itself; each is a row type of the journal under `settings`. */
export const SETTINGS_ACTS = [
  'openUnit',
  'changeUnit',
  'closeUnit',
  'changeOfficeHours',
  'proposeAccount',
  'withdrawAccount',
  'refuseAccount',
  'openAccount',
  'enrol',
  'changeAccount',
  'resetSecrets',
  'changePassword',
  'changeReached',
  'makeCalendar',
  'revokeCalendar',
  'leave',
  'moveWork',
  'setAbsence',
  'endAbsence',
  'changeKind',
  'setDeadlineRule',
  'endDeadlineRule',
  'importCalendar',
  'closeDay',
  'withdrawClosure',
  'writeTemplate',
  'retireTemplate',
  'importUnits',
  'importPeople',
  'addMailDomain',
  'removeMailDomain',
  'fixLookBackShare',
  'keepColumns',
] as const
export type SettingsAct = (typeof SETTINGS_ACTS)[number]

/** `subject`: the id or code of what changed. Never a password, a secret or a reporter's word. */
export type Change = { subject: string; before: unknown; after: unknown }

/** Records a change of settings in the same transaction as the change. Its words are sealed under the staff key. */
export async function keepChange(
  house: House,
  tx: Transaction,
  by: Staff | null,
  type: SettingsAct,
  change: Change,
): Promise<void> {
  await raiseSettingsRevision(tx)
  await appendToJournal(
    tx,
    { id: 'staff', bytes: house.keys.staff },
    {
      subject: 'settings',
      subjectId: SETTINGS_CHAIN,
      at: house.clock.town(),
      actor: by ? { kind: 'staff', id: by.id, role: roleOf(by) } : { kind: 'machine', id: null, role: null },
      type,
      from: null,
      to: null,
      payload: change,
    },
  )
}

/** Officers change a few things of their own: a password, when they are away. */
const roleOf = ({ roles }: Staff) => (roles.includes('administrator') ? 'administrator' : (roles[0] ?? null))
