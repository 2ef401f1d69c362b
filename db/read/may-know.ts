import { type Expression, type SqlBool, sql } from 'kysely'

/**
 * The one condition every list, count and search of cases carries: a case that accuses one of `away`, by a clerk's
 * word or provisionally, is not there. `away` comes from `workflows/reading/known.ts`.
 */
export const mayKnow = (away: readonly string[]): Expression<SqlBool> =>
  sql<SqlBool>`not (case_file.accused && ${away}::uuid[] or case_file.accused_provisional && ${away}::uuid[])`
