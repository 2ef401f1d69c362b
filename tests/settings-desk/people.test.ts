import { afterAll, beforeAll, expect, test } from 'vitest'
import { findPerson } from '#db/read/people.ts'
import { account as settled, confirmed } from '#tests/world/accounts.ts'
import { FREELY } from '#tests/world/freely.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { step } from '#workflows/engine/step.ts'
import { checkCode, slipOneTimeSecret } from '#workflows/protection/enrolment.ts'
import { currentOneTime } from '#workflows/protection/one-time.ts'
import { ROLES } from '#workflows/roles/roles.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { changePassword } from '#workflows/settings-desk/change-password.ts'
import { changePerson } from '#workflows/settings-desk/change-person.ts'
import { decideAccount } from '#workflows/settings-desk/decide-account.ts'
import { enrol } from '#workflows/settings-desk/enrol.ts'
import { proposePerson } from '#workflows/settings-desk/open-person.ts'
import { proposeReset } from '#workflows/settings-desk/reset-secrets.ts'
import { findSessionHolder } from '#workflows/settings-desk/session-holder.ts'
import { signIn } from '#workflows/settings-desk/sign-in.ts'
import { settingsRecord } from './settings-record.ts'

const OFFICE = unitId('990300-mechanismOffice')
const COUNTY = unitId('990303')

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const administrator = () => town.as('tongyue').by as ReturnType<Town['officer']>
const revisionOf = async (id: string) => (await findPerson(town.db, id))?.revision ?? 0
let logins = 0
const typedPerson = (more: Partial<Parameters<typeof proposePerson>[2]> = {}) => {
  logins += 1
  return { login: `person${logins}`, name: '夏禾', email: '', unit: OFFICE, roles: ['clerk'], ...more }
}
const open = (more: Parameters<typeof typedPerson>[0] = {}) =>
  proposePerson(town.house, administrator(), typedPerson(more))
const opened = (more: Parameters<typeof open>[0] = {}) => settled(town, typedPerson(more))
const resets = async (id: string, which: 'password' | 'oneTime') =>
  confirmed(town, await proposeReset(town.house, administrator(), id, which, { seen: await revisionOf(id) }))
const signedIn = async ({
  login,
  password,
  oneTimeSecret,
}: {
  login: string
  password: string
  oneTimeSecret: string
}) => {
  // each code is good once
  town.clock.advance(60_000)
  const oneTime = currentOneTime(oneTimeSecret, town.clock.wall())
  return signIn(town.house, { login, password, oneTime }, FREELY)
}
const whys = (outcome: { kind: string; faults?: { problem: string }[] }) =>
  outcome.faults?.map(({ problem }) => problem) ?? []

test('an account is set up by its owner, who signs in with what they chose, and nothing of it is stored in clear', async () => {
  const account = await opened({ email: 'xiahe@yunlan.example.test' })
  expect(await signedIn(account)).toMatchObject({ kind: 'signedIn', roles: ['clerk'] })
  const stored = JSON.stringify(await town.db.selectFrom('staff').selectAll().where('id', '=', account.id).execute())
  const record = JSON.stringify(await settingsRecord(town))
  for (const secret of [account.password, account.oneTimeSecret]) {
    expect(stored).not.toContain(secret)
    expect(record).not.toContain(secret)
  }
  expect(record).toContain('xiahe@yunlan.example.test')
})

test.each([
  ['an administrator who would read cases', { roles: ['administrator', 'clerk'] }, ['administratorReadsCases']],
  ['a clerk who is at home in a county', { unit: COUNTY, roles: ['clerk'] }, ['notAtThisUnit']],
  [
    'a handler at a unit that gets no letter of that side',
    { unit: COUNTY, roles: ['departmentHandler'] },
    ['notAtThisUnit'],
  ],
  ['an auditor of the office in the office', { roles: ['auditor'] }, ['notAtThisUnit']],
  ['nobody in particular', { name: '', login: 'UPPER case', roles: [] }, ['wrong', 'missing', 'noRole']],
  ['a login that somebody has', { login: 'hewen' }, ['loginTaken']],
  ['a unit that does not exist', { unit: 'nowhere' }, ['wrong']],
  ['an address that is none', { email: 'xiahe at home' }, ['wrong']],
])('no account is opened for %s', async (_who, typed, expected) => {
  expect(whys(await open(typed))).toEqual(expected)
})

test('nobody gets an account under a name of which nothing can be seen', async () => {
  expect(whys(await open({ name: '\u200B\u202E' }))).toEqual(['missing'])
  const { id } = await opened({ name: '夏\u200B禾' })
  expect((await findPerson(town.db, id))?.name).toBe('夏禾')
})

test('the login of someone who left is not given again', async () => {
  const { id, login } = await opened()
  await town.db.updateTable('staff').set({ disabled: true }).where('id', '=', id).execute()
  expect(whys(await open({ login }))).toEqual(['loginTaken'])
})

test('when what somebody may do changes, everything they have open ends; a corrected name ends nothing', async () => {
  const account = await opened()
  const session = await signedIn(account)
  if (session.kind !== 'signedIn') throw new Error('not signed in')
  const change = async (name: string, roles: string[]) =>
    changePerson(
      town.house,
      administrator(),
      account.id,
      { name, email: '', unit: OFFICE, roles },
      { seen: await revisionOf(account.id) },
    )
  expect(await change('夏荷', ['clerk'])).toMatchObject({ kind: 'changed' })
  expect(await findSessionHolder(town.house, session.token)).toMatchObject({ name: '夏荷' })
  const proposed = await change('夏荷', ['clerk', 'verifier'])
  expect(await findSessionHolder(town.house, session.token)).toMatchObject({ by: { roles: ['clerk'] } })
  await confirmed(town, proposed)
  expect(await findSessionHolder(town.house, session.token)).toBeNull()
})

test('a case leaves the hands of whoever works on cases no more, or comes to answer to the accused', async () => {
  const [supervision, accused] = [unitId('990300-supervision'), unitId('990300-civilAffairs')]
  const hold = async (typed: { unit: string; roles: string[] }) => {
    const { id } = await opened(typed)
    const { caseId } = await town.report()
    await town.as('hewen').step(caseId, { type: 'nameAccused', units: [accused] })
    const by = {
      kind: 'staff',
      id,
      unit: typed.unit,
      roles: ROLES.filter((role) => typed.roles.includes(role)),
    } as const
    expect(await step(town.house, 'case', caseId, { type: 'take' }, by)).toMatchObject({ kind: 'moved' })
    const become = async (unit: string, roles: string[]) => {
      const typed = { name: '夏禾', email: '', unit, roles }
      const seen = await revisionOf(id)
      await confirmed(town, await changePerson(town.house, administrator(), id, typed, { seen }))
    }
    return {
      id,
      become,
      holder: async () => {
        await town.drain()
        return (await town.row(caseId)).holder
      },
    }
  }
  const clerk = await hold({ unit: OFFICE, roles: ['clerk'] })
  await clerk.become(OFFICE, ['clerk', 'verifier'])
  expect(await clerk.holder()).toBe(clerk.id)
  await clerk.become(OFFICE, ['leader'])
  expect(await clerk.holder()).toBeNull()

  const supervisor = await hold({ unit: supervision, roles: ['supervisor'] })
  await supervisor.become(accused, ['supervisor'])
  expect(await supervisor.holder()).toBeNull()
})

test('of two administrators who change the same account the second is told, and nothing of theirs is stored', async () => {
  const { id } = await opened()
  const seen = await revisionOf(id)
  const change = (name: string) =>
    changePerson(town.house, administrator(), id, { name, email: '', unit: OFFICE, roles: ['clerk'] }, { seen })
  const outcomes = await Promise.all([change('甲'), change('乙')])
  expect(outcomes.map(({ kind }) => kind).sort()).toEqual(['changed', 'refused'])
  const won = outcomes[0]?.kind === 'changed' ? '甲' : '乙'
  expect((await findPerson(town.db, id))?.name).toBe(won)
})

test('nobody changes their own roles, and somebody always remains administrator', async () => {
  const me = administrator()
  const other = await opened({ roles: ['administrator'] })
  const typed = { name: '童悦', email: '', unit: me.unit, roles: ['administrator', 'leader'] }
  expect(whys(await changePerson(town.house, me, me.id, typed, { seen: await revisionOf(me.id) }))).toEqual([
    'notYourself',
  ])
  const without = async (by: typeof me, id: string, unit: string) =>
    changePerson(
      town.house,
      by,
      id,
      { name: '某人', email: '', unit, roles: ['leader'] },
      { seen: await revisionOf(id) },
    )
  // both were proposed while there were two: confirming both would leave none
  const [first, second] = [await without(me, other.id, OFFICE), await without(other.by, me.id, me.unit)]
  if (second.kind !== 'changed') throw new Error('not proposed')
  await confirmed(town, first)
  expect(await decideAccount(town.house, town.officer('qinyue'), second.id, 'confirm')).toEqual({
    kind: 'refused',
    code: 'overtaken',
  })
})

test('a lost phone or a forgotten password: the old one is good no more, and whoever kept the other proves it', async () => {
  const account = await opened()
  const sets = async (given: Awaited<ReturnType<typeof resets>>, password: string, secret: string) => {
    town.clock.advance(60_000)
    const [slip, check] = [given.slip?.code ?? '', checkCode(town.keys, given.request)]
    const oneTime = currentOneTime(secret, town.clock.wall())
    return enrol(town.house, { slip, check, password, again: password, oneTime })
  }
  const forgotten = await resets(account.id, 'password')
  expect(await signedIn(account)).toMatchObject({ kind: 'refused' })
  // a slip that came into other hands: without the phone it sets no password
  const own = slipOneTimeSecret(town.keys, forgotten.slip?.code ?? '')
  expect(whys(await sets(forgotten, 'somebody else’s choice', own))).toEqual(['wrongCode'])
  expect(await sets(forgotten, 'chosen once more by me', account.oneTimeSecret)).toMatchObject({ kind: 'changed' })
  const known = { ...account, password: 'chosen once more by me' }
  expect(await signedIn(known)).toMatchObject({ kind: 'signedIn' })
  const lost = await resets(account.id, 'oneTime')
  expect(await signedIn(known)).toMatchObject({ kind: 'refused' })
  const fresh = slipOneTimeSecret(town.keys, lost.slip?.code ?? '')
  expect(whys(await sets(lost, 'somebody else’s choice', fresh))).toEqual(['wrong'])
  expect(await sets(lost, known.password, fresh)).toMatchObject({ kind: 'changed' })
  expect(await signedIn({ ...known, oneTimeSecret: fresh })).toMatchObject({ kind: 'signedIn' })
  const record = (await settingsRecord(town)).map(({ said }) => said).join()
  expect(record).toContain('"which":"oneTime"')
  for (const secret of [known.password, fresh, lost.slip?.code ?? '']) expect(record).not.toContain(secret)
})

test('whoever signs in while the secrets they type are replaced comes too late', async () => {
  const account = await opened()
  const signInDuring = async (typed: typeof account, which: 'password' | 'oneTime') => {
    town.clock.advance(60_000)
    const oneTime = currentOneTime(typed.oneTimeSecret, town.clock.wall())
    let reset: ReturnType<typeof resets> | undefined
    // asked when the old secrets were found right: what is stored next finds the new ones
    const afterReset = (transaction: ReturnType<typeof town.db.transaction>): typeof transaction =>
      new Proxy(transaction, {
        get: (begun, name) => {
          if (name === 'setIsolationLevel')
            return (...level: Parameters<typeof begun.setIsolationLevel>) =>
              afterReset(begun.setIsolationLevel(...level))
          return async (work: Parameters<typeof begun.execute>[0]) => {
            await reset
            return begun.execute(work)
          }
        },
      })
    const db = new Proxy(town.db, {
      get: (target, name) => {
        if (name === 'transaction') return () => afterReset(target.transaction())
        const found: unknown = Reflect.get(target, name, target)
        return typeof found === 'function' ? found.bind(target) : found
      },
    })
    const spend = (on: 'password' | 'code') => {
      // the last that is asked before the session is stored
      if (on === 'code') reset = resets(account.id, which)
      return true
    }
    const outcome = await signIn({ ...town.house, db }, { ...typed, oneTime }, { ...FREELY, spend })
    return { outcome, given: await reset }
  }
  const { outcome, given } = await signInDuring(account, 'password')
  expect(outcome).toMatchObject({ kind: 'refused' })
  town.clock.advance(60_000)
  const known = { ...account, password: 'chosen once more by me' }
  const set = await enrol(town.house, {
    slip: given?.slip?.code ?? '',
    check: checkCode(town.keys, given?.request ?? ''),
    password: known.password,
    again: known.password,
    oneTime: currentOneTime(account.oneTimeSecret, town.clock.wall()),
  })
  expect(set).toMatchObject({ kind: 'changed' })
  expect(await signedIn(known)).toMatchObject({ kind: 'signedIn' })
  expect((await signInDuring(known, 'oneTime')).outcome).toMatchObject({ kind: 'refused' })
})

test('an officer changes their own password with the old one, and stays signed in here alone', async () => {
  const account = await opened()
  const [here, elsewhere] = [await signedIn(account), await signedIn(account)]
  if (here.kind !== 'signedIn' || elsewhere.kind !== 'signedIn') throw new Error('not signed in')
  const by = { kind: 'staff', id: account.id, roles: ['clerk'], unit: OFFICE } as const
  const change = (old: string, fresh: string, again = fresh) =>
    changePassword(town.house, by, { old, fresh, again }, here.token)
  expect(whys(await change('not the old one', '晴天里的十二个字真不少呀'))).toEqual(['wrong'])
  expect(whys(await change(account.password, 'short'))).toEqual(['tooShort'])
  expect(whys(await change(account.password, account.password))).toEqual(['same'])
  expect(whys(await change(account.password, 'twelve letters', 'twelve lettres'))).toEqual(['differs'])
  expect(await change(account.password, 'twelve letters')).toMatchObject({ kind: 'changed' })
  expect(await findSessionHolder(town.house, here.token)).not.toBeNull()
  expect(await findSessionHolder(town.house, elsewhere.token)).toBeNull()
  expect(await signedIn({ ...account, password: 'twelve letters' })).toMatchObject({ kind: 'signedIn' })
  expect(JSON.stringify(await settingsRecord(town))).not.toContain('twelve letters')
})

test('every change of accounts is a link of the chain of settings', async () => {
  const acts = (await settingsRecord(town)).map(({ type }) => type)
  for (const type of ['proposeAccount', 'openAccount', 'enrol', 'changeAccount', 'resetSecrets', 'changePassword'])
    expect(acts).toContain(type)
  expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
})
