import type { Role } from './roles.ts'

type UnitKind = 'government' | 'department' | 'office' | 'discipline'
/** Why these roles cannot be held together there. */
export type RoleFault = { problem: 'noRole' } | { problem: 'administratorReadsCases' | 'notAtThisUnit'; with: Role }

/** What goes with the keys of the house: whoever opens accounts reads no case, and could otherwise give themselves any. */
const BESIDE_ADMINISTRATOR: readonly Role[] = ['administrator', 'leader']

/** Where a role is at home; one that is not here may be held anywhere. */
const AT_HOME: { readonly [role in Role]?: readonly UnitKind[] } = {
  clerk: ['office'],
  verifier: ['office'],
  reviewer: ['office'],
  head: ['office'],
  supervisor: ['office', 'department'],
  // who reads what accuses the office answers to nobody in it
  disciplineLiaison: ['discipline'],
  auditor: ['discipline'],
  // the units that can get a letter: on the side of the place, and on the side of the trade
  territoryHandler: ['government', 'office'],
  departmentHandler: ['department', 'discipline', 'office'],
}

/** What stands against somebody of a unit of this kind holding exactly these roles; empty where nothing does. */
export function faultsOfRoles(roles: readonly Role[], unit: UnitKind): RoleFault[] {
  if (roles.length === 0) return [{ problem: 'noRole' }]
  const reading = roles.filter((role) => !BESIDE_ADMINISTRATOR.includes(role))
  return [
    ...(roles.includes('administrator')
      ? reading.map((role): RoleFault => ({ problem: 'administratorReadsCases', with: role }))
      : []),
    ...roles
      .filter((role) => AT_HOME[role]?.includes(unit) === false)
      .map((role): RoleFault => ({ problem: 'notAtThisUnit', with: role })),
  ]
}
