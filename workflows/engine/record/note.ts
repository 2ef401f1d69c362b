import { findActiveColleague } from '#db/read/colleagues.ts'
import { listRoles } from '#db/read/staff.ts'
import { listUnits } from '#db/read/units.ts'
import { listReports } from '#db/read/cases.ts'
import { markCodeExposed } from '#db/write/receipt-codes.ts'
import { markCaseUrgent } from '#db/write/cases.ts'
import { insertMentions } from '#db/write/office.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { hourOf } from '#workflows/clock.ts'
import { accusedIn } from '#workflows/engine/dispatch.ts'
import { PERMISSIONS } from '#workflows/roles/permissions.ts'
import { officer, type Pass, type Recorders, writeNote, wrong } from './pass.ts'

/** Who reads the notes of cases. */
const MAY_NOTE: readonly string[] = PERMISSIONS.note

/** What the office says among itself: a note, perhaps with colleagues named in it, that a case is urgent, and that its reporter's code was seen. */
export const note: Recorders = {
  note: async (pass) => {
    const named = await mentioned(pass)
    const note_id = await writeNote(pass, pass.event.text)
    const { row } = pass
    const at = { note_id, case_id: row.id, revision: row.revision + 1 }
    await insertMentions(
      pass.tx,
      named.map((staff_id) => ({ ...at, staff_id })),
    )
  },
  markUrgent: ({ tx, row }) => markCaseUrgent(tx, row.id, true),
  clearUrgent: ({ tx, row }) => markCaseUrgent(tx, row.id, false),
  exposeCode: async ({ tx, row, today, now }) => {
    const [report] = await listReports(tx, row.id)
    if (!report) throw new Error('a case without its report')
    await markCodeExposed(tx, report.split_from ?? report.id, { on: today, hour: hourOf(now) })
  },
}

/** The colleagues named, each once. A notice alone tells that there is a case: nobody is named who may not know of it. */
async function mentioned(pass: Pass<'note'>): Promise<string[]> {
  const { tx, row, event } = pass
  const named = [...new Set(event.mentions)]
  if (named.length === 0) return []
  const units = await listUnits(tx)
  for (const id of named) {
    const colleague = id === officer(pass) ? undefined : await findActiveColleague(tx, id)
    if (!colleague || inConflict(units, colleague.unit_id, accusedIn(row))) wrong('mentions')
    if (!(await listRoles(tx, id)).some((role) => MAY_NOTE.includes(role))) wrong('mentions')
  }
  return named
}
