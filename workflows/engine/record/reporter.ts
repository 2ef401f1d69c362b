import { randomUUID } from 'node:crypto'
import { findReport, isMainCase, listReports } from '#db/read/cases.ts'
import { listStandingAnnouncements } from '#db/read/announcements.ts'
import { endAnnouncementsTo } from '#db/write/announcements.ts'
import { markCaseNotDispatched, markCaseReprisal } from '#db/write/cases.ts'
import { findLastBrief, insertRating, markBriefUnannounced } from '#db/write/office.ts'
import { markReportNotDispatched, markReportWithdrawn } from '#db/write/reports.ts'
import { caseContext, lettersIssued } from '#workflows/case/context.ts'
import { hourOf } from '#workflows/clock.ts'
import { endBriefOf, leaveMain } from './leave-main.ts'
import { hearReporter, type Act, type Recorders, reporting, sealIn, tellOne } from './pass.ts'
import { recogniseAccused } from './recognise.ts'

/** What a reporter says after the report: each word lands in their own thread. */
export const reporter: Recorders = {
  supplement: (pass) => hear(pass, 'supplement', pass.event.text),
  appeal: async (pass) => {
    // refused together with its main case, and taken up again alone: the refusal it answers to stays in its thread
    await leaveMain(pass)
    await hear(pass, 'appeal', pass.event.text)
  },
  withdraw: async (pass) => {
    await hear(pass, 'withdrawal', pass.event.text ?? '')
    // its main case goes on, and is not this reporter's any more
    await leaveMain(pass)
    // a main case goes on with what others reported, and its own reporter has nothing to do with it any more
    const report = reporting(pass)
    if (lettersIssued(caseContext.parse(pass.row.context)) || !(await isMainCase(pass.tx, pass.row.id))) return
    await markReportWithdrawn(pass.tx, report)
    await endBriefOf(pass, pass.row.id, report)
  },
  noDispatch: async (pass) => {
    const report = reporting(pass)
    await hearReporter(pass, 'noDispatch', '')
    await markReportNotDispatched(pass.tx, report)
    await markCaseNotDispatched(pass.tx, pass.row.id)
    const own = await findReport(pass.tx, report)
    if (own && own.case_id !== pass.row.id) await markCaseNotDispatched(pass.tx, own.case_id)
    const brief = await findLastBrief(pass.tx, pass.row.id)
    // whoever else it was announced to is shown it on: that another said no is not theirs to know
    const said = await listStandingAnnouncements(pass.tx, { report, caseId: pass.row.id })
    await endAnnouncementsTo(pass.tx, report, pass.row.id)
    if (brief && said.some(({ brief_id }) => brief_id === brief.id)) await markBriefUnannounced(pass.tx, brief.id)
  },
  rate: async (pass) => {
    const { tx, row, event, now } = pass
    const id = randomUUID()
    const body = event.text ? sealIn(pass, 'rating', 'body', id, event.text) : null
    const report_id = reporting(pass)
    const said = { satisfied: event.satisfied, consent: event.consent ?? false, hour: hourOf(now), body }
    await recogniseAccused(pass, event.text)
    await insertRating(tx, { id, case_id: row.id, report_id, ...said })
  },
  reportReprisal: async (pass) => {
    await hear(pass, 'reprisal', pass.event.text)
    await markCaseReprisal(pass.tx, pass.row.id, true)
  },
  answerReprisal: async (pass) => {
    for (const { id } of await listReports(pass.tx, pass.row.id))
      await tellOne(pass, { report: id, caseId: pass.row.id }, 'reprisalAnswer', pass.event.text)
    await markCaseReprisal(pass.tx, pass.row.id, false)
  },
}

/** Keeps words of the reporter, and looks whom they accuse. */
async function hear(pass: Act, about: string, text: string): Promise<void> {
  await recogniseAccused(pass, text)
  await hearReporter(pass, about, text)
}
