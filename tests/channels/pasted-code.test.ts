import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { everyWordOf, withOwnVault } from './every-word.ts'
import type { Town } from '#tests/world/town.ts'
import { accept } from '#workflows/channels/accept.ts'
import type { Report } from '#workflows/channels/report.ts'
import { writtenCall } from '#workflows/channels/hotline/written-call.ts'
import { planCalls } from '#workflows/channels/call-import.ts'
import { takeCall } from '#workflows/channels/take-call.ts'
import { startTypicalCase } from '#workflows/engine/start-typical-case.ts'
import { writeLinkToken } from '#workflows/protection/link-token.ts'
import { MASK } from '#workflows/protection/mask-receipts.ts'
import { printReceipt } from '#workflows/protection/receipt-code.ts'
import { mailTown } from '#tests/world/mail-town.ts'
import { writesByMail } from '#tests/world/by-mail.ts'

let at: Awaited<ReturnType<typeof mailTown>>
let town: Town
/** A code that opens a thread here, and a token whose link shows another. */
let code: string
let token: string
/** How many masks were there before. */
let masked = 0
beforeAll(async () => {
  at = await mailTown()
  town = at.town
  withOwnVault(town)
  code = (await town.report()).code ?? ''
  token = writeLinkToken((await writesByMail(town, 'li.na@mail.example')).submission)
})
afterAll(() => at.close())

const said = (more: Partial<Report>): Report => ({
  channel: 'web',
  submission: randomBytes(16),
  text: '反映一件事',
  noDispatch: false,
  files: [],
  lane: 'normal',
  ...more,
})
/** The same code as five people wrote it. */
const writings = () => [
  printReceipt(code),
  `13800001111${code}`,
  printReceipt(code).replaceAll(' ', '.'),
  printReceipt(code).replaceAll(' ', '\u200b     '),
  code.replace(/\d/g, (digit) => '〇一二三四五六七八九'[Number(digit)] ?? ''),
]
const rewritten = () => `https://a.example/?url=${encodeURIComponent(`https://huiyin.example/from-mail?t=${token}`)}`
/** Nothing that is stored says the code or the token, in any of these writings; the mask is there once more. */
async function nothingSaysIt(): Promise<void> {
  const words = await everyWordOf(town, at.owner)
  const masks = words.split(MASK).length
  expect(masks).toBeGreaterThan(masked)
  masked = masks
  for (const writing of [...writings(), token]) expect(words).not.toContain(writing)
}

test('a receipt code pasted into a new report is taken out before anyone reads it, and other numbers stay', async () => {
  const other = '12345678901234567890'
  await accept(town.house, said({ text: `我上次的码是 ${printReceipt(code)}，单号 ${other}` }))
  expect(await everyWordOf(town, at.owner)).toContain(`我上次的码是 ${MASK}，单号 ${other}`)
})

describe('no code and no link is stored, wherever it was written', () => {
  test.each(['text', 'place', 'unit', 'happened', 'contact'] as const)('in the %s of a form', async (field) => {
    for (const writing of [...writings(), rewritten()])
      await accept(town.house, said({ [field]: `看这个 ${writing} 谢谢` }))
    await nothingSaysIt()
  })

  test('in the name of a file, and in a text file', async () => {
    const files = [...writings(), rewritten()].map((writing, at) => ({
      name: `${writing.replaceAll('/', '_')}.txt`,
      type: 'text/plain',
      bytes: Buffer.from(`第 ${at} 页：${writing}`),
    }))
    for (const file of files) await accept(town.house, said({ files: [file] }))
    await nothingSaysIt()
  })

  test('in what a mail quotes', async () => {
    const folded = JSON.stringify(writings().map((text) => ({ is: 'quote', text })))
    await accept(town.house, said({ channel: 'mailbox', folded }))
    await nothingSaysIt()
  })

  test('in a call: its words, its fields, its number', async () => {
    for (const [at, writing] of writings().entries()) {
      const turns = [{ speaker: 'caller' as const, text: `第${'甲乙丙丁戊'[at]}次，查询码${writing}` }]
      const call = writtenCall({
        turns,
        order: `办件${'甲乙丙丁戊'[at]}${writing}`,
        place: writing,
        unit: writing,
        happened: writing,
      })
      const { outcome } = await takeCall(town.house, { call, source: 'push' })
      expect(outcome).toBe('report')
    }
    await nothingSaysIt()
  })

  test('in a file of calls that is only looked at', async () => {
    const operator = town.officer('operator')
    const calls = writings().map((writing, at) => ({ order: `${at}`, text: `来电人：查询码${writing}` }))
    const lines = ['工单编号,诉求内容', ...calls.map(({ order, text }) => `A${order}号,${text.replaceAll(',', '，')}`)]
    const file = { name: 'calls.csv', bytes: Buffer.from(lines.join('\n')) }
    const planned = await planCalls(town.house, operator, file)
    expect(planned).toMatchObject({ kind: 'planned' })
    await nothingSaysIt()
  })

  test('in what a reporter says later', async () => {
    const { caseId } = await town.report()
    for (const writing of [...writings(), rewritten()])
      expect(await town.asReporter(caseId).step(caseId, { type: 'supplement', text: writing })).toMatchObject({
        kind: 'moved',
      })
    await nothingSaysIt()
  })

  test('in what an officer writes', async () => {
    const { caseId } = await town.report()
    for (const writing of [...writings(), rewritten()])
      expect(await town.as('clerk').step(caseId, { type: 'note', text: `他说了 ${writing}` })).toMatchObject({
        kind: 'moved',
      })
    await nothingSaysIt()
  })

  test('in a rating, and in a typical case', async () => {
    const { caseId } = await town.report()
    await town.drive(caseId, 'rating')
    const rating = { type: 'rate', satisfied: true, text: `谢谢 ${printReceipt(code)}` }
    expect(await town.asReporter(caseId).step(caseId, rating)).toMatchObject({ kind: 'moved' })
    const draft = { title: `案例 ${printReceipt(code)}`, body: `见 ${printReceipt(code)}`, sources: [caseId] }
    await startTypicalCase(town.house, town.officer('editor'), draft)
    await nothingSaysIt()
  })
})
