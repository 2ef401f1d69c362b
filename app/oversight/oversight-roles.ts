import type { Role } from '#workflows/roles/roles.ts'

/** Who sees what is late. */
export const OVERSIGHT_ROLES = ['supervisor', 'disciplineLiaison', 'head', 'leader'] as const satisfies readonly Role[]
/** Who reads what orders and referrals say. The leader reads no words of any case. */
export const PAPER_ROLES = ['supervisor', 'disciplineLiaison', 'head'] as const satisfies readonly Role[]
