import type { Role } from '#workflows/roles/roles.ts'

/** Who answers letters, on either side: which letters are theirs follows from their unit. */
export const HANDLING_ROLES = ['territoryHandler', 'departmentHandler'] as const satisfies readonly Role[]
