import type { Role } from '#workflows/roles/roles.ts'

export const OPERATOR_ROLES: readonly Role[] = ['operator']
