import { randomBytes } from 'node:crypto'
import { join } from 'node:path'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { inFolder } from '#tests/protection/fresh-keys.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { accept } from '#workflows/channels/accept.ts'
import { createKeys } from '#workflows/protection/keys.ts'
import { generatePassphrase, type Passphrases } from '#workflows/vault/ceremony.ts'

let town: Town
beforeAll(async () => {
  const passphrases: Passphrases = [generatePassphrase(), generatePassphrase(), generatePassphrase()]
  const keys = await inFolder((folder) => createKeys(join(folder, 'keys.json'), { custodians: passphrases }))
  town = await aTown({ keys })
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

it('A form sent again with a file, a contact and other words loses none of them, in one case', async () => {
  const form = {
    channel: 'web',
    submission: randomBytes(16),
    text: '一周三张表。',
    noDispatch: false,
    lane: 'normal',
  } as const
  const file = { name: '表.txt', type: 'text/plain', bytes: Buffer.from('一张表') }
  await accept(town.house, { ...form, files: [] })
  const more = { ...form, text: '一周三张表，一模一样。', contact: '某处', files: [file] }
  await Promise.all([accept(town.house, { ...more }), accept(town.house, { ...more })])
  await accept(town.house, { ...more })
  const report = await town.db.selectFrom('report').selectAll().orderBy('has_contact', 'desc').executeTakeFirstOrThrow()
  expect(report.has_contact).toBe(true)
  expect(await town.db.selectFrom('file').select(['owner_id', 'size']).execute()).toEqual([
    { owner_id: report.id, size: file.bytes.length },
  ])
  const said = await town.db.selectFrom('message').select('about').where('case_id', '=', report.case_id).execute()
  expect(said).toEqual([{ about: 'supplement' }])
})
