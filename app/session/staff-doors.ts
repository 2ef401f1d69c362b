import type { Role } from '#workflows/roles/roles.ts'

/** The doors of the officers, in their order on the page, and who goes through which. */
export const STAFF_DOORS = [
  { door: 'switchboard', roles: ['operator'] },
  { door: 'desk', roles: ['clerk', 'verifier', 'reviewer', 'head', 'supervisor', 'disciplineLiaison', 'auditor'] },
  { door: 'handling', roles: ['territoryHandler', 'departmentHandler'] },
  { door: 'oversight', roles: ['supervisor', 'disciplineLiaison'] },
  { door: 'custody', roles: ['custodian'] },
  { door: 'newsroom', roles: ['editor', 'approver'] },
  { door: 'insights', roles: ['leader', 'auditor'] },
  { door: 'admin', roles: ['administrator'] },
] as const satisfies readonly { door: string; roles: readonly Role[] }[]

export type StaffDoor = (typeof STAFF_DOORS)[number]['door']

/** The doors somebody with these roles may go through. */
export const doorsOf = (roles: readonly Role[]): StaffDoor[] =>
  STAFF_DOORS.filter((one) => one.roles.some((role) => roles.includes(role))).map(({ door }) => door)

/** Where somebody with these roles begins the day. */
export function firstDoor(roles: readonly Role[]): string {
  const [door] = doorsOf(roles)
  return door ? `/${door}` : '/'
}
