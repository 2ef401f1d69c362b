import { afterAll, beforeAll, expect, test } from 'vitest'
import { inTransaction } from '#db/transaction.ts'
import { deleteSessionsOf } from '#db/write/staff.ts'
import { FREELY } from '#tests/world/freely.ts'
import { HOUR, MINUTE } from '#workflows/clock.ts'
import { findSessionHolder } from '#workflows/settings-desk/session-holder.ts'
import { signIn, signOut, type SignInTries } from '#workflows/settings-desk/sign-in.ts'
import { PASSWORD, type SessionHouse, sessionHouse } from './session-house.ts'

let world: SessionHouse
beforeAll(async () => {
  world = await sessionHouse()
})
afterAll(() => world.close())

let hired = 0
/** Somebody new, signed in. */
async function signedIn() {
  const login = `officer${++hired}`
  const { id, code } = await world.hire(login, ['clerk', 'verifier'])
  const outcome = await signIn(world.house, { login, password: PASSWORD, oneTime: code() }, FREELY)
  if (outcome.kind !== 'signedIn') throw new Error(outcome.why)
  return { id, login, code, token: outcome.token, roles: outcome.roles }
}
const holder = (token: string) => findSessionHolder(world.house, token)

test('an officer with login, password and one-time code is known by roles and unit', async () => {
  const { id, token, roles } = await signedIn()
  expect(roles).toEqual(['clerk', 'verifier'])
  expect(await holder(token)).toMatchObject({ by: { kind: 'staff', id, roles: ['clerk', 'verifier'] }, name: '何雯' })
})

test('a wrong password, a wrong code and an unknown login open nothing', async () => {
  const { code } = await world.hire('qinyue', ['head'])
  const tries = [
    { login: 'qinyue', password: 'another', oneTime: code() },
    { login: 'qinyue', password: PASSWORD, oneTime: '000000' },
    { login: 'nobody', password: PASSWORD, oneTime: code() },
    { login: '', password: '', oneTime: '' },
  ]
  for (const typed of tries) expect(await signIn(world.house, typed, FREELY)).toMatchObject({ kind: 'refused' })
  expect(await world.house.db.selectFrom('staff').select('totp_step').where('login', '=', 'qinyue').execute()).toEqual([
    { totp_step: 0 },
  ])
})

test('a one-time code opens one session, also when two ask with it at once', async () => {
  const { code } = await world.hire('luoping', ['clerk'])
  const typed = { login: 'luoping', password: PASSWORD, oneTime: code() }
  const outcomes = await Promise.all([1, 2, 3].map(() => signIn(world.house, typed, FREELY)))
  expect(outcomes.filter(({ kind }) => kind === 'signedIn')).toHaveLength(1)
  expect(await signIn(world.house, typed, FREELY)).toMatchObject({ kind: 'refused' })
})

test('only whoever knows the password uses up tries of the code, and what was right costs nothing', async () => {
  const { code } = await world.hire('tanyi', ['verifier'])
  const spent: string[] = []
  const tries: SignInTries = {
    spend: (on) => spent.push(on) > 0,
    giveBack: (on) => void spent.splice(spent.indexOf(on), 1),
  }
  await signIn(world.house, { login: 'tanyi', password: 'wrong', oneTime: '1' }, tries)
  expect(spent).toEqual(['password'])
  await signIn(world.house, { login: 'tanyi', password: PASSWORD, oneTime: '1' }, tries)
  expect(spent).toEqual(['password', 'code'])
  await signIn(world.house, { login: 'tanyi', password: PASSWORD, oneTime: code() }, tries)
  expect(spent).toEqual(['password', 'code'])
})

test('half an hour of nothing ends a session, work keeps it, and twelve hours end it whatever was done', async () => {
  const idle = await signedIn()
  world.clock.advance(29 * MINUTE)
  expect(await holder(idle.token)).not.toBeNull()
  world.clock.advance(29 * MINUTE)
  expect(await holder(idle.token)).not.toBeNull()
  world.clock.advance(30 * MINUTE)
  expect(await holder(idle.token)).toBeNull()

  const busy = await signedIn()
  for (let worked = 0; worked < 12 * HOUR - 20 * MINUTE; worked += 20 * MINUTE) {
    world.clock.advance(20 * MINUTE)
    expect(await holder(busy.token), `after ${worked}`).not.toBeNull()
  }
  world.clock.advance(20 * MINUTE)
  expect(await holder(busy.token)).toBeNull()
})

test('signing out, closing the account and ending its sessions work at once', async () => {
  const left = await signedIn()
  await signOut(world.house, left.token)
  expect(await holder(left.token)).toBeNull()

  const closed = await signedIn()
  await world.house.db.updateTable('staff').set({ disabled: true }).where('id', '=', closed.id).execute()
  expect(await holder(closed.token)).toBeNull()

  const changed = await signedIn()
  await inTransaction(world.house.db, (tx) => deleteSessionsOf(tx, changed.id))
  expect(await holder(changed.token)).toBeNull()
})

test('the database holds no token', async () => {
  const { token } = await signedIn()
  const rows = await world.house.db.selectFrom('staff_session').select('token_hash').execute()
  for (const { token_hash } of rows) expect(token_hash.includes(Buffer.from(token, 'base64url'))).toBe(false)
  expect(await holder(`${token}x`)).toBeNull()
})
