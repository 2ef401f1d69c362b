import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { listFates } from '#db/read/leaving.ts'
import { findPerson } from '#db/read/people.ts'
import type { Database } from '#db/transaction.ts'
import { inTransaction } from '#db/transaction.ts'
import { insertAbsence } from '#db/write/absences.ts'
import { newcomer } from '#tests/engine/people.ts'
import { confirmed } from '#tests/world/accounts.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { startTypicalCase } from '#workflows/engine/start-typical-case.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { readLeaver } from '#workflows/reading/leaver.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { changePerson } from '#workflows/settings-desk/change-person.ts'
import { leave, type Successors } from '#workflows/settings-desk/leave.ts'
import { doErrands } from '#workflows/worker/do-errand.ts'
import { moveWork } from '#workflows/worker/move-work.ts'
import { settingsRecord } from './settings-record.ts'

const COUNTY = unitId('990303')
const OFFICE = unitId('990300-mechanismOffice')

let town: Town
let owner: Database
beforeEach(async () => {
  town = await aTown()
  owner = connect(town.database.ownerUrl, { max: 1, timeoutMs: 0 })
})
afterEach(async () => {
  await disconnect(owner)
  await town.close()
})

const NOBODY: Successors = { cases: '', drafts: '', letters: '' }
const idOf = (login: string) => town.officer(login).id
const leaves = async (login: string, to: Partial<Successors> = {}) => {
  const seen = (await findPerson(town.db, idOf(login)))?.revision
  const outcome = await leave(town.house, town.officer('tongyue'), idOf(login), { ...NOBODY, ...to }, { seen })
  // where somebody is named to go on with it, a second person says so too
  if (outcome.kind === 'changed' && outcome.proposed)
    await confirmed(town, outcome, town.officer(login === 'qinyue' ? 'mazhen' : 'qinyue'))
  return outcome
}
/** So many reports, each in this officer's hand. */
const inHandOf = async (login: string, many: number) => {
  const cases: string[] = []
  for (let at = 0; at < many; at += 1) {
    const { caseId } = await town.report({ story: 'landAndLawsuit' })
    expect(await town.as(login).step(caseId, { type: 'take' })).toMatchObject({ kind: 'moved' })
    cases.push(caseId)
  }
  return cases
}
const holders = async (cases: string[]) => {
  const found: (string | null)[] = []
  for (const id of cases) found.push((await town.row(id)).holder)
  return found
}
const handings = async (cases: string[]) =>
  town.db
    .selectFrom('journal')
    .select('subject_id')
    .where('type', '=', 'handOver')
    .where('subject_id', 'in', cases)
    .execute()
const fates = async (login: string) =>
  Object.fromEntries((await listFates(town.db, idOf(login))).map(({ fate, cases }) => [fate, Number(cases)]))
const told = async (cases: string[]) =>
  town.db
    .selectFrom('notice')
    .innerJoin('errand', 'errand.id', 'notice.errand_id')
    .innerJoin('staff', 'staff.id', 'notice.staff_id')
    .select(['notice.name', 'staff.login'])
    .where('errand.case_id', 'in', cases)
    .where('notice.name', 'in', ['caseHandedOver', 'steppedAside'])
    .orderBy('staff.login')
    .execute()

test('one act moves all that somebody has in hand, closes the account and ends what they have open', async () => {
  const cases = await inHandOf('hewen', 3)
  expect(await leaves('hewen', { cases: idOf('luoping') })).toMatchObject({ kind: 'changed' })
  expect(await findPerson(town.db, idOf('hewen'))).toMatchObject({ disabled: true, left_on: '2026-10-12' })
  await town.drain()
  expect(await holders(cases)).toEqual(cases.map(() => idOf('luoping')))
  expect(await fates('hewen')).toEqual({ successor: 3 })
  expect(new Set((await told(cases)).map(({ login, name }) => `${login} ${name}`))).toEqual(
    new Set(['luoping caseHandedOver']),
  )
  expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
  const record = await settingsRecord(town)
  expect(record.map(({ type }) => type)).toEqual(['proposeAccount', 'leave', 'moveWork'])
  expect(record.map(({ said }) => said).join()).not.toMatch(/2026-\d{4}-\d{4}/)
})

test('without a successor the cases go back to the queue, and those in charge are told', async () => {
  const cases = await inHandOf('hewen', 2)
  await leaves('hewen')
  await town.drain()
  expect(await holders(cases)).toEqual([null, null])
  expect(await fates('hewen')).toEqual({ inCharge: 2 })
  expect(new Set((await told(cases)).map(({ login, name }) => `${login} ${name}`))).toEqual(
    new Set(['luoping steppedAside']),
  )
})

test('a case the successor may not know of goes to the head, and where the head may not either to nobody, with a notice', async () => {
  const [ordinary = '', accusing = '', office = ''] = await inHandOf('hewen', 3)
  const elsewhere = await newcomer(town.house, ['clerk'], COUNTY)
  const accuse = (id: string, unit: string) =>
    owner
      .updateTable('case_file')
      .set({ accused: [unit] })
      .where('id', '=', id)
      .execute()
  await accuse(accusing, COUNTY)
  await accuse(office, OFFICE)
  await leaves('hewen', { cases: elsewhere.id })
  await town.drain()
  expect(await holders([ordinary, accusing, office])).toEqual([elsewhere.id, idOf('qinyue'), null])
  expect(await fates('hewen')).toEqual({ successor: 1, head: 1, inCharge: 1 })
  // nobody of the office may know of it: who reads what accuses the office is told
  expect((await told([office])).map(({ login }) => login)).toEqual(['jiangtao', 'mazhen'])
})

test('a case the successor stepped aside from is not pressed on them by a machine', async () => {
  const [id = ''] = await inHandOf('luoping', 1)
  await town.as('luoping').step(id, { type: 'stepAside', text: '与当事人相识' })
  await town.as('hewen').step(id, { type: 'take' })
  await leaves('hewen', { cases: idOf('luoping') })
  await town.drain()
  expect(await holders([id])).toEqual([idOf('qinyue')])
})

test('when it breaks off halfway and goes on later, nothing is lost and nothing is moved twice', async () => {
  const cases = await inHandOf('hewen', 5)
  await leaves('hewen', { cases: idOf('luoping') })
  // the lights go out at the third hand-over, after two were stored
  await sql`create sequence handed`.execute(owner)
  await sql`grant usage on sequence handed to huiyin_app`.execute(owner)
  await sql`create function broken() returns trigger language plpgsql as $$ begin
    if new.type = 'handOver' and nextval('handed') = 3 then raise exception 'the lights went out'; end if;
    return new; end $$`.execute(owner)
  await sql`create trigger broken before insert on journal for each row execute function broken()`.execute(owner)
  await doErrands(town.house, 'move-work', moveWork)
  expect((await holders(cases)).filter((holder) => holder === idOf('hewen')).length).toBe(1)
  await doErrands(town.house, 'move-work', moveWork)
  await town.drain()
  expect(await holders(cases)).toEqual(cases.map(() => idOf('luoping')))
  expect((await handings(cases)).length).toBe(5)
  expect(await fates('hewen')).toEqual({ successor: 5 })
  expect((await settingsRecord(town)).map(({ type }) => type)).toEqual(['proposeAccount', 'leave', 'moveWork'])
  expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
})

test('broken off between a hand-over and its note, it sees whose the case is now', async () => {
  const cases = await inHandOf('hewen', 2)
  await leaves('hewen', { cases: idOf('luoping') })
  // as if the first had been moved and the process had ended before it was noted
  await town.house.db
    .updateTable('case_file')
    .set({ holder: idOf('luoping') })
    .where('id', '=', cases[0] ?? '')
    .execute()
  await town.drain()
  expect(await holders(cases)).toEqual(cases.map(() => idOf('luoping')))
  expect((await handings(cases)).length).toBe(1)
  expect(await fates('hewen')).toEqual({ successor: 2 })
})

test('whoever takes a case while they are signed out for good does not keep it', async () => {
  const fresh = (await town.report({ story: 'landAndLawsuit' })).caseId
  await Promise.all([town.as('hewen').step(fresh, { type: 'take' }), leaves('hewen', { cases: idOf('luoping') })])
  await town.drain()
  expect((await town.row(fresh)).holder).not.toBe(idOf('hewen'))
  expect(await town.as('hewen').step(fresh, { type: 'take' })).toMatchObject({ kind: 'refused' })
  expect(await town.as('qinyue').step(fresh, { type: 'handOver', to: idOf('hewen') })).toMatchObject({
    code: 'invalid',
  })
})

test('somebody who cannot do the work is no successor, and nobody leaves in their own name or as the last administrator', async () => {
  const problems = async (login: string, to: Partial<Successors>) => {
    const outcome = await leaves(login, to)
    return 'faults' in outcome ? outcome.faults.map(({ field, problem }) => `${field} ${problem}`) : []
  }
  await inHandOf('hewen', 1)
  expect(await problems('hewen', { cases: idOf('baiyu') })).toEqual(['cases successor'])
  expect(await problems('hewen', { cases: idOf('hewen') })).toEqual(['cases successor'])
  expect(await problems('baiyu', { drafts: idOf('luming') })).toEqual(['drafts successor'])
  expect(await problems('tongyue', {})).toEqual(['main notYourself', 'main lastAdministrator'])
  expect(await findPerson(town.db, idOf('hewen'))).toMatchObject({ disabled: false })
})

test("a unit's last handler does not leave its letters alone: somebody of the unit goes on with them", async () => {
  const { caseId } = await town.report()
  await town.drive(caseId, 'rectifying')
  const { territory: login } = town.handlers(caseId)
  const unit = town.officer(login).unit
  expect(await leaves(login)).toMatchObject({ faults: [{ field: 'letters', problem: 'lastHandler' }] })
  expect(await readLeaver(town.house, town.officer('tongyue'), idOf(login))).toMatchObject({ letters: 'last' })
  const colleague = await newcomer(town.house, ['leader'], unit)
  const shown = await findPerson(town.db, colleague.id)
  expect(await leaves(login, { letters: idOf('hewen') })).toMatchObject({ faults: [{ problem: 'successor' }] })
  expect(await leaves(login, { letters: colleague.id })).toMatchObject({ kind: 'changed' })
  expect((await findPerson(town.db, colleague.id))?.roles).toContain('territoryHandler')
  // whoever had the successor's account open does not take the letters away again by storing it
  const typed = { name: shown?.name ?? '', email: '', unit, roles: ['leader'] }
  expect(
    await changePerson(town.house, town.officer('tongyue'), colleague.id, typed, { seen: shown?.revision }),
  ).toMatchObject({ code: 'stale', meanwhile: [{ type: 'changeAccount' }] })
})

test('a draft keeps its authors and gets the successor beside them; absences on either side end', async () => {
  const { caseId } = await town.report()
  await town.drive(caseId, 'closed')
  await town.pass({ days: 31 })
  const begun = await startTypicalCase(town.house, town.officer('baiyu'), {
    title: '一表通',
    body: '正文',
    sources: [caseId],
  })
  if (begun.kind === 'refused') throw new Error(begun.code)
  const days = { from_on: '2026-01-01', until_on: '2027-12-31' }
  await inTransaction(town.db, async (tx) => {
    await insertAbsence(tx, { id: randomUUID(), staff_id: idOf('kexin'), deputy_id: idOf('baiyu'), ...days })
  })
  expect(await readLeaver(town.house, town.officer('tongyue'), idOf('baiyu'))).toMatchObject({ drafts: 1, absences: 1 })
  await leaves('baiyu', { drafts: idOf('kexin') })
  const { authors } = await town.db
    .selectFrom('typical_case')
    .select('authors')
    .where('id', '=', begun.id)
    .executeTakeFirstOrThrow()
  expect(authors).toEqual([idOf('baiyu'), idOf('kexin')])
  expect(await town.db.selectFrom('absence').select('id').where('ended_on', 'is', null).execute()).toEqual([])
})

test('an administrator reads how many and never which, and not of what accuses their own house', async () => {
  const [, hidden = ''] = await inHandOf('hewen', 2)
  const administrator = town.officer('tongyue')
  const before = await readLeaver(town.house, administrator, idOf('hewen'))
  expect(before).toMatchObject({ held: [{ phase: 'triage', cases: 2 }] })
  await owner
    .updateTable('case_file')
    .set({ accused: [administrator.unit] })
    .where('id', '=', hidden)
    .execute()
  const page = await readLeaver(town.house, administrator, idOf('hewen'))
  expect(page).toMatchObject({ held: [{ phase: 'triage', cases: 1 }] })
  expect(JSON.stringify(page)).not.toContain(hidden)
  await leaves('hewen', { cases: idOf('luoping') })
  await town.drain()
  expect((await town.row(hidden)).holder).toBe(idOf('luoping'))
  expect(await readLeaver(town.house, administrator, idOf('hewen'))).toMatchObject({
    fates: [{ fate: 'successor', cases: 1 }],
  })
})
