import { type Expression, type SqlBool, sql } from 'kysely'

/**
 * The one condition every list, count and search of cases carries: a case that accuses one of `away`, by a clerk's
 * word or provisionally, or the officer by name, is not there. `away` comes from `workflows/reading/known.ts`; `as` is what the
 * query calls the table.
 */
export const mayKnow = (away: readonly string[], as: string = 'case_file'): Expression<SqlBool> =>
  sql<SqlBool>`not (${sql.ref(`${as}.accused`)} && ${away}::uuid[] or ${sql.ref(`${as}.accused_provisional`)} && ${away}::uuid[] or ${sql.ref(`${as}.accused_people`)} && ${away}::uuid[])`
