import type { Role } from '#workflows/roles/roles.ts'

/** Who keeps the house itself: its units, people, rules and calendar. Never its cases. */
export const ADMIN_ROLES = ['administrator'] as const satisfies readonly Role[]
