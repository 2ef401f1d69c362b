import type { Role } from './roles.ts'

/** For so many days an account is new: an administrator who opened two to play two persons is seen before they can. */
export const NEW_FOR_DAYS = 30

/** Who confirms what others propose about accounts. */
export const CONFIRMERS = ['head', 'auditor'] as const satisfies readonly Role[]
export type Confirmer = (typeof CONFIRMERS)[number]

/**
 * Which of the two confirms: the head; or the auditor where the head is concerned, or no other head is there. `roles`: what
 * the account has and would have. `heads`: open accounts of heads but the one in question.
 */
export const confirmerOf = ({ roles, heads }: { roles: readonly string[]; heads: number }): Confirmer =>
  roles.includes('head') || heads === 0 ? 'auditor' : 'head'
