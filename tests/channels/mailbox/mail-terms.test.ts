import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { sql } from 'kysely'
import { type MailTown, mailTown } from '#tests/world/mail-town.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { rejectMail, releaseMail } from '#workflows/channels/decide-quarantined.ts'
import { lookAtMail } from '#workflows/channels/look-at-mail.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { DAY, dayOf } from '#workflows/clock.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { doErrands } from '#workflows/worker/do-errand.ts'
import { DOERS } from '#workflows/worker/doers.ts'
import { purgeMails } from '#workflows/worker/purge-mails.ts'
import { inProcess } from './listener.ts'
import { reportOf } from './report-of.ts'

const KEPT = 90
let at: MailTown
let without: MailTown
beforeAll(async () => {
  at = await mailTown()
  without = await mailTown({ vault: false })
})
afterAll(() => Promise.all([at.close(), without.close()]))
beforeEach(() => sql`truncate mail, quarantine, quarantine_chunk`.execute(at.owner))

const clerk = () => at.town.officer('hewen')
const setAside = async (town = at.town) => {
  const { id, outcome } = await takeMail(town.house, inProcess, aMail({ 'X-Spam-Flag': 'YES' }))
  expect(outcome).toBe('quarantined')
  return id
}
const release = (id: string, { town }: MailTown = at) =>
  releaseMail(town.house, town.officer('hewen'), id, { seen: 1, text: '每周三张一样的表。' })
const reject = (id: string) => rejectMail(at.town.house, clerk(), id, { seen: 1, grounds: '商业广告。' })
const work = ({ town }: MailTown = at) => doErrands(town.house, 'release-mail', DOERS['release-mail'])
const purge = ({ town, owner }: MailTown = at) => purgeMails(town.house, owner)
const left = async (id: string, { owner }: MailTown = at) => ({
  pieces: (await owner.selectFrom('quarantine_chunk').select('position').where('mail_id', '=', id).execute()).length,
  keys: (await owner.selectFrom('data_key').select('id').where('id', '=', id).execute()).length,
})
const whole = { pieces: 1, keys: 1 }
const gone = { pieces: 0, keys: 0 }

test('a mail that was decided is kept a quarter and then destroyed with its key; one that waits is kept for as long as it does', async () => {
  const [waiting, rejected, released, pending] = [
    await setAside(),
    await setAside(),
    await setAside(),
    await setAside(),
  ]
  await reject(rejected)
  await release(released)
  await work()
  // released, and its errand not done yet
  await release(pending)
  at.town.clock.advance(KEPT * DAY)
  expect(await purge()).toBe(0)
  at.town.clock.advance(DAY)
  expect(await purge()).toBe(2)
  expect(await purge()).toBe(0)
  expect([await left(waiting), await left(pending)]).toEqual([whole, whole])
  expect([await left(rejected), await left(released)]).toEqual([gone, gone])
  const rows = at.owner.selectFrom('quarantine').select(['grounds', 'words', 'purged_on', 'decided_by'])
  const today = dayOf(at.town.clock.town())
  const told = { grounds: null, words: null, purged_on: today, decided_by: clerk().id }
  expect(await rows.where('purged_on', 'is not', null).execute()).toEqual([told, told])
  // what became a report is one still
  expect((await reportOf(at, released)).body).toBe('每周三张一样的表。')
  await work()
  expect((await reportOf(at, pending)).body).toBe('每周三张一样的表。')
})

test('what came in can be counted out after it was destroyed, and each destruction is on a record that holds', async () => {
  const [first, second] = [await setAside(), await setAside()]
  await reject(first)
  await release(second)
  await work()
  at.town.clock.advance((KEPT + 1) * DAY)
  expect(await purge()).toBe(2)
  const mails = await at.owner.selectFrom('mail').select(['id', 'outcome', 'report_id']).execute()
  const states = await at.owner.selectFrom('quarantine').select(['mail_id', 'state']).execute()
  expect(new Map(mails.map(({ id, outcome, report_id }) => [id, [outcome, report_id]]))).toEqual(
    new Map([
      [first, ['quarantined', null]],
      [second, ['report', second]],
    ]),
  )
  expect(new Map(states.map(({ mail_id, state }) => [mail_id, state]))).toEqual(
    new Map([
      [first, 'rejected'],
      [second, 'released'],
    ]),
  )
  const acts = at.owner.selectFrom('journal').select(['type', 'actor_kind']).orderBy('seq')
  expect(await acts.where('subject_id', '=', first).execute()).toEqual([
    { type: 'rejectMail', actor_kind: 'staff' },
    { type: 'purgeMail', actor_kind: 'clock' },
  ])
  const journalled = await at.owner.selectFrom('journal').select('subject_id').where('type', '=', 'purgeMail').execute()
  expect(journalled.filter(({ subject_id }) => [first, second].includes(subject_id))).toHaveLength(2)
})

test('the record of what was destroyed verifies, and a destruction that nobody wrote down does not', async () => {
  const id = await setAside()
  await reject(id)
  at.town.clock.advance((KEPT + 1) * DAY)
  await purge()
  expect(await verifyJournal(at.town.db)).toMatchObject({ sound: true })
  await sql`alter table journal disable trigger all`.execute(at.owner)
  await at.owner.deleteFrom('journal').where('subject_id', '=', id).where('type', '=', 'purgeMail').execute()
  expect(await verifyJournal(at.town.db)).toMatchObject({ sound: false, subject: id })
})

test('of a mail that is gone its page says so, and the same mail a second time is known still', async () => {
  const raw = aMail({ 'X-Spam-Flag': 'YES' })
  const { id } = await takeMail(at.town.house, inProcess, raw)
  await reject(id)
  at.town.clock.advance((KEPT + 1) * DAY)
  await purge()
  const looked = await lookAtMail(at.town.house, clerk(), id)
  expect(looked).toMatchObject({ purgedOn: dayOf(at.town.clock.town()), own: '', subject: '', files: [] })
  expect(await takeMail(at.town.house, inProcess, raw)).toMatchObject({ id, again: true })
})

test('where there is no vault the only original of a released mail is not destroyed', async () => {
  const id = await setAside(without.town)
  await release(id, without)
  await work(without)
  without.town.clock.advance((KEPT + 1) * DAY)
  expect(await purge(without)).toBe(0)
  expect(await left(id, without)).toEqual(whole)
})
