import { randomUUID } from 'node:crypto'
import { listRatingsOf } from '#db/read/case-said.ts'
import { findReport } from '#db/read/cases.ts'
import { listActs } from '#db/read/journal.ts'
import { findDraftedReply, insertReply, markReplyRuled } from '#db/write/office.ts'
import type { NoReplyGround } from '#workflows/case/names.ts'
import { REOPENING } from '#workflows/deadlines/latest.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { keepNote, officer, type Act, type Recorders, sealIn, tellOne, tellReporter } from './pass.ts'

/** What the reporter is told, or the stated ground for telling nothing; nobody hears it before a second person has read it. */
export const reply: Recorders = {
  draftReply: (pass) => draft(pass, pass.event.text, null),
  proposeNoReply: (pass) => draft(pass, pass.event.text, pass.event.ground),
  approveReply: async (pass) => {
    const { text } = await rule(pass, 'approved')
    await tellReporter(pass, 'reply', text)
  },
  confirmNoReply: async (pass) => {
    const { text, ground } = await rule(pass, 'approved')
    await tellReporter(pass, 'noReply', `${ground}\n${text}`)
  },
  returnReply: async (pass) => {
    await rule(pass, 'returned')
    await keepNote(pass, pass.event.text)
  },
  declineNoReply: async (pass) => {
    await rule(pass, 'returned')
    await keepNote(pass, pass.event.text)
  },
  reverify: (pass) => keepNote(pass, pass.event.text),
  refuseRedo: async (pass) => {
    // an answer to the words of whoever was not satisfied, and to nobody else; after a look-back nobody asked
    const asked = (await listRatingsOf(pass.tx, [pass.row.id])).findLast(({ satisfied }) => !satisfied)
    const relapsed = (await listActs(pass.tx, pass.row.id)).findLast(({ type }) => REOPENING.includes(type))
    if (!asked || relapsed?.type !== 'rate') return tellReporter(pass, 'redoRefused', pass.event.text)
    const own = await findReport(pass.tx, asked.report_id)
    await tellOne(
      pass,
      { report: asked.report_id, caseId: own?.case_id ?? pass.row.id },
      'redoRefused',
      pass.event.text,
    )
  },
}

async function draft(pass: Act, text: string, ground: NoReplyGround | null): Promise<void> {
  const id = randomUUID()
  const body = sealIn(pass, 'reply', 'body', id, text)
  await insertReply(pass.tx, { id, case_id: pass.row.id, by: officer(pass), ground, body, state: 'drafted' })
}

async function rule(pass: Act, state: 'approved' | 'returned') {
  const drafted = await findDraftedReply(pass.tx, pass.row.id)
  if (!drafted) throw new Error('no draft waits for a second person')
  await markReplyRuled(pass.tx, drafted.id, { state, second: officer(pass) })
  const text = openText(pass.key, { table: 'reply', column: 'body', row: drafted.id }, drafted.body)
  return { text, ground: drafted.ground }
}
