import { createHash } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { findPerson } from '#db/read/people.ts'
import { account, confirmed, enrolled } from '#tests/world/accounts.ts'
import { FREELY } from '#tests/world/freely.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { addDays, DAY, dayOf, MINUTE } from '#workflows/clock.ts'
import { step } from '#workflows/engine/step.ts'
import { checkCode, slipOneTimeSecret } from '#workflows/protection/enrolment.ts'
import { currentOneTime } from '#workflows/protection/one-time.ts'
import { readAccounts, readProposed } from '#workflows/reading/account-requests.ts'
import { readNotices } from '#workflows/reading/notices.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { setAbsence } from '#workflows/settings-desk/absence.ts'
import { withdrawRequest } from '#workflows/settings-desk/account-requests.ts'
import type { ChangeOutcome } from '#workflows/settings-desk/change.ts'
import { changePerson } from '#workflows/settings-desk/change-person.ts'
import { decideAccount } from '#workflows/settings-desk/decide-account.ts'
import { enrol, readSlip } from '#workflows/settings-desk/enrol.ts'
import { leave } from '#workflows/settings-desk/leave.ts'
import { proposePerson } from '#workflows/settings-desk/open-person.ts'
import { proposeReset } from '#workflows/settings-desk/reset-secrets.ts'
import { signIn } from '#workflows/settings-desk/sign-in.ts'
import { settingsRecord } from './settings-record.ts'

const OFFICE = unitId('990300-mechanismOffice')
let town: Town
beforeEach(async () => {
  town = await aTown()
})
afterEach(() => town.close())

const ghost = (login: string, ...roles: string[]) => ({ login, name: `某${login}`, email: '', unit: OFFICE, roles })
const proposed = async (outcome: Promise<ChangeOutcome>) => {
  const { kind, ...more } = await outcome
  if (kind !== 'changed' || !('proposed' in more) || !more.proposed) throw new Error(JSON.stringify(more))
  return more.id
}
const decides = async (login: string | Staff, id: string, verdict: 'confirm' | 'refuse' = 'confirm') => {
  const decided = await decideAccount(town.house, typeof login === 'string' ? town.officer(login) : login, id, verdict)
  return decided.kind === 'refused' ? decided.code : decided.kind
}
const seen = async (login: string) => (await findPerson(town.db, town.officer(login).id))?.revision ?? 0
const rowOf = (login: string) => town.db.selectFrom('staff').selectAll().where('login', '=', login).executeTakeFirst()
const administrator = () => town.officer('tongyue')

test('an administrator alone opens no account, and sees nothing that anybody signs in with', async () => {
  const id = await proposed(proposePerson(town.house, administrator(), ghost('ghost1', 'clerk')))
  expect(await rowOf('ghost1')).toBeUndefined()
  expect(await decides('tongyue', id)).toBe('not-your-role')
  for (const login of ['hewen', 'liangbo', 'mazhen', 'jiangtao']) expect(await decides(login, id)).toBe('not-your-role')
  const { slip } = await confirmed(town, { kind: 'changed', id, revision: 0, proposed: true })
  expect(await rowOf('ghost1')).toMatchObject({ password_hash: null, totp_secret: null })
  const shown = JSON.stringify(await readProposed(town.house)) + JSON.stringify(await settingsRecord(town))
  for (const secret of [slip?.code, slip?.code.replaceAll('-', ''), slipOneTimeSecret(town.keys, slip?.code ?? '')])
    expect(shown).not.toContain(secret)
  // not decided twice, and not by a second click
  expect(await decides('qinyue', id)).toBe('unknown')
})

test('nobody signs in to an account before its owner has set it up', async () => {
  await confirmed(town, await proposePerson(town.house, administrator(), ghost('ghost1', 'clerk')))
  for (const password of ['', 'anything at all'])
    expect(await signIn(town.house, { login: 'ghost1', password, oneTime: '' }, FREELY)).toMatchObject({
      kind: 'refused',
    })
})

test('neither who proposed it nor who confirmed it becomes the owner alone; the slip is good once, for a week', async () => {
  const given = await confirmed(town, await proposePerson(town.house, administrator(), ghost('ghost1', 'clerk')))
  const code = given.slip?.code ?? ''
  const check = checkCode(town.keys, given.request)
  // the head has the slip, the administrator the check code
  for (const typed of [
    { slip: code, check: '' },
    { slip: code, check: String((Number(check) + 1) % 1e8).padStart(8, '0') },
    { slip: '', check },
    { slip: given.request, check },
  ])
    expect(await readSlip(town.house, typed)).toBeNull()
  expect(await readSlip(town.house, { slip: ` ${code.toUpperCase().replaceAll('-', ' ')}`, check })).toMatchObject({
    login: 'ghost1',
    password: 'choose',
  })
  await enrolled(town, given)
  expect(await readSlip(town.house, { slip: code, check })).toBeNull()
  const later = await confirmed(town, await proposePerson(town.house, administrator(), ghost('ghost2', 'clerk')))
  const [slip, its] = [later.slip?.code ?? '', checkCode(town.keys, later.request)]
  town.clock.advance(7 * DAY - MINUTE)
  expect(await readSlip(town.house, { slip, check: its })).not.toBeNull()
  town.clock.advance(MINUTE)
  expect(await readSlip(town.house, { slip, check: its })).toBeNull()
  const oneTime = currentOneTime(slipOneTimeSecret(town.keys, slip), town.clock.wall())
  const typed = { slip, check: its, password: 'twelve letters', again: 'twelve letters', oneTime }
  expect(await enrol(town.house, typed)).toMatchObject({ kind: 'refused' })
})

test('of a slip the database keeps a keyed hash, and a stolen copy opens nothing', async () => {
  const given = await confirmed(town, await proposePerson(town.house, administrator(), ghost('ghost1', 'clerk')))
  const [row] = await town.db.selectFrom('enrolment').selectAll().execute()
  const plain = (given.slip?.code ?? '').replaceAll('-', '')
  expect(JSON.stringify(row)).not.toContain(plain)
  expect(row?.mac.equals(createHash('sha256').update(plain).digest())).toBe(false)
})

test('two accounts of one administrator are one person for thirty days', async () => {
  const clerk = await account(town, ghost('ghost1', 'clerk'))
  const reviewer = await account(town, ghost('ghost2', 'reviewer'))
  const { caseId } = await town.report()
  const refusal = { type: 'proposeRefusal', reason: 'elsewhere', text: '请拨打热线反映。' }
  expect(await step(town.house, 'case', caseId, refusal, clerk.by)).toMatchObject({ kind: 'moved' })
  const confirms = (by: Staff) => step(town.house, 'case', caseId, { type: 'confirmRefusal' }, by)
  expect(await confirms(reviewer.by)).toMatchObject({ kind: 'refused', code: 'second-person' })
  const declines = { type: 'declineRefusal', text: '再看一看。' }
  expect(await step(town.house, 'case', caseId, declines, reviewer.by)).toMatchObject({ code: 'second-person' })
  town.clock.advance(29 * DAY)
  expect(await confirms(reviewer.by)).toMatchObject({ kind: 'refused', code: 'second-person' })
  town.clock.advance(DAY)
  expect(await confirms(reviewer.by)).toMatchObject({ kind: 'moved' })
})

test('whoever has another maker, or was there from the beginning, is a second person at once', async () => {
  const clerk = await account(town, ghost('ghost1', 'clerk'))
  const other = await account(town, ghost('admin2', 'administrator'))
  const independent = await account(town, ghost('ghost2', 'reviewer'), { proposer: other.by })
  const refused = async () => {
    const { caseId } = await town.report()
    await step(
      town.house,
      'case',
      caseId,
      { type: 'proposeRefusal', reason: 'elsewhere', text: '请拨打热线。' },
      clerk.by,
    )
    return caseId
  }
  for (const by of [independent.by, town.officer('liangbo')])
    expect(await step(town.house, 'case', await refused(), { type: 'confirmRefusal' }, by)).toMatchObject({
      kind: 'moved',
    })
})

test('an old account that is given another role by the same administrator is new again', async () => {
  const clerk = await account(town, ghost('ghost1', 'clerk'))
  const leader = await account(town, ghost('ghost2', 'leader'))
  town.clock.advance(40 * DAY)
  const typed = { name: '某人', email: '', unit: OFFICE, roles: ['reviewer'] }
  const at = (await findPerson(town.db, leader.id))?.revision ?? 0
  await confirmed(town, await changePerson(town.house, administrator(), leader.id, typed, { seen: at }))
  const { caseId } = await town.report()
  await step(
    town.house,
    'case',
    caseId,
    { type: 'proposeRefusal', reason: 'elsewhere', text: '请拨打热线。' },
    clerk.by,
  )
  const by: Staff = { ...leader.by, roles: ['reviewer'] }
  expect(await step(town.house, 'case', caseId, { type: 'confirmRefusal' }, by)).toMatchObject({
    code: 'second-person',
  })
})

test('whoever was set up by the same administrator confirms no account that this one proposes', async () => {
  const admin2 = await account(town, ghost('admin2', 'administrator'))
  const head2 = await account(town, ghost('head2', 'head'), { confirmer: town.officer('mazhen') })
  const id = await proposed(proposePerson(town.house, admin2.by, ghost('ghost1', 'clerk')))
  expect(await decides(head2.by, id)).toBe('second-person')
  expect(await decides('qinyue', id)).toBe('decided')
})

test('where the head is concerned the auditor confirms, where the auditor is the head does, and nobody for themselves', async () => {
  const becoming = await proposed(proposePerson(town.house, administrator(), ghost('ghost1', 'head')))
  expect(await decides('qinyue', becoming)).toBe('not-your-role')
  expect(await decides('mazhen', becoming)).toBe('decided')
  const resets = async (login: string) =>
    proposed(proposeReset(town.house, administrator(), town.officer(login).id, 'both', { seen: await seen(login) }))
  const ofHead = await resets('qinyue')
  expect(await decides('qinyue', ofHead)).toBe('not-your-role')
  expect(await decides('mazhen', ofHead)).toBe('decided')
  const ofAuditor = await resets('mazhen')
  expect(await decides('mazhen', ofAuditor)).toBe('not-your-role')
})

test('a change of roles or unit, an absence said for another and a handover do nothing before they are confirmed', async () => {
  const hewen = town.officer('hewen')
  const typed = { name: '何雯', email: '', unit: OFFICE, roles: ['clerk', 'reviewer'] }
  const widened = await proposed(
    changePerson(town.house, administrator(), hewen.id, typed, { seen: await seen('hewen') }),
  )
  const today = dayOf(town.clock.town())
  const absence = { deputy: town.officer('luoping').id, from: today, until: addDays(today, 3) }
  const away = await proposed(setAbsence(town.house, administrator(), town.officer('songjie').id, absence))
  const to = { cases: town.officer('luoping').id, drafts: '', letters: '' }
  const gone = await proposed(
    leave(town.house, administrator(), town.officer('tanyi').id, to, { seen: await seen('tanyi') }),
  )
  expect((await findPerson(town.db, hewen.id))?.roles).toEqual(['clerk'])
  expect(await town.db.selectFrom('absence').select('id').execute()).toEqual([])
  expect(await findPerson(town.db, town.officer('tanyi').id)).toMatchObject({ disabled: false })
  for (const id of [widened, away, gone]) expect(await decides('qinyue', id)).toBe('decided')
  expect((await findPerson(town.db, hewen.id))?.roles?.toSorted()).toEqual(['clerk', 'reviewer'])
  expect(await town.db.selectFrom('absence').select('staff_id').execute()).toHaveLength(1)
  expect(await findPerson(town.db, town.officer('tanyi').id)).toMatchObject({ disabled: true })
})

test('what somebody says of their own absence, and a leaving from which nobody gains, waits for nobody', async () => {
  const today = dayOf(town.clock.town())
  const absence = { deputy: town.officer('luoping').id, from: today, until: addDays(today, 3) }
  const own = await setAbsence(town.house, town.officer('hewen'), town.officer('hewen').id, absence)
  expect(own).not.toHaveProperty('proposed')
  const nobody = { cases: '', drafts: '', letters: '' }
  await leave(town.house, administrator(), town.officer('tanyi').id, nobody, { seen: await seen('tanyi') })
  expect(await findPerson(town.db, town.officer('tanyi').id)).toMatchObject({ disabled: true })
})

test('what was refused, withdrawn, overtaken or is proposed already does nothing', async () => {
  const refused = await proposed(proposePerson(town.house, administrator(), ghost('ghost1', 'clerk')))
  expect(await proposePerson(town.house, administrator(), ghost('ghost1', 'reviewer'))).toMatchObject({
    faults: [{ problem: 'alreadyProposed' }],
  })
  expect(await decides('qinyue', refused, 'refuse')).toBe('decided')
  expect(await decides('qinyue', refused)).toBe('unknown')
  const withdrawn = await proposed(proposePerson(town.house, administrator(), ghost('ghost1', 'clerk')))
  expect(await withdrawRequest(town.house, administrator(), withdrawn)).toMatchObject({ kind: 'changed' })
  expect(await decides('qinyue', withdrawn)).toBe('unknown')
  expect(await rowOf('ghost1')).toBeUndefined()
  const reset = () =>
    seen('hewen').then((at) =>
      proposeReset(town.house, administrator(), town.officer('hewen').id, 'both', { seen: at }),
    )
  const overtaken = await proposed(reset())
  const typed = { name: '何文', email: '', unit: OFFICE, roles: ['clerk'] }
  await changePerson(town.house, administrator(), town.officer('hewen').id, typed, { seen: await seen('hewen') })
  expect(await decides('qinyue', overtaken)).toBe('overtaken')
  expect(await rowOf('hewen')).toHaveProperty('password_hash', expect.any(String))
})

test('everybody of the office is told who was added, and the units are not', async () => {
  const before = await town.db.selectFrom('notice').select('id').execute()
  expect(before).toEqual([])
  await confirmed(town, await proposePerson(town.house, administrator(), ghost('ghost1', 'clerk')))
  await town.drain()
  const told = async (login: string) =>
    (await readNotices(town.house, town.officer(login), { unread: true, most: 50 })).map(({ name, subject }) => [
      name,
      subject.at,
    ])
  for (const login of ['hewen', 'liangbo', 'baiyu', 'tongyue', 'wulei'])
    expect(await told(login), login).toEqual([['accountChanged', 'accounts']])
  for (const login of ['qinyue', 'mazhen']) expect(await told(login)).toContainEqual(['accountToConfirm', 'accounts'])
  expect(await told('wangchuan')).toEqual([])
  const page = await readAccounts(town.house, town.officer('hewen'))
  expect(page).toMatchObject({
    waiting: [],
    pairs: null,
    fresh: [{ login: 'ghost1', maker: '童悦', roles: ['clerk'] }],
  })
})

test('the auditor sees which accounts may not be second to each other', async () => {
  await account(town, ghost('ghost1', 'clerk'))
  await account(town, ghost('ghost2', 'reviewer'))
  const pairs = async () => (await readAccounts(town.house, town.officer('mazhen'))).pairs
  expect(await pairs()).toMatchObject([
    { name: '某ghost1', maker: '童悦', others: ['某ghost2'] },
    { name: '某ghost2', maker: '童悦', others: ['某ghost1'] },
  ])
  town.clock.advance(30 * DAY)
  expect(await pairs()).toEqual([])
})
