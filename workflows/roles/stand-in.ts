import type { Role } from './roles.ts'

/** Who may have a case in hand. */
export const CASE_WORKERS: readonly Role[] = ['clerk', 'verifier', 'reviewer', 'head', 'supervisor']
/** Whose work lets them know that there is a case: those, and who answer for and examine what the office does. */
export const CASE_READERS: readonly Role[] = [...CASE_WORKERS, 'disciplineLiaison', 'auditor']
export const HANDLERS: readonly Role[] = ['territoryHandler', 'departmentHandler']
/** Who looks at what is late. The leader reads no case: lines without a number of one, and no figure that tells of one. */
export const OVERSEERS: readonly Role[] = ['supervisor', 'disciplineLiaison', 'head', 'leader']
const PUBLICISTS: readonly Role[] = ['editor', 'approver']

type Officer = { roles: readonly Role[]; unit: string }

/**
 * Whether one officer can look after another's work: any who works on cases for another who does, a handler of the
 * same unit, an editor for an editor. What an act needs is asked again when they do it, of themselves.
 */
export function canStandInFor(absent: Officer, deputy: Officer): boolean {
  const both = (family: readonly Role[]) =>
    absent.roles.some((role) => family.includes(role)) && deputy.roles.some((role) => family.includes(role))
  const shares = (family: readonly Role[]) =>
    absent.roles.some((role) => family.includes(role) && deputy.roles.includes(role))
  return both(CASE_WORKERS) || (shares(HANDLERS) && absent.unit === deputy.unit) || shares(PUBLICISTS) || sharesRest()

  function sharesRest() {
    const rest = absent.roles.filter((role) => ![...CASE_WORKERS, ...HANDLERS, ...PUBLICISTS].includes(role))
    return rest.some((role) => deputy.roles.includes(role))
  }
}
