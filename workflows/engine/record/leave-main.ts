import { randomUUID } from 'node:crypto'
import { listMessagesOf, listReportsOf } from '#db/read/case-said.ts'
import { clearObjectionWindow, endAnnouncementsTo, isStillAnnounced } from '#db/write/announcements.ts'
import { lockCase, markCaseRevised, markCaseUnmerged } from '#db/write/cases.ts'
import { findLastBrief, markBriefUnannounced } from '#db/write/office.ts'
import { insertMessage } from '#db/write/reports.ts'
import { hourOf } from '#workflows/clock.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { appendToJournal } from '#workflows/engine/journal.ts'
import { isReadFromMain } from '#workflows/engine/read-from-main.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { type Act, sealIn } from './pass.ts'

/**
 * The case follows its main case no more. What its reporter has read of that stays in their thread, as this case's own,
 * and a brief that rests on their words alone is not theirs to send any more.
 */
export async function leaveMain(pass: Act): Promise<void> {
  const { tx, row } = pass
  const main = row.main_case === null ? undefined : await lockCase(tx, row.main_case)
  if (!main) return
  const key = await caseKey(tx, pass.house.keys, main.id)
  for (const { id: report } of await listReportsOf(tx, [row.id])) {
    const after = row.merged_after ?? 0
    const read = (await listMessagesOf(tx, [main.id])).filter((each) => isReadFromMain(each, { report, after }))
    for (const { id: from, about, body, seq, hour } of read) {
      const id = randomUUID()
      const text = openText(key, { table: 'message', column: 'body', row: from }, body)
      await insertMessage(tx, {
        id,
        case_id: row.id,
        report_id: report,
        said_by: 'office',
        about,
        hour: seq > after ? hour : hourOf(pass.now),
        body: sealIn(pass, 'message', 'body', id, text),
      })
    }
    if (await endBriefOf(pass, main.id, report)) {
      await markCaseRevised(tx, main.id)
      await appendToJournal(tx, key, {
        subject: 'case',
        subjectId: main.id,
        at: pass.now,
        actor: { kind: 'machine', id: null, role: null },
        type: 'briefTakenBack',
        from: main.value,
        to: main.value,
        payload: { type: 'briefTakenBack', left: row.id },
      })
    }
  }
  await markCaseUnmerged(tx, row.id)
}

/**
 * This report does not stand behind the brief of a case any more. True where it was the last that did: then the brief
 * is taken back, and has to be written from what others said.
 */
export async function endBriefOf({ tx }: Act, caseId: string, report: string): Promise<boolean> {
  await endAnnouncementsTo(tx, report, caseId)
  const brief = await findLastBrief(tx, caseId)
  if (!brief?.territory_unit || (await isStillAnnounced(tx, brief.id))) return false
  await markBriefUnannounced(tx, brief.id)
  await clearObjectionWindow(tx, caseId)
  return true
}
