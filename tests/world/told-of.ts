import type { Town } from './town.ts'

/** Who has a notice of this name about a case, by login, once the worker was there. */
export async function toldOf(town: Town, caseId: string, name: string): Promise<string[]> {
  await town.drain()
  const rows = await town.db
    .selectFrom('notice')
    .innerJoin('errand', 'errand.id', 'notice.errand_id')
    .innerJoin('staff', 'staff.id', 'notice.staff_id')
    .select('staff.login')
    .where('errand.case_id', '=', caseId)
    .where('notice.name', '=', name)
    .execute()
  return rows.map(({ login }) => login).sort()
}
