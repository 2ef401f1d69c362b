import { listFilesOf, listMessagesOf, listRatingsOf, listReportsOf } from '#db/read/case-said.ts'
import type { Database } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import { split } from './case-said.ts'
import type { Cells } from './cells.ts'

/** Texts of the office that begin with a code on their first line. */
const CODED = ['refusal', 'noReply', 'lookBack']
/**
 * What the reporters of a merged case read of the main one: what becomes of it, and why it takes longer. A question there
 * quotes somebody else's words.
 */
export const FROM_MAIN = ['refusal', 'handedUp', 'extension', 'reply', 'noReply', 'redoRefused', 'lookBack']

/** One thing said. `code`: a reason or ground by its name; `rating`: what the reporter thought of the answer. */
export type ThreadSaid = {
  key: string
  from: 'you' | 'office'
  about: string
  day: string
  code: string | null
  text: string
  rating?: { satisfied: boolean; consent: boolean }
  report?: { place: string | null; unit: string | null; happened: string | null; files: number; hasContact: boolean }
}

/** Everything said between one reporter and the office, oldest first, by the day. Nobody else's words are opened. */
export async function readThreadSaid(
  db: Database,
  cells: (caseId: string) => Cells,
  {
    report: { id: report, closed_seq, closed_hour },
    own,
    main,
  }: { report: Whose; own: string; main: string | undefined },
): Promise<ThreadSaid[]> {
  const caseIds = [own, ...(main ? [main] : [])]
  // whoever holds the code after it was seen need not be who wrote: what was said until then stays closed
  const isOpen = ({ case_id, seq, hour }: { case_id: string; seq?: number; hour: Date }) =>
    closed_hour === null || (seq !== undefined && case_id === own ? seq > (closed_seq ?? 0) : hour > closed_hour)
  const reports = (await listReportsOf(db, [own])).filter(({ id }) => id === report && closed_hour === null)
  const files = (await listFilesOf(db, [own])).filter(({ owner_id }) => owner_id === report)
  const messages = (await listMessagesOf(db, caseIds))
    .filter(({ case_id, report_id, about }) =>
      case_id === own ? report_id === null || report_id === report : FROM_MAIN.includes(about),
    )
    .filter(isOpen)
  const ratings = (await listRatingsOf(db, caseIds)).filter(({ report_id }) => report_id === report).filter(isOpen)
  const later = [
    ...messages.map((message) => ({ at: message.hour, said: () => messageSaid(cells, message) })),
    ...ratings.map((rating) => ({ at: rating.hour, said: () => ratingSaid(cells, rating) })),
  ].sort((one, other) => one.at.getTime() - other.at.getTime())
  return [...reports.map((row) => reportSaid(cells, row, files.length)), ...later.map(({ said }) => said())]
}

/** Whose words they are, and up to where they are closed. */
type Whose = { id: string; closed_seq: number | null; closed_hour: Date | null }

type Row<Lister extends (db: Database, ids: readonly string[]) => Promise<unknown[]>> = Awaited<
  ReturnType<Lister>
>[number]

function reportSaid(cells: (caseId: string) => Cells, row: Row<typeof listReportsOf>, files: number): ThreadSaid {
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
      files,
      hasContact: row.has_contact,
    },
  }
}

const messageSaid = (cells: (caseId: string) => Cells, row: Row<typeof listMessagesOf>): ThreadSaid => ({
  key: row.id,
  from: row.said_by === 'reporter' ? 'you' : 'office',
  about: row.about,
  day: dayOf(row.hour),
  ...split(cells(row.case_id).open('message', 'body', row.id, row.body), CODED.includes(row.about)),
})

const ratingSaid = (cells: (caseId: string) => Cells, row: Row<typeof listRatingsOf>): ThreadSaid => ({
  key: row.id,
  from: 'you',
  about: 'rating',
  day: dayOf(row.hour),
  code: null,
  text: row.body ? cells(row.case_id).open('rating', 'body', row.id, row.body) : '',
  rating: { satisfied: row.satisfied, consent: row.consent },
})
