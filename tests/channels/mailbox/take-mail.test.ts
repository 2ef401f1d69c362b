import { createHash, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { sql } from 'kysely'
import { type MailTown, mailTown } from '#tests/world/mail-town.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { mintThreadToken } from '#workflows/channels/mailbox/thread-token.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { openBytes, unwrapDataKey } from '#workflows/protection/cipher.ts'
import { quarantinePlace } from '#workflows/protection/chunk-place.ts'
import { openPostbox } from '#workflows/protection/postbox.ts'
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
const take = (raw: Buffer, town = at.town) => takeMail(town.house, inProcess, raw)
const count = async (table: 'report' | 'mail' | 'quarantine' | 'outgoing_mail' | 'message' | 'data_key') =>
  Number(
    (
      await at.town.db
        .selectFrom(table)
        .select(({ fn }) => fn.countAll().as('n'))
        .executeTakeFirstOrThrow()
    ).n,
  )

describe('a mail becomes a report', () => {
  test('with its subject and own words as the text; what came with them is folded, its sender and original sealed', async () => {
    const raw = aMail({}, '每周三张一样的表。\n\n> 请各单位周五前上报\n\n-- \n李某 13800000000')
    const { outcome, id, again } = await take(raw)
    expect({ outcome, again }).toEqual({ outcome: 'report', again: false })
    const { body, folded: rest, row } = await reportOf(at, id)
    expect(body).toBe('重复填表\n\n每周三张一样的表。')
    expect(rest.map(({ is }) => is)).toEqual(['quote', 'signature'])
    expect(row).toMatchObject({ channel: 'mailbox', has_contact: true, unanswered: null })
    const vault = await sql<{ contacts: number; originals: number }>`select
      (select count(*)::integer from vault.sealed_contact where report_id = ${row.id}) as contacts,
      (select count(*)::integer from vault.sealed_original where report_id = ${row.id}) as originals`.execute(at.owner)
    expect(vault.rows[0]).toEqual({ contacts: 1, originals: 1 })
  })

  test('and whoever wrote it may be told: the address sealed, one acknowledgement, one link', async () => {
    const { id } = await take(aMail())
    const { row } = await reportOf(at, id)
    const { sealed } = await at.town.db.selectFrom('postbox').selectAll().executeTakeFirstOrThrow()
    expect(openPostbox(at.postbox, sealed, row.id)).toMatchObject({ mailbox: 'li@mail.example' })
    const link = await at.town.db.selectFrom('mail_link').selectAll().executeTakeFirstOrThrow()
    expect(link).toEqual({ report_id: row.id, expires_on: '2026-10-26', used: false })
    expect(await count('outgoing_mail')).toBe(1)
  })

  test('or may not: nothing is sent to a unit’s own domain, and the clerk will see why', async () => {
    const { id } = await take(aMail({ From: 'zhang@mz.yunlan.gov.cn' }))
    expect((await reportOf(at, id)).row.unanswered).toBe('unitDomain')
    expect(await count('outgoing_mail')).toBe(0)
  })

  test('its text is never cut: beyond the longest report it is a file besides, whole', async () => {
    const long = '一'.repeat(19_990) + '𠮷'.repeat(5000)
    const { body, files } = await reportOf(at, (await take(aMail({}, long))).id)
    expect(body.length).toBeLessThanOrEqual(20_000)
    expect(body).toMatch(/来信共 29996 字，这里是开头，全文见附件“来信全文.txt”/)
    expect(body).not.toMatch(/\p{Cs}/u)
    expect(files).toEqual([
      { name: '来信全文.txt', type: 'text/plain', size: Buffer.byteLength(`重复填表\n\n${long}`) },
    ])
  })

  test('its files are taken as the form takes them, and of the others it says which and why', async () => {
    const png = Buffer.from(
      'iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAYAAAAfFcSJAAAADUlEQVR42mNk+M9QDwADhgGAWjR9awAAAABJRU5ErkJggg==',
      'base64',
    )
    const part = (name: string, bytes: Buffer) =>
      `--b\nContent-Type: application/octet-stream\nContent-Disposition: attachment; filename="${name}"\nContent-Transfer-Encoding: base64\n\n${bytes.toString('base64')}\n`
    const parts = [
      '--b\nContent-Type: text/plain; charset=utf-8\n\n见附件\n',
      part('table.png', png),
      part('run.exe', Buffer.from('MZ\u0000\u0001\u0002')),
      ...[1, 2, 3, 4, 5].map((n) => part(`${n}.txt`, Buffer.from(`table ${n}`))),
    ]
    const raw = aMail({ 'Content-Type': 'multipart/mixed; boundary=b' }, `${parts.join('')}--b--`)
    const { files, folded: rest } = await reportOf(at, (await take(raw)).id)
    expect(files.map(({ name, type }) => `${name} ${type}`)).toEqual([
      'table.png image/png',
      ...[1, 2, 3, 4].map((n) => `${n}.txt text/plain`),
    ])
    expect(rest).toEqual([
      { is: 'leftOut', name: 'run.exe', type: 'application/octet-stream', bytes: 5, why: 'wrongType' },
      { is: 'leftOut', name: '5.txt', type: 'application/octet-stream', bytes: 7, why: 'tooMany' },
    ])
  })

  test('whom its quotes and cards name is kept away as well, but for the office it was written to', async () => {
    const unit = async (name: string) =>
      (await at.town.db.selectFrom('unit').select('id').where('name', '=', name).executeTakeFirstOrThrow()).id
    const office = await at.town.db
      .selectFrom('unit')
      .selectAll()
      .where('kind', '=', 'office')
      .executeTakeFirstOrThrow()
    const body = `见下面的通知。\n\n> 望川县人民政府要求每天报送\n> ${office.name}已知悉`
    const { accused } = await reportOf(at, (await take(aMail({}, body))).id)
    expect(accused).toEqual([await unit('望川县人民政府')])
  })

  test('a code or a link of ours that it quotes is in no text that an officer reads', async () => {
    const first = await reportOf(at, (await take(aMail())).id)
    const link = 'http://127.0.0.1:3000/from-mail?t=SECRETTOKEN'
    const { body, folded: rest } = await reportOf(at, (await take(aMail({}, `又来了 ${link}\n\n> 见 ${link}`))).id)
    expect(`${body}${JSON.stringify(rest)}`).not.toContain('SECRETTOKEN')
    expect(first.body).toContain('表')
  })
})

describe('the same mail again changes nothing', () => {
  test('one after the other', async () => {
    const raw = aMail()
    const first = await take(raw)
    expect(await take(raw)).toEqual({ ...first, again: true })
    expect([await count('mail'), await count('outgoing_mail')]).toEqual([1, 1])
  })

  test('at the same moment, whatever it is', async () => {
    const answer = {
      'Auto-Submitted': 'auto-replied',
      'In-Reply-To': `<${mintThreadToken(at.town.keys, randomUUID())}@x>`,
    }
    const kinds = [aMail(), aMail(answer), aMail({}, '-----BEGIN PGP MESSAGE-----\nx')]
    const [reports, keys] = [await count('report'), await count('data_key')]
    for (const raw of kinds) {
      const taken = await Promise.all(Array.from({ length: 5 }, () => take(raw)))
      expect(new Set(taken.map(({ id }) => id)).size).toBe(1)
      expect(taken.filter(({ again }) => !again)).toHaveLength(1)
    }
    expect([await count('mail'), await count('report'), await count('quarantine')]).toEqual([3, reports + 1, 1])
    // one for the case, one for what people look at
    expect(await count('data_key')).toBe(keys + 2)
  })
})

describe('no report, and not lost', () => {
  test.each([
    ['sealed for somebody else', aMail({}, '-----BEGIN PGP MESSAGE-----\nabc'), 'encrypted'],
    ['with nothing in it', aMail({ Subject: '' }, ''), 'empty'],
    ['that the mail server takes for spam', aMail({ 'X-Spam-Flag': 'YES' }), 'spamLike'],
    [
      'to a hundred at once',
      aMail({ To: Array.from({ length: 120 }, (__, n) => `a${n}@b.example`).join(', ') }),
      'spamLike',
    ],
    ['of nothing but links', aMail({}, 'https://buy.example/now\n'.repeat(150)), 'spamLike'],
    ['of more words than a file may have', aMail({}, '一'.repeat(3_700_000)), 'tooMuchText'],
    ['too big to be read', aMail({}, 'a'.repeat(46 * 1024 * 1024)), 'tooBig'],
  ])('a mail %s is set aside for people, every byte of it, sealed', async (_, raw, reason) => {
    const before = await count('report')
    const { outcome, reason: why, id } = await take(raw)
    expect([outcome, why, await count('report')]).toEqual(['quarantined', reason, before])
    const { db, keys } = at.town
    const { wrapped } = await db.selectFrom('data_key').select('wrapped').where('id', '=', id).executeTakeFirstOrThrow()
    const rows = await db
      .selectFrom('quarantine_chunk')
      .selectAll()
      .where('mail_id', '=', id)
      .orderBy('position')
      .execute()
    const key = unwrapDataKey(keys, id, wrapped)
    const opened = rows.map(({ position, bytes }) =>
      openBytes(key, quarantinePlace(id, position, position === rows.length - 1), bytes),
    )
    const digest = (bytes: Buffer) => createHash('sha256').update(bytes).digest('hex')
    expect(digest(Buffer.concat(opened))).toBe(digest(raw))
    expect(rows.every(({ bytes }) => !bytes.includes('a'.repeat(40)))).toBe(true)
  })

  test('whoever a mail in quarantine names will not see it, as far as it can be read', async () => {
    const { id } = await take(aMail({ 'X-Spam-Flag': 'YES' }, '望川县人民政府天天要表'))
    const named = async () =>
      (await at.town.db.selectFrom('quarantine').select('accused').where('mail_id', '=', id).executeTakeFirstOrThrow())
        .accused
    expect(await named()).toHaveLength(1)
  })

  test('where no vault keeps the original, a mail with a file that is not taken in is set aside whole', async () => {
    const bare = await mailTown({ vault: false })
    const exe = `--b\nContent-Type: text/plain\n\nsee\n--b\nContent-Type: application/zip; name=a.zip\n\nPK\u0003\u0004\n--b--`
    const raw = aMail({ 'Content-Type': 'multipart/mixed; boundary=b' }, exe)
    expect(await take(raw, bare.town)).toMatchObject({ outcome: 'quarantined', reason: 'leftOut' })
    await bare.close()
  })

  test('a mail that alone cannot be stored as a report is set aside, and its peer is not asked for it for days', async () => {
    await sql`create or replace function poison() returns trigger language plpgsql as
      $$ begin raise exception 'poison' using errcode = '22021'; end $$`.execute(at.owner)
    await sql`create trigger poison before insert on report for each row execute function poison()`.execute(at.owner)
    const before = await count('report')
    expect(await take(aMail())).toMatchObject({ outcome: 'quarantined', reason: 'failed' })
    await sql`drop trigger poison on report`.execute(at.owner)
    expect([await count('mail'), await count('report')]).toEqual([1, before])
  })
})
