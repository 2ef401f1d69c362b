import { listExtensionsOn, listObjectionsOn, listResultsOn } from '#db/read/letter-file.ts'
import { listOrdersOn } from '#db/read/supervision.ts'
import type { Sealed } from '#db/tables/sealed.ts'
import type { Database } from '#db/transaction.ts'
import type { Cells } from './cells.ts'
import { type OpenOrder, openOrder } from './supervision-papers.ts'

/** Everything said between the office and one unit on one letter. */
export async function readLetterSaid(db: Database, cells: Cells, letterId: string) {
  const openIf = (table: string, column: string, row: string, sealed: Sealed | null) =>
    sealed && cells.open(table, column, row, sealed)
  const objections = (await listObjectionsOn(db, letterId)).map((row) => ({
    id: row.id,
    on: row.raised_on,
    grounds: cells.open('objection', 'grounds', row.id, row.grounds),
    ruling: row.ruling,
    rulingGrounds: openIf('objection', 'ruling_grounds', row.id, row.ruling_grounds),
  }))
  const extensions = (await listExtensionsOn(db, letterId)).map((row) => ({
    id: row.id,
    on: row.asked_on,
    days: row.days,
    grounds: cells.open('extension', 'grounds', row.id, row.grounds),
    granted: row.granted,
    rulingGrounds: openIf('extension', 'ruling_grounds', row.id, row.ruling_grounds),
  }))
  const results = (await listResultsOn(db, letterId)).map((row) => ({
    id: row.id,
    on: row.submitted_on,
    facts: cells.open('result', 'facts', row.id, row.facts),
    measures: cells.open('result', 'measures', row.id, row.measures),
    effect: cells.open('result', 'effect', row.id, row.effect),
    prevention: cells.open('result', 'prevention', row.id, row.prevention),
    upkeep: openIf('result', 'upkeep', row.id, row.upkeep),
    returned: openIf('result', 'returned', row.id, row.returned),
  }))
  return { objections, extensions, results }
}

/** The supervision orders on one letter with the unit's answers, oldest first. */
export const readOrders = async (db: Database, cells: Cells, letterId: string): Promise<OpenOrder[]> =>
  (await listOrdersOn(db, letterId)).map((row) => openOrder(cells, row))
