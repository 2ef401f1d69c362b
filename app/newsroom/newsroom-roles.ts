import type { Role } from '#workflows/roles/roles.ts'

/** Who writes typical cases, and who answers for them. */
export const NEWSROOM_ROLES = ['editor', 'approver'] as const satisfies readonly Role[]
