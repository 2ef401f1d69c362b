import type { Role } from '#workflows/roles/roles.ts'

/** Who works at the office's desk. The auditor reads, and hands up what accuses the office itself. */
export const DESK_ROLES: readonly Role[] = [
  'clerk',
  'verifier',
  'reviewer',
  'head',
  'supervisor',
  'disciplineLiaison',
  'auditor',
]
