import { randomBytes } from 'node:crypto'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { accept } from '#workflows/channels/accept.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

it('A form sent again with 「不要交到我所在的地方」 ticked this time keeps that wish, in one case', async () => {
  const form = {
    channel: 'web',
    submission: randomBytes(16),
    text: '三天两头要表。',
    files: [],
    lane: 'normal',
  } as const
  const first = await accept(town.house, { ...form, files: [], noDispatch: false })
  const again = await accept(town.house, { ...form, files: [], noDispatch: true })
  expect(again).toEqual({ code: first.code, again: true })
  const rows = await town.db.selectFrom('case_file').select('no_dispatch').execute()
  expect(rows).toEqual([{ no_dispatch: true }])
})
