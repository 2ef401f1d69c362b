import { afterAll, beforeAll, expect, test } from 'vitest'
import { type MailTown, mailTown } from '#tests/world/mail-town.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { releaseMail } from '#workflows/channels/decide-quarantined.ts'
import { mintThreadToken } from '#workflows/channels/mailbox/thread-token.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { doErrand, doErrands } from '#workflows/worker/do-errand.ts'
import { DOERS } from '#workflows/worker/doers.ts'
import { inProcess } from './listener.ts'
import { reportOf } from './report-of.ts'

const CONFIRMED = '还有一件事：周报也要照片。'
let at: MailTown
beforeAll(async () => {
  at = await mailTown()
})
afterAll(() => at.close())

/** A report by mail, and the quarantined answer to our mail about it. */
async function answering(more: Record<string, string> = {}, body = '还有一件事。\n\n> 我们已收到') {
  const first = await reportOf(at, (await takeMail(at.town.house, inProcess, aMail())).id)
  const to = `<${mintThreadToken(at.town.keys, first.row.id)}@127.0.0.1>`
  const raw = aMail({ 'X-Spam-Flag': 'YES', 'In-Reply-To': to, Subject: 'Re: 回音', ...more }, body)
  const { id, outcome } = await takeMail(at.town.house, inProcess, raw)
  expect(outcome).toBe('quarantined')
  return { first, id }
}
const release = (id: string, text = CONFIRMED) =>
  releaseMail(at.town.house, at.town.officer('hewen'), id, { seen: 1, text })
const work = () => doErrands(at.town.house, 'release-mail', DOERS['release-mail'])
const mailOf = (id: string) =>
  at.town.db.selectFrom('mail').select(['outcome', 'report_id']).where('id', '=', id).executeTakeFirstOrThrow()
async function supplementsOf({ row }: Awaited<ReturnType<typeof answering>>['first']) {
  const messages = await at.town.db.selectFrom('message').selectAll().where('report_id', '=', row.id).execute()
  const key = await caseKey(at.town.db, at.town.keys, row.case_id)
  return messages
    .filter(({ about }) => about === 'supplement')
    .map(({ id, body }) => openText(key, { table: 'message', column: 'body', row: id }, body))
}
const reports = async () => (await at.town.db.selectFrom('report').select('id').execute()).length

test('a released mail that answers one of ours adds the confirmed words, and what came with them, to that report', async () => {
  const { first, id } = await answering()
  const before = await reports()
  await release(id)
  await work()
  expect(await supplementsOf(first)).toEqual([CONFIRMED])
  expect(await mailOf(id)).toEqual({ outcome: 'supplement', report_id: first.row.id })
  expect(await reports()).toBe(before)
  const { files } = await reportOf(at, id)
  expect(files.map(({ name }) => name)).toEqual(['附带内容.txt'])
  const told = await at.town.db
    .selectFrom('outgoing_mail')
    .select('about')
    .where('report_id', '=', first.row.id)
    .execute()
  expect(told).toEqual([{ about: 'acknowledgement' }])
})

test('one that no reader could take apart is told by its header all the same', async () => {
  const parts = Array.from({ length: 1200 }, () => '--b\nContent-Type: text/plain\n\n每周三张表\n')
  const { first, id } = await answering({ 'Content-Type': 'multipart/mixed; boundary=b' }, `${parts.join('')}--b--`)
  await release(id)
  await work()
  expect(await supplementsOf(first)).toEqual([CONFIRMED])
})

test('it is one supplement although the worker dies before it could say that it was done', async () => {
  const { first, id } = await answering()
  await release(id)
  const errand = at.town.db.selectFrom('errand').select('id').where('key', '=', `release:${id}`)
  const dies = doErrand(
    at.town.house,
    async (...all) => {
      await DOERS['release-mail'](...all)
      throw new Error('killed')
    },
    (await errand.executeTakeFirstOrThrow()).id,
  )
  await expect(dies).rejects.toThrow('killed')
  await work()
  expect(await supplementsOf(first)).toEqual([CONFIRMED])
  expect(await mailOf(id)).toEqual({ outcome: 'supplement', report_id: first.row.id })
})

test('by a mark that is guessed it is a report of its own', async () => {
  const { first, id } = await answering({ 'In-Reply-To': `<${'0'.repeat(90)}@127.0.0.1>` })
  await release(id)
  await work()
  expect(await mailOf(id)).toEqual({ outcome: 'report', report_id: id })
  expect(await supplementsOf(first)).toEqual([])
})
