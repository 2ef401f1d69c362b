import type { Role } from '#workflows/roles/roles.ts'

/** Who answers for the whole, and who proves the record. */
export const INSIGHTS_ROLES = ['leader', 'auditor'] as const satisfies readonly Role[]
export const AUDIT_ROLES = ['auditor'] as const satisfies readonly Role[]
