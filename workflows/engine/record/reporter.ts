import { randomUUID } from 'node:crypto'
import { listMessagesOf } from '#db/read/case-said.ts'
import { markCaseMerged, markCaseNotDispatched, markCaseReprisal } from '#db/write/cases.ts'
import { findLastBrief, insertRating, markBriefUnannounced } from '#db/write/office.ts'
import { hourOf } from '#workflows/clock.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { recogniseAccused } from './recognise.ts'
import { hearReporter, type Act, type Recorders, repeatToReporter, reporting, sealIn, tellReporter } from './pass.ts'

/** What a reporter says after the report: each word lands in their own thread. */
export const reporter: Recorders = {
  supplement: (pass) => hear(pass, 'supplement', pass.event.text),
  appeal: async (pass) => {
    if (pass.row.main_case) await leaveRefused(pass, pass.row.main_case)
    await hear(pass, 'appeal', pass.event.text)
  },
  withdraw: async (pass) => {
    await hear(pass, 'withdrawal', pass.event.text ?? '')
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
    await recogniseAccused(pass, event.text)
    await insertRating(tx, { id, case_id: row.id, report_id, ...said })
  },
  reportReprisal: async (pass) => {
    await hear(pass, 'reprisal', pass.event.text)
    await markCaseReprisal(pass.tx, pass.row.id, true)
  },
  answerReprisal: async (pass) => {
    await tellReporter(pass, 'reprisalAnswer', pass.event.text)
    await markCaseReprisal(pass.tx, pass.row.id, false)
  },
}

/** Keeps words of the reporter, and looks whom they accuse. */
async function hear(pass: Act, about: string, text: string): Promise<void> {
  await recogniseAccused(pass, text)
  await hearReporter(pass, about, text)
}

/** Refused together with its main case, and taken up again alone: the refusal it answers to stays in its thread. */
async function leaveRefused(pass: Act, main: string): Promise<void> {
  const refusal = (await listMessagesOf(pass.tx, [main])).findLast(({ about }) => about === 'refusal')
  if (refusal) {
    const key = await caseKey(pass.tx, pass.house.keys, main)
    const text = openText(key, { table: 'message', column: 'body', row: refusal.id }, refusal.body)
    await repeatToReporter(pass, 'refusal', text)
  }
  await markCaseMerged(pass.tx, pass.row.id, null)
}
