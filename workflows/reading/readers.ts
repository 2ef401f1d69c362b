import type { Role, Staff } from '#workflows/roles/roles.ts'

/** Who works with the reporter's own words. The supervisor sees the record, the dates and what the office wrote. */
const READERS: readonly Role[] = ['clerk', 'verifier', 'reviewer', 'head', 'disciplineLiaison']

/**
 * Of which cases an officer reads what was said with the reporter: of all they may know of, of none, or (the auditor) of
 * those that accuse the office itself.
 */
export function readsReports(by: Staff): 'all' | 'accusingOffice' | 'none' {
  if (by.roles.some((role) => READERS.includes(role))) return 'all'
  return by.roles.includes('auditor') ? 'accusingOffice' : 'none'
}

type Accused = { accused: string[]; accused_provisional: string[] }

/** The units of the office that runs the mechanism. */
export const officeUnits = (units: readonly { id: string; kind: string }[]): string[] =>
  units.filter(({ kind }) => kind === 'office').map(({ id }) => id)

/** Whether this officer reads what was said with the reporter in a case they may know of. */
export function readsReportOf(by: Staff, units: readonly { id: string; kind: string }[], file: Accused): boolean {
  const reads = readsReports(by)
  if (reads !== 'accusingOffice') return reads === 'all'
  const accused = [...file.accused, ...file.accused_provisional]
  return officeUnits(units).some((unit) => accused.includes(unit))
}
