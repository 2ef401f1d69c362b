import { listExtensions, listLettersOf, listObjections, listResults } from '#db/read/case-work.ts'
import type { Database } from '#db/transaction.ts'
import type { Sealed } from '#db/tables/sealed.ts'
import type { Cells } from './cells.ts'

/** The letters of a case in the order of issue, each with all that was said on it; those out of force are marked. */
export async function readLetters(db: Database, cells: Cells, caseId: string) {
  const letters = await listLettersOf(db, caseId)
  if (letters.length === 0) return []
  const objections = (await listObjections(db, caseId)).map((row) => ({
    letter: row.letter_id,
    on: row.raised_on,
    grounds: cells.open('objection', 'grounds', row.id, row.grounds),
    ruling: row.ruling,
    rulingGrounds: openIf(cells, 'objection', 'ruling_grounds', row.id, row.ruling_grounds),
  }))
  const extensions = (await listExtensions(db, caseId)).map((row) => ({
    letter: row.letter_id,
    on: row.asked_on,
    days: row.days,
    grounds: cells.open('extension', 'grounds', row.id, row.grounds),
    granted: row.granted,
    rulingGrounds: openIf(cells, 'extension', 'ruling_grounds', row.id, row.ruling_grounds),
  }))
  const results = (await listResults(db, caseId)).map((row) => ({
    letter: row.letter_id,
    id: row.id,
    on: row.submitted_on,
    by: row.by_name,
    facts: cells.open('result', 'facts', row.id, row.facts),
    measures: cells.open('result', 'measures', row.id, row.measures),
    effect: cells.open('result', 'effect', row.id, row.effect),
    prevention: cells.open('result', 'prevention', row.id, row.prevention),
    upkeep: openIf(cells, 'result', 'upkeep', row.id, row.upkeep),
    returned: openIf(cells, 'result', 'returned', row.id, row.returned),
  }))
  return letters.map((letter) => ({
    id: letter.id,
    track: letter.track,
    unit: { id: letter.unit_id, name: letter.unit_name },
    number: letter.number,
    lead: letter.lead,
    complexity: letter.complexity,
    issuedOn: letter.issued_on,
    acknowledgedOn: letter.acknowledged_on,
    superseded: letter.superseded,
    task: cells.open('letter', 'task', letter.id, letter.task),
    quality: cells.open('letter', 'quality', letter.id, letter.quality),
    feedbackStandard: cells.open('letter', 'feedback_standard', letter.id, letter.feedback_standard),
    objections: objections.filter((one) => one.letter === letter.id),
    extensions: extensions.filter((one) => one.letter === letter.id),
    results: results.filter((one) => one.letter === letter.id),
  }))
}
export type CaseLetter = Awaited<ReturnType<typeof readLetters>>[number]

const openIf = (cells: Cells, table: string, column: string, row: string, sealed: Sealed | null) =>
  sealed && cells.open(table, column, row, sealed)
