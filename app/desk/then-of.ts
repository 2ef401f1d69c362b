import { PERMISSIONS } from '#workflows/roles/permissions.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** What this officer may do in the same sending, once cases that stand so are classified: take them in. */
export const thenOf = (by: Staff, lives: readonly string[]): 'accept' | null =>
  lives.every((life) => life === 'triage.open') && by.roles.some((role) => PERMISSIONS.accept.includes(role))
    ? 'accept'
    : null
