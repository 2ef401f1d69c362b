import { timingSafeEqual } from 'node:crypto'
import { type EnrolmentRow, findEnrolment } from '#db/read/accounts.ts'
import { listRoles } from '#db/read/staff.ts'
import { deleteEnrolment } from '#db/write/accounts.ts'
import { lockPerson, markOneTimeSecret, markPassword } from '#db/write/people.ts'
import { deleteSessionsOf, markOneTimeStep } from '#db/write/staff.ts'
import { plainForm } from '#workflows/charsets/plain-form.ts'
import type { House } from '#workflows/house.ts'
import { checkCode, slipMac, slipOneTimeSecret } from '#workflows/protection/enrolment.ts'
import { checkOneTime } from '#workflows/protection/one-time.ts'
import { hashPassword, verifyPassword } from '#workflows/protection/password.ts'
import { ROLES } from '#workflows/roles/roles.ts'
import { type ChangeOutcome, type Fault, invalid, unknown } from './change.ts'
import { faultsOfPassword, type PasswordProblem } from './change-password.ts'
import { inTurn } from './in-turn.ts'
import { keepChange } from './keep-change.ts'
import { openOneTimeSecret, sealOneTimeSecret } from './one-time-secret.ts'

/** What stands on the slip, and what was read out with it; an account the town began with has no check code. */
export type TypedSlip = { slip: string; check: string }
export type TypedEnrolment = TypedSlip & { password: string; again: string; oneTime: string }

/** What the owner chooses now, and for a new phone the secret it gets; what is not chosen is kept, and is asked for. */
export type Enrolling = { login: string; name: string; password: 'choose' | 'keep'; oneTimeSecret: string | null }

/** Whose slip this is; null for any that is wrong, used, too old, or typed without its check code. */
export async function readSlip(house: House, typed: TypedSlip): Promise<Enrolling | null> {
  const row = await findEnrolment(house.db, slipMac(house.keys, typed.slip))
  if (!row || !isGood(house, row, typed.check)) return null
  return {
    login: row.login,
    name: row.name,
    password: row.password_hash === null ? 'choose' : 'keep',
    oneTimeSecret: row.totp_secret === null ? slipOneTimeSecret(house.keys, typed.slip) : null,
  }
}

/**
 * The owner of the account chooses their password and proves that their phone has the secret; what they did not lose they
 * prove instead. The slip is used up by it, and whatever was open ends.
 */
export async function enrol(
  house: House,
  typed: TypedEnrolment,
): Promise<ChangeOutcome<PasswordProblem | 'wrongCode'>> {
  const { db, keys, clock } = house
  const mac = slipMac(keys, typed.slip)
  const known = await findEnrolment(db, mac)
  if (!known || !isGood(house, known, typed.check)) return unknown
  const now = clock.wall()
  const chooses = known.password_hash === null
  const faults: Fault<PasswordProblem | 'wrongCode'>[] = chooses
    ? faultsOfPassword(typed.password, typed.again, 'password')
    : []
  if (!chooses && !(await verifyPassword(known.password_hash, typed.password)))
    faults.push({ field: 'password', problem: 'wrong' })
  const fresh = known.totp_secret === null ? slipOneTimeSecret(keys, typed.slip) : null
  const secret = fresh ?? openOneTimeSecret(keys, known.id, known.totp_secret ?? Buffer.alloc(0))
  const step = checkOneTime(secret, typed.oneTime, now, known.totp_step)
  if (step === null) faults.push({ field: 'oneTime', problem: 'wrongCode' })
  if (faults.length > 0 || step === null) return invalid(faults)
  const hash = chooses ? await hashPassword(typed.password) : null
  return inTurn(db, async (tx) => {
    const row = await lockPerson(tx, known.id)
    // another slip, a second click or somebody's leaving came first
    const still = await findEnrolment(tx, mac)
    if (!row || row.disabled || still?.id !== row.id || row.revision !== known.revision) return unknown
    if (hash) await markPassword(tx, row.id, hash)
    if (fresh) await markOneTimeSecret(tx, row.id, sealOneTimeSecret(keys, row.id, fresh), step)
    else if (!(await markOneTimeStep(tx, { ...row, password_hash: hash ?? row.password_hash }, step))) return unknown
    await deleteEnrolment(tx, row.id)
    await deleteSessionsOf(tx, row.id)
    const held = await listRoles(tx, row.id)
    const by = {
      kind: 'staff' as const,
      id: row.id,
      roles: ROLES.filter((role) => held.includes(role)),
      unit: row.unit_id,
    }
    await keepChange(house, tx, by, 'enrol', { subject: row.id, before: null, after: null })
    return { kind: 'changed', id: row.id, revision: row.revision + 1 }
  })
}

function isGood({ keys, clock }: House, { request_id, good_until }: EnrolmentRow, typed: string): boolean {
  if (good_until <= clock.wall()) return false
  if (request_id === null) return true
  const wanted = Buffer.from(checkCode(keys, request_id))
  const said = Buffer.from(plainForm(typed).replace(/\D/g, ''))
  return said.length === wanted.length && timingSafeEqual(said, wanted)
}
