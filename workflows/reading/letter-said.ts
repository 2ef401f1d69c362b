import { z } from 'zod'
import { listExtensionsOn, listObjectionsOn, listResultsOn } from '#db/read/letter-file.ts'
import { listSaidActs } from '#db/read/said-acts.ts'
import type { Sealed } from '#db/tables/sealed.ts'
import type { Database } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import type { Cells } from './cells.ts'

const orderSaid = z.looseObject({ track: z.string(), text: z.string() })

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

/** Supervision orders on one track with the unit's answers, oldest first. The note of an order does not say which side it is for: its journal row does. */
export async function readOrders(db: Database, cells: Cells, caseId: string, track: string) {
  const acts = await listSaidActs(db, caseId, ['issueOrder', 'answerOrder'])
  return acts.flatMap(({ seq, type, at, payload }) => {
    if (!payload) return []
    const said = orderSaid.safeParse(JSON.parse(cells.open('journal', 'payload', `${caseId}:${seq}`, payload) || '{}'))
    if (said.data?.track !== track) return []
    return [{ key: `${type} ${seq}`, isAnswer: type === 'answerOrder', on: dayOf(at), text: said.data.text }]
  })
}
