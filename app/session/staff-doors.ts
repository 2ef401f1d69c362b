import type { Role } from '#workflows/roles/roles.ts'

/** Where each officer works, in their order on the page. `open`: the pages behind the door are there. */
export const STAFF_DOORS = [
  { door: 'switchboard', open: true, roles: ['operator'] },
  {
    door: 'desk',
    open: true,
    roles: ['clerk', 'verifier', 'reviewer', 'head', 'supervisor', 'disciplineLiaison', 'auditor'],
  },
  { door: 'handling', open: true, roles: ['territoryHandler', 'departmentHandler'] },
  { door: 'custody', open: false, roles: ['custodian'] },
  { door: 'newsroom', open: true, roles: ['editor', 'approver'] },
  { door: 'insights', open: true, roles: ['leader', 'auditor'] },
  // what is late: of the leader's roles after the figures, of the others' after their desk
  { door: 'oversight', open: true, roles: ['supervisor', 'disciplineLiaison', 'head', 'leader'] },
  { door: 'admin', open: true, roles: ['administrator'] },
] as const satisfies readonly { door: string; open: boolean; roles: readonly Role[] }[]

export type StaffDoor = (typeof STAFF_DOORS)[number]['door']

/** What leads to each door from the keyboard, one key after the other. */
export const DOOR_KEYS: Record<StaffDoor, string> = {
  switchboard: 'g c',
  desk: 'g q',
  handling: 'g l',
  oversight: 'g o',
  custody: 'g v',
  newsroom: 'g n',
  insights: 'g i',
  admin: 'g a',
}

/** The page of what waits for me is every officer's, and no door of a role. */
export const ATTENTION_KEYS = 'g w'

/** The doors that somebody with these roles has work behind, open or not. */
const placesOf = (roles: readonly Role[]) => STAFF_DOORS.filter((one) => one.roles.some((role) => roles.includes(role)))

/** The doors somebody with these roles may go through. */
export const doorsOf = (roles: readonly Role[]): StaffDoor[] =>
  placesOf(roles).flatMap(({ door, open }) => (open ? [door] : []))

/** Under which door an account is listed. */
export const placeOf = (roles: readonly Role[]): StaffDoor => placesOf(roles)[0]?.door ?? 'admin'

/** Behind these doors something may wait for one officer: they begin with what it is. */
const WAITS_BEHIND: readonly StaffDoor[] = ['desk', 'handling', 'newsroom']

/** Where somebody with these roles begins the day. */
export function firstDoor(roles: readonly Role[]): string {
  const doors = doorsOf(roles)
  if (doors.some((door) => WAITS_BEHIND.includes(door))) return '/attention'
  return doors[0] ? `/${doors[0]}` : '/doors'
}
