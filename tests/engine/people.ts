import { randomBytes, randomUUID } from 'node:crypto'
import { inTransaction } from '#db/transaction.ts'
import { insertStaff, insertStaffRole } from '#db/write/staff.ts'
import type { House } from '#workflows/house.ts'
import type { Role, Staff } from '#workflows/roles/roles.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { OFFICE_CODE, UNITS } from '#workflows/sample-town/data/units.ts'

export const OFFICE = unitId(OFFICE_CODE)

/** The governments of the counties, and the departments of the city: who may get a letter. */
export const COUNTIES = UNITS.filter(({ kind, level }) => kind === 'government' && level === 'county').map(
  ({ id }) => id,
)
export const DEPARTMENTS = UNITS.filter(({ kind, level }) => kind === 'department' && level === 'city').map(
  ({ id }) => id,
)

/** Somebody with an account and these roles, who has done nothing yet; at home in the office unless said. */
export async function newcomer(house: House, roles: readonly Role[], unit = OFFICE): Promise<Staff> {
  const id = randomUUID()
  const account = { id, login: id, name: roles.join('+'), email: null, unit_id: unit, password_hash: 'none' }
  await inTransaction(house.db, async (tx) => {
    await insertStaff(tx, { ...account, totp_secret: randomBytes(8) })
    for (const role of roles) await insertStaffRole(tx, { staff_id: id, role })
  })
  return { kind: 'staff', id, roles, unit }
}
