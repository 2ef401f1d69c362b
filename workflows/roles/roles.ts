/** Who can act. One person may hold several roles, but never two sides of the same act on the same case. */
export const ROLES = [
  'operator',
  'clerk',
  'verifier',
  'reviewer',
  'head',
  'territoryHandler',
  'departmentHandler',
  'supervisor',
  'disciplineLiaison',
  'custodian',
  'editor',
  'approver',
  'leader',
  'auditor',
  'administrator',
] as const
export type Role = (typeof ROLES)[number]

/** A signed-in officer as the session knows them; `unit` is where they are at home. */
export type Staff = { kind: 'staff'; id: string; roles: readonly Role[]; unit: string }
/**
 * The holder of a receipt code: known by the report, and by nothing else. `code`: the how manieth code opened it, where a
 * code did.
 */
export type Reporter = { kind: 'reporter'; report: string; code?: number }
/** Who sends an event: an officer, a reporter, the worker for a date that fell due, or one machine telling another. */
export type Actor = Staff | Reporter | { kind: 'clock' } | { kind: 'machine' }
