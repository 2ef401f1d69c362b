import { listFilesOf, listMessagesOf, listRatingsBy, listReportsOf } from '#db/read/case-said.ts'
import type { CaseRow, ReportRow } from '#db/read/cases.ts'
import type { Database } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import { isReadFromMain } from '#workflows/engine/read-from-main.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { split } from './case-said.ts'
import { type Cells, cellsOf } from './cells.ts'

/** Texts of the office that begin with a code on their first line. */
const CODED = ['refusal', 'noReply', 'lookBack']

/** One thing said. `code`: a reason or ground by its name; `rating`: what the reporter thought of the answer. */
export type ThreadSaid = {
  key: string
  from: 'you' | 'office'
  about: string
  day: string
  code: string | null
  text: string
  rating?: { satisfied: boolean; consent: boolean }
  report?: {
    place: string | null
    unit: string | null
    happened: string | null
    /** by name */
    files: string[]
    hasContact: boolean
    noDispatch: boolean
  }
}

/** Whose thread: the report, its own case, and since when that follows another. */
export type ThreadOf = { report: ReportRow; own: CaseRow }

/**
 * Everything said between one reporter and the office, oldest first, by the day. What was said until a code was replaced that
 * somebody else had seen stays closed: whoever holds the new one need not be who wrote. Nobody else's words are opened; what was
 * said on a main case before this one followed it is told by the day on which it began to.
 */
export async function readThreadSaid(db: Database, keys: Keys, { report, own }: ThreadOf): Promise<ThreadSaid[]> {
  const after = own.merged_after ?? 0
  const main = own.main_case === null ? [] : await listMessagesOf(db, [own.main_case])
  const fromMain = main
    .filter((message) => isReadFromMain(message, { report: report.id, after }))
    .map((message) => ({ ...message, before: message.seq > after ? null : own.merged_on }))
  const messages = [...(await ownMessages(db, { report, own })), ...fromMain].filter((one) =>
    isOpen({ report, own }, one),
  )
  const ratings = (await listRatingsBy(db, report.id)).filter((one) => isOpen({ report, own }, one))
  const cases = [own.id, ...[...messages, ...ratings].map(({ case_id }) => case_id)]
  const cells = await cellsOf(db, keys, [...new Set(cases)])
  const reports = (await listReportsOf(db, [own.id])).filter(
    ({ id }) => id === report.id && report.closed_hour === null,
  )
  const files = (await listFilesOf(db, [own.id])).filter(({ owner_id }) => owner_id === report.id)
  const later = [
    ...messages.map((message) => ({ at: message.hour, said: messageSaid(cells, message) })),
    ...ratings.map((rating) => ({ at: rating.hour, said: ratingSaid(cells, rating) })),
  ]
    .sort((one, other) => one.at.getTime() - other.at.getTime())
    .map(({ said }) => said)
  return [...reports.map((row) => reportSaid(cells, row, files)), ...later]
}

/** What was said on the reporter's own case. Of one that goes on without them, nothing that was said to others since. */
async function ownMessages(db: Database, { report, own }: ThreadOf) {
  const all = await listMessagesOf(db, [own.id])
  const left = report.withdrawn ? all.findLast(({ about }) => about === 'withdrawal')?.seq : undefined
  return all
    .filter(({ report_id, seq }) => report_id === report.id || (report_id === null && !(left && seq > left)))
    .map((message) => ({ ...message, before: null }))
}

/** Whether something was said after the code was replaced, if it ever was. */
function isOpen({ report, own }: ThreadOf, said: { case_id: string; seq?: number; hour: Date }): boolean {
  const { closed_seq, closed_hour } = report
  if (closed_hour === null) return true
  if (said.seq !== undefined && said.case_id === own.id) return said.seq > (closed_seq ?? 0)
  return said.hour > closed_hour
}

type Row<Lister extends (db: Database, ids: readonly string[]) => Promise<unknown[]>> = Awaited<
  ReturnType<Lister>
>[number]

function reportSaid(
  cells: (caseId: string) => Cells,
  row: Row<typeof listReportsOf>,
  files: Row<typeof listFilesOf>[],
): ThreadSaid {
  const { open } = cells(row.case_id)
  return {
    key: row.id,
    from: 'you',
    about: 'report',
    day: dayOf(row.received_hour),
    code: null,
    text: open('report', 'body', row.id, row.body),
    report: {
      place: row.place && open('report', 'place', row.id, row.place),
      unit: row.unit && open('report', 'unit', row.id, row.unit),
      happened: row.happened && open('report', 'happened', row.id, row.happened),
      files: files.map(({ id, name }) => open('file', 'name', id, name)),
      hasContact: row.has_contact,
      noDispatch: row.no_dispatch,
    },
  }
}

type Message = Row<typeof listMessagesOf> & { before: string | null }
const messageSaid = (cells: (caseId: string) => Cells, row: Message): ThreadSaid => ({
  key: row.id,
  from: row.said_by === 'reporter' ? 'you' : 'office',
  about: row.about,
  day: row.before ?? dayOf(row.hour),
  ...split(cells(row.case_id).open('message', 'body', row.id, row.body), CODED.includes(row.about)),
})

const ratingSaid = (
  cells: (caseId: string) => Cells,
  row: Awaited<ReturnType<typeof listRatingsBy>>[number],
): ThreadSaid => ({
  key: row.id,
  from: 'you',
  about: 'rating',
  day: dayOf(row.hour),
  code: null,
  text: row.body ? cells(row.case_id).open('rating', 'body', row.id, row.body) : '',
  rating: { satisfied: row.satisfied, consent: row.consent },
})
