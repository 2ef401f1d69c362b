import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { connect, disconnect } from '#db/connection.ts'
import type { Database } from '#db/transaction.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import type { MailReader } from '#workflows/channels/mailbox/apart.ts'
import { folded } from '#workflows/channels/mailbox/folded.ts'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { createPostboxKey, openPostbox } from '#workflows/protection/postbox.ts'
import { freshFolder } from '#tests/world/folder.ts'

const reader: MailReader = { read: readMail, close: () => {} }
const folder = freshFolder()
let town: Town
let owner: Database
beforeAll(async () => {
  town = await aTown({ env: { SMTP_URL: 'smtp://127.0.0.1', MAIL_FROM: '回音 <huiyin@yunlan.test>' } })
  town.house.postbox = await createPostboxKey(`${folder.path}/postbox.json`)
  owner = connect(town.database.ownerUrl, { max: 1 })
})
afterAll(async () => {
  await disconnect(owner)
  await town.close()
  folder.remove()
})
beforeEach(async () => {
  await sql`truncate mail, quarantine, quarantine_chunk, postbox, mail_link, outgoing_mail`.execute(owner)
})

let written = 0
const mail = (fields: Record<string, string> = {}, body = '每周三张一样的表。') => {
  const header = {
    From: '李 <li@example.cn>',
    Subject: '重复填表',
    'Message-ID': `<${++written}@example.cn>`,
    ...fields,
  }
  const lines = Object.entries({ 'Content-Type': 'text/plain; charset=utf-8', ...header }).map(
    ([name, value]) => `${name}: ${value}`,
  )
  return Buffer.from(`${lines.join('\n')}\n\n${body}\n`.replaceAll('\n', '\r\n'))
}
const take = (raw: Buffer) => takeMail(town.house, reader, raw)
const reportOf = async (mailId: string) => {
  const { report_id } = await town.db.selectFrom('mail').selectAll().where('id', '=', mailId).executeTakeFirstOrThrow()
  const row = await town.db.selectFrom('report').selectAll().where('id', '=', report_id).executeTakeFirstOrThrow()
  const key = await caseKey(town.db, town.house.keys, row.case_id)
  const open = (column: 'body' | 'folded') => {
    const sealed = row[column]
    return sealed ? openText(key, { table: 'report', column, row: row.id }, sealed) : null
  }
  return { row, key, body: open('body'), folded: folded.parse(JSON.parse(open('folded') ?? '[]')) }
}
const count = async (table: 'report' | 'mail' | 'quarantine' | 'outgoing_mail' | 'message') =>
  Number(
    (
      await town.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

describe('a mail becomes a report', () => {
  test('with its subject and own words as the text; what came with them is folded', async () => {
    const { outcome, id, again } = await take(
      mail({}, '每周三张一样的表。\n\n> 请各单位周五前上报\n\n-- \n李某 13800000000'),
    )
    expect({ outcome, again }).toEqual({ outcome: 'report', again: false })
    const { body, folded: rest, row } = await reportOf(id)
    expect(body).toBe('重复填表\n\n每周三张一样的表。')
    expect(rest.map(({ is }) => is)).toEqual(['quote', 'signature'])
    expect(row).toMatchObject({ channel: 'mailbox', unanswered: null })
  })

  test('and whoever wrote it may be told: the address sealed, one acknowledgement, one link', async () => {
    const { id } = await take(mail())
    const { row } = await reportOf(id)
    const { sealed } = await town.db.selectFrom('postbox').selectAll().executeTakeFirstOrThrow()
    const key = town.house.postbox
    if (!key) throw new Error('no key')
    expect(openPostbox(key, sealed, row.id)).toMatchObject({ mailbox: 'li@example.cn' })
    const link = await town.db.selectFrom('mail_link').selectAll().executeTakeFirstOrThrow()
    expect(link).toEqual({ report_id: row.id, expires_on: '2026-10-26', used: false })
    expect(await count('outgoing_mail')).toBe(1)
  })

  test.each([
    ['a unit’s own domain', 'zhang@mz.yunlan.gov.cn', 'unitDomain'],
    ['a domain under one an administrator named', 'zhang@mail.minzheng.test', 'unitDomain'],
    ['our own address', 'Huiyin@yunlan.test', 'ownAddress'],
    ['no mailbox at all', 'somebody', 'noSender'],
  ])('from %s: nothing is sent, and the clerk will see why', async (_, from, why) => {
    await sql`insert into mail_domain select 'minzheng.test', id from unit limit 1 on conflict do nothing`.execute(
      owner,
    )
    const { id } = await take(mail({ From: from }))
    expect((await reportOf(id)).row.unanswered).toBe(why)
    expect(await count('outgoing_mail')).toBe(0)
  })
})
