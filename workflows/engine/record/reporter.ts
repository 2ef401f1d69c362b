import { randomUUID } from 'node:crypto'
import { markCaseMerged, markCaseNotDispatched, markCaseReprisal } from '#db/write/cases.ts'
import { findLastBrief, insertRating, markBriefUnannounced } from '#db/write/office.ts'
import { hourOf } from '#workflows/clock.ts'
import { hearReporter, type Recorders, reporting, sealIn, tellReporter } from './pass.ts'

/** What a reporter says after the report: each word lands in their own thread. */
export const reporter: Recorders = {
  supplement: (pass) => hearReporter(pass, 'supplement', pass.event.text),
  appeal: (pass) => hearReporter(pass, 'appeal', pass.event.text),
  withdraw: async (pass) => {
    await hearReporter(pass, 'withdrawal', pass.event.text ?? '')
    // its main case goes on, and is not this reporter's any more
    if (pass.row.main_case) await markCaseMerged(pass.tx, pass.row.id, null)
  },
  noDispatch: async (pass) => {
    await hearReporter(pass, 'noDispatch', '')
    await markCaseNotDispatched(pass.tx, pass.row.id)
    const brief = await findLastBrief(pass.tx, pass.row.id)
    if (brief) await markBriefUnannounced(pass.tx, brief.id)
  },
  rate: async (pass) => {
    const { tx, row, event, now } = pass
    const id = randomUUID()
    const body = event.text ? sealIn(pass, 'rating', 'body', id, event.text) : null
    const report_id = reporting(pass)
    const said = { satisfied: event.satisfied, consent: event.consent ?? false, hour: hourOf(now), body }
    await insertRating(tx, { id, case_id: row.id, report_id, ...said })
  },
  reportReprisal: async (pass) => {
    await hearReporter(pass, 'reprisal', pass.event.text)
    await markCaseReprisal(pass.tx, pass.row.id, true)
  },
  answerReprisal: async (pass) => {
    await tellReporter(pass, 'reprisalAnswer', pass.event.text)
    await markCaseReprisal(pass.tx, pass.row.id, false)
  },
}
