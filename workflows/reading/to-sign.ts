import { listToSign, type Ruling, type Signature } from '#db/read/to-sign.ts'
import type { Database } from '#db/transaction.ts'
import type { CaseEventType } from '#workflows/case/events.ts'
import { PERMISSIONS, SECOND_PERSON } from '#workflows/roles/permissions.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** Where a second person is waited for, by the act with which they agree. */
const SIGNED_IN: readonly { act: CaseEventType; lives: readonly string[] }[] = [
  { act: 'confirmRefusal', lives: ['triage.refusalProposed'] },
  { act: 'confirmFinding', lives: ['unsubstantiated'] },
  { act: 'signUnverifiable', lives: ['unverifiable.unsigned', 'unverifiable.onceSigned'] },
  { act: 'confirmOverride', lives: ['assigning.overrideProposed'] },
  { act: 'approveReply', lives: ['replying.drafted'] },
  { act: 'confirmNoReply', lives: ['replying.noReplyProposed'] },
]
const RULED: readonly { act: CaseEventType; on: Ruling }[] = [
  { act: 'ruleObjection', on: 'objection' },
  { act: 'grantExtension', on: 'extension' },
]
/** One page holds them all: more than this waits for nobody's single signature. */
const MOST = 200

/** 「待我签」: what waits for a second person, where this officer may be that person and was not the first. */
export function readToSign(db: Database, by: Staff, away: readonly string[]) {
  const mine = ({ act }: { act: CaseEventType }) => by.roles.some((role) => PERMISSIONS[act].includes(role))
  const signatures: Signature[] = SIGNED_IN.filter(mine).map(({ act, lives }) => ({
    lives,
    firsts: SECOND_PERSON[act] ?? [],
  }))
  const rulings = RULED.filter(mine).map(({ on }) => on)
  return listToSign(db, { me: by.id, away, signatures, rulings, most: MOST })
}
