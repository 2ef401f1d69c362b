import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { cellsOf } from '#workflows/reading/cells.ts'
import { accept } from '#workflows/channels/accept.ts'
import { MASK } from '#workflows/protection/mask-receipts.ts'
import { printReceipt } from '#workflows/protection/receipt-code.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const said = (text: string) => ({
  channel: 'web' as const,
  submission: randomBytes(16),
  text,
  noDispatch: false,
  files: [],
  lane: 'normal' as const,
})

test('a receipt code pasted into a new report is taken out before anyone reads it, and other numbers stay', async () => {
  const { code } = await accept(town.house, said('第一次反映'))
  const other = '12345678901234567890'
  await accept(town.house, said(`我上次的码是 ${printReceipt(code ?? '')}，单号 ${other}`))
  const reports = await town.db.selectFrom('report').select(['id', 'case_id', 'body']).execute()
  const cells = await cellsOf(
    town.db,
    town.house.keys,
    reports.map(({ case_id }) => case_id),
  )
  const texts = reports.map(({ id, case_id, body }) => cells(case_id).open('report', 'body', id, body))
  expect(texts).toContain(`我上次的码是 ${MASK}，单号 ${other}`)
})
