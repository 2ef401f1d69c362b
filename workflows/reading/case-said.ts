import { listFilesOf, listMessagesOf, listRatingsOf, listReportsOf } from '#db/read/case-said.ts'
import type { Database } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import { folded } from '#workflows/folded.ts'
import type { Cells } from './cells.ts'

/** Texts that begin with a code on their first line. */
const CODED = ['refusal', 'noReply', 'lookBack']

/**
 * What the reporters of a case and of those merged into it said and were told, in words. Their times are told by the day,
 * and of a contact only that there is one.
 */
export async function readSaid(db: Database, cells: (caseId: string) => Cells, caseIds: readonly string[]) {
  const files = (await listFilesOf(db, caseIds)).map((file) => ({
    id: file.id,
    caseId: file.case_id,
    owner: file.owner_id,
    name: cells(file.case_id).open('file', 'name', file.id, file.name),
    type: file.type,
    size: file.size,
  }))
  const reports = (await listReportsOf(db, caseIds)).map((report) => {
    const { open } = cells(report.case_id)
    return {
      id: report.id,
      caseId: report.case_id,
      channel: report.channel,
      day: dayOf(report.received_hour),
      body: open('report', 'body', report.id, report.body),
      place: report.place && open('report', 'place', report.id, report.place),
      unit: report.unit && open('report', 'unit', report.id, report.unit),
      happened: report.happened && open('report', 'happened', report.id, report.happened),
      noDispatch: report.no_dispatch,
      hasContact: report.has_contact,
      /** what came with a mail's own words: for the office's eyes, and folded away there */
      folded: report.folded ? folded.parse(JSON.parse(open('report', 'folded', report.id, report.folded) || '[]')) : [],
      unanswered: report.unanswered,
      codeExposedOn: report.code_exposed_on,
      codeReplacedOn: report.code_replaced_on,
      files: files.filter(({ owner }) => owner === report.id),
    }
  })
  const messages = (await listMessagesOf(db, caseIds)).map((message) => {
    const said = cells(message.case_id).open('message', 'body', message.id, message.body)
    return {
      id: message.id,
      caseId: message.case_id,
      from: message.said_by,
      about: message.about,
      day: dayOf(message.hour),
      ...split(said, CODED.includes(message.about)),
      files: files.filter(({ owner }) => owner === message.id),
    }
  })
  const ratings = (await listRatingsOf(db, caseIds)).map((rating) => ({
    id: rating.id,
    day: dayOf(rating.hour),
    satisfied: rating.satisfied,
    consent: rating.consent,
    text: rating.body && cells(rating.case_id).open('rating', 'body', rating.id, rating.body),
  }))
  return { reports, messages, ratings }
}

/** A code on the first line and the words after it; without a code all of it is words. */
export function split(said: string, coded: boolean): { code: string | null; text: string } {
  const end = said.indexOf('\n')
  return coded && end > 0 ? { code: said.slice(0, end), text: said.slice(end + 1) } : { code: null, text: said }
}
