import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { type MailTown, mailTown } from '#tests/world/mail-town.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { mintThreadToken } from '#workflows/channels/mailbox/thread-token.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { step } from '#workflows/engine/step.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { inProcess } from './listener.ts'
import { reportOf } from './report-of.ts'

let at: MailTown
beforeAll(async () => {
  at = await mailTown()
})
afterAll(() => at.close())
beforeEach(async () => {
  await sql`truncate mail, quarantine, quarantine_chunk, postbox, mail_link, outgoing_mail`.execute(at.owner)
})
const take = (raw: Buffer) => takeMail(at.town.house, inProcess, raw)
const count = async (table: 'report' | 'mail' | 'outgoing_mail' | 'message') =>
  Number(
    (
      await at.town.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

describe('a mail that answers one of ours', () => {
  const answering = async () => {
    const first = await reportOf(at, (await take(aMail())).id)
    const to = `<${mintThreadToken(at.town.keys, first.row.id)}@127.0.0.1>`
    return { first, to }
  }

  test('is a supplement of that report, words and files, and is not acknowledged', async () => {
    const { first, to } = await answering()
    const [reports, said] = [await count('report'), await count('message')]
    const raw = aMail({ 'In-Reply-To': to, Subject: 'Re: 回音' }, '还有一件事。\n\n> 我们已收到')
    const { outcome, id } = await take(raw)
    expect(outcome).toBe('supplement')
    expect([await count('report'), await count('message'), await count('outgoing_mail')]).toEqual([
      reports,
      said + 1,
      1,
    ])
    expect(await take(raw)).toEqual({ outcome, reason: null, id, again: true })
    expect(await count('message')).toBe(said + 1)
    const { files } = await reportOf(at, id)
    expect(files.map(({ name }) => name)).toEqual(['附带内容.txt'])
    const message = await at.town.db
      .selectFrom('message')
      .selectAll()
      .where('report_id', '=', first.row.id)
      .executeTakeFirstOrThrow()
    const key = await caseKey(at.town.db, at.town.keys, first.row.case_id)
    expect(openText(key, { table: 'message', column: 'body', row: message.id }, message.body)).toBe('还有一件事。')
  })

  test('five copies at the same moment are one supplement', async () => {
    const { to } = await answering()
    const said = await count('message')
    const raw = aMail({ References: to })
    const taken = await Promise.all(Array.from({ length: 5 }, () => take(raw)))
    expect(new Set(taken.map(({ outcome, id }) => `${outcome} ${id}`)).size).toBe(1)
    expect(await count('message')).toBe(said + 1)
  })

  test('all of it is stored, or nothing', async () => {
    const { to } = await answering()
    const said = await count('message')
    await sql`create or replace function full_disk() returns trigger language plpgsql as
      $$ begin raise exception 'full' using errcode = '53100'; end $$`.execute(at.owner)
    await sql`create trigger full_disk before insert on file for each row execute function full_disk()`.execute(
      at.owner,
    )
    const raw = aMail({ 'In-Reply-To': to }, '还有。\n\n> 我们已收到')
    await expect(take(raw)).rejects.toThrow('full')
    await sql`drop trigger full_disk on file`.execute(at.owner)
    expect([await count('message'), await count('mail')]).toEqual([said, 1])
    expect(await take(raw)).toMatchObject({ outcome: 'supplement', again: false })
  })

  test.each([
    ['guessed', (to: string) => to.replace(/[0-9a-f]{4}/, '0000')],
    [
      'of a report that is not there',
      () => `<${mintThreadToken(at.town.keys, '00000000-0000-4000-8000-000000000000')}@x>`,
    ],
  ])('by a token %s is a report of its own', async (_, token) => {
    const { to } = await answering()
    const before = await count('report')
    expect(await take(aMail({ 'In-Reply-To': token(to) }))).toMatchObject({ outcome: 'report' })
    expect(await count('report')).toBe(before + 1)
  })

  test('once its case hears nothing any more, is a report of its own', async () => {
    const { first, to } = await answering()
    const by = { kind: 'reporter' as const, report: first.row.id }
    await step(at.town.house, 'case', first.row.case_id, { type: 'withdraw' }, by)
    const before = await count('report')
    const { outcome } = await take(aMail({ 'In-Reply-To': to }))
    expect(['report', 'supplement']).toContain(outcome)
    expect(await count('report')).toBe(outcome === 'report' ? before + 1 : before)
  })
})
