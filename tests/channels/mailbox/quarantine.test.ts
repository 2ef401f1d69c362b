import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { type MailTown, mailTown } from '#tests/world/mail-town.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { rejectMail, releaseMail } from '#workflows/channels/decide-quarantined.ts'
import { lookAtMail } from '#workflows/channels/look-at-mail.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { openText, unwrapDataKey } from '#workflows/protection/cipher.ts'
import { mailNumber } from '#workflows/reading/mail-number.ts'
import { countWaitingMails, readQuarantine } from '#workflows/reading/quarantine.ts'
import { doErrand, doErrands } from '#workflows/worker/do-errand.ts'
import { DOERS } from '#workflows/worker/doers.ts'
import { inProcess } from './listener.ts'
import { reportOf } from './report-of.ts'

let at: MailTown
beforeAll(async () => {
  at = await mailTown()
})
afterAll(() => at.close())

const clerk = () => at.town.officer('hewen')
const SPAM = { 'X-Spam-Flag': 'YES' }
const setAside = async (fields: Record<string, string> = {}, body?: string) => {
  const { id, outcome } = await takeMail(at.town.house, inProcess, aMail({ ...SPAM, ...fields }, body))
  expect(outcome).toBe('quarantined')
  return id
}
const mailOf = (id: string) => at.town.db.selectFrom('mail').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
const release = (id: string, text = '每周三张一样的表。') => releaseMail(at.town.house, clerk(), id, { seen: 1, text })
const work = () => doErrands(at.town.house, 'release-mail', DOERS['release-mail'])

describe('a mail in quarantine', () => {
  test('is listed with reason, day and size, oldest first, for whom it does not name', async () => {
    const first = await setAside()
    at.town.clock.set('2026-10-13')
    const naming = await setAside({}, '云澜市减负办的何雯要求我们每天填表。市民政局也一样。')
    const { rows } = await readQuarantine(at.town.house, clerk())
    expect(rows[0]).toEqual({
      ...{
        id: first,
        number: mailNumber(first),
        received_on: '2026-10-12',
        size: expect.any(Number),
        reason: 'spamLike',
      },
    })
    const accused = await at.town.db
      .selectFrom('quarantine')
      .select('accused')
      .where('mail_id', '=', naming)
      .executeTakeFirstOrThrow()
    // a clerk at home in a unit that it names, and that unit alone
    const home = { ...clerk(), unit: accused.accused[0] ?? '' }
    expect(accused.accused.length).toBeGreaterThan(0)
    const others = await readQuarantine(at.town.house, home)
    expect(others.rows.map(({ id }) => id)).toEqual([first])
    expect(await countWaitingMails(at.town.house, home)).toBe(1)
    expect(await lookAtMail(at.town.house, home, naming)).toBeNull()
    expect(await rejectMail(at.town.house, home, naming, { seen: 1, grounds: '广告' })).toEqual({ kind: 'unknown' })
    expect(await countWaitingMails(at.town.house, at.town.officer('verifier'))).toBeNull()
  })

  test('shows its words and the names of its files, nothing of its header but the subject, and who looked', async () => {
    const fields = {
      From: '王小明 <wang.xm@mail.example>',
      'Reply-To': 'wang.xm@mail.example',
      'X-Originating-IP': '203.0.113.9',
    }
    const body = '每周三张一样的表。<script>alert(1)</script>\n\n> 请各单位周五前上报\n\n-- \n王小明 13800000000'
    const id = await setAside(fields, body)
    const looked = await lookAtMail(at.town.house, clerk(), id)
    expect(looked).toMatchObject({
      read: true,
      subject: '重复填表',
      own: '每周三张一样的表。<script>alert(1)</script>',
      looks: [{ name: '何雯' }],
    })
    const { beside, ...shown } = looked ?? { beside: '' }
    expect(beside).toContain('13800000000')
    expect(JSON.stringify(shown)).not.toMatch(/wang\.xm|王小明|203\.0\.113|Message-ID|mail\.example/i)
    const look = await at.town.db.selectFrom('look').selectAll().where('case_id', '=', id).execute()
    expect(look).toMatchObject([{ page: 'quarantine', staff_id: clerk().id }])
  })

  test('that no reader could take apart shows the beginning of its body, its headers left out', async () => {
    const parts = Array.from(
      { length: 1200 },
      () => '--b\nContent-Type: text/plain\nFrom: wang.xm@mail.example\n\n每周三张表\n',
    )
    const id = await setAside({ 'Content-Type': 'multipart/mixed; boundary=b' }, `${parts.join('')}--b--`)
    expect((await mailOf(id)).reason).toBe('tooManyParts')
    const looked = await lookAtMail(at.town.house, clerk(), id)
    expect(looked).toMatchObject({ read: false, subject: '' })
    expect(looked?.own).toContain('每周三张表')
    expect(looked?.own).not.toContain('wang.xm')
  })
})

describe('released', () => {
  test('it becomes a report with the confirmed words, its sender is told as of any mail, and that exactly once', async () => {
    const id = await setAside({}, '每周三张一样的表。\n\n-- \n李某 13800000000')
    expect(await release(id, '  每周三张一样的表，各县都要。 ')).toEqual({ kind: 'released' })
    // the same click again, and somebody else a moment later
    expect(await release(id, '每周三张一样的表，各县都要。')).toEqual({ kind: 'released' })
    const other = await rejectMail(at.town.house, at.town.officer('head'), id, { seen: 1, grounds: '广告' })
    expect(other).toEqual({ kind: 'stale', state: 'released' })
    await work()
    const { body, folded, row } = await reportOf(at, id)
    expect(body).toBe('每周三张一样的表，各县都要。')
    expect(folded.map(({ is }) => is)).toEqual(['signature'])
    expect(row).toMatchObject({ id, channel: 'mailbox', has_contact: true, unanswered: null })
    const mails = await at.town.db.selectFrom('outgoing_mail').selectAll().where('report_id', '=', id).execute()
    expect(mails).toMatchObject([{ about: 'acknowledgement' }])
    expect(await mailOf(id)).toMatchObject({ outcome: 'report', report_id: id })
  })

  test('it is one report although the worker dies before it could say that it was done', async () => {
    const id = await setAside()
    await release(id)
    const errand = await at.town.db
      .selectFrom('errand')
      .select('id')
      .where('key', '=', `release:${id}`)
      .executeTakeFirstOrThrow()
    const dies = doErrand(
      at.town.house,
      async (...all) => {
        await DOERS['release-mail'](...all)
        throw new Error('killed')
      },
      errand.id,
    )
    await expect(dies).rejects.toThrow('killed')
    const reports = () => at.town.db.selectFrom('report').select('id').where('id', '=', id).execute()
    expect(await reports()).toHaveLength(1)
    await work()
    expect(await reports()).toHaveLength(1)
    expect(await mailOf(id)).toMatchObject({ outcome: 'report', report_id: id })
  })

  test('a bounce that somebody released is not answered', async () => {
    const id = await setAside(
      { 'Auto-Submitted': 'auto-replied', 'Content-Type': 'text/plain; charset=iso-2022-kr' },
      '\x1b$)C\x0e<x',
    )
    await release(id)
    await work()
    expect((await reportOf(at, id)).row.unanswered).toBe('bulk')
    expect(await at.town.db.selectFrom('postbox').selectAll().where('report_id', '=', id).execute()).toEqual([])
  })

  test('without words, or with more than a report holds, it stays where it is', async () => {
    const id = await setAside()
    expect(await release(id, ' \n')).toEqual({ kind: 'invalid', field: 'text', problem: 'missing' })
    expect(await release(id, '表'.repeat(20_001))).toEqual({ kind: 'invalid', field: 'text', problem: 'tooLong' })
    expect((await lookAtMail(at.town.house, clerk(), id))?.state).toBe('waiting')
  })
})

test('rejected, it is kept with a reason that is sealed, is on the record, and nothing goes back', async () => {
  const id = await setAside()
  const grounds = '商业广告，没有反映的事。'
  expect(await rejectMail(at.town.house, clerk(), id, { seen: 1, grounds: '' })).toMatchObject({ kind: 'invalid' })
  expect(await rejectMail(at.town.house, clerk(), id, { seen: 1, grounds })).toEqual({ kind: 'rejected' })
  expect(await release(id)).toEqual({ kind: 'stale', state: 'rejected' })
  const row = await at.owner.selectFrom('quarantine').selectAll().where('mail_id', '=', id).executeTakeFirstOrThrow()
  expect(row.grounds?.includes(grounds)).toBe(false)
  const { wrapped } = await at.owner.selectFrom('data_key').selectAll().where('id', '=', id).executeTakeFirstOrThrow()
  const key = unwrapDataKey(at.town.keys, id, wrapped)
  const place = { table: 'quarantine', column: 'grounds', row: id }
  expect(row.grounds && openText(key, place, row.grounds)).toBe(grounds)
  const acts = await at.owner
    .selectFrom('journal')
    .select(['subject', 'type', 'actor_id'])
    .where('subject_id', '=', id)
    .execute()
  expect(acts).toEqual([{ subject: 'mail', type: 'rejectMail', actor_id: clerk().id }])
  expect(await at.owner.selectFrom('outgoing_mail').selectAll().where('report_id', '=', id).execute()).toEqual([])
})

test('every mail that went in is a report, rejected or still waiting, and the record of it holds', async () => {
  await work()
  const quarantined = await at.owner.selectFrom('quarantine').select(['mail_id', 'state']).execute()
  const mails = await at.owner.selectFrom('mail').select(['id', 'outcome', 'report_id']).execute()
  const reports = await at.owner.selectFrom('report').select('id').execute()
  const ids = (state: string) => quarantined.filter((row) => row.state === state).map(({ mail_id }) => mail_id)
  expect(ids('waiting').length + ids('released').length + ids('rejected').length).toBe(mails.length)
  expect(reports.map(({ id }) => id).sort()).toEqual(ids('released').sort())
  expect(
    mails
      .filter(({ outcome }) => outcome === 'report')
      .map(({ id }) => id)
      .sort(),
  ).toEqual(ids('released').sort())
  expect(await verifyJournal(at.town.db)).toMatchObject({ sound: true })
})
