import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLimits } from '#app/http/limits.ts'
import type { LimitedAct } from '#app/http/context.ts'
import { action } from '#app/session/sign-in.tsx'
import { MINUTE, SECOND } from '#workflows/clock.ts'
import { PASSWORD, type SessionHouse, sessionHouse } from './session-house.ts'

let world: SessionHouse
beforeAll(async () => {
  world = await sessionHouse()
})
afterAll(() => world.close())

/** Sends the form of the sign-in from networks whose tries are counted as the site counts them; 303 is in. */
function aSignInPage() {
  const limits = createLimits(world.clock)
  return async (typed: { login: string; password: string; oneTime: string }, from = '203.0.113') => {
    const context = {
      house: world.house,
      nonce: '',
      spend: (act: LimitedAct, who = from) => limits.spend(act, who),
      giveBack: (act: LimitedAct, who = from) => limits.giveBack(act, who),
      setCookie: () => {},
    }
    const request = new Request('http://huiyin.test/sign-in', { method: 'POST', body: new URLSearchParams(typed) })
    const answer: unknown = await action({ request, params: {}, context })
    return answer instanceof Response ? answer.status : (answer as { init: { status: number } }).init.status
  }
}

/** Counts how often a password is really looked at: each costs the house its time. */
async function hired(login: string) {
  const { code } = await world.hire(login, ['clerk'])
  return { login, right: () => ({ login, password: PASSWORD, oneTime: code() }) }
}

test('whoever makes many wrong tries is slowed, and who has all three comes in from the same network and to the same account', async () => {
  const send = aSignInPage()
  const [victim, colleague] = [await hired('hewen'), await hired('luoping')]
  const statuses: number[] = []
  for (let tries = 0; tries < 40; tries += 1)
    statuses.push(await send({ login: victim.login, password: `guess ${tries}`, oneTime: '000000' }))
  expect(statuses.slice(0, 10)).toEqual(Array(10).fill(422))
  expect(new Set(statuses.slice(10))).toEqual(new Set([429]))
  expect(await send(victim.right())).toBe(303)
  expect(await send(colleague.right())).toBe(303)
})

test('the account is slowed wherever the tries come from, and other accounts are not', async () => {
  const send = aSignInPage()
  const [victim, other] = [await hired('songjie'), await hired('tanyi')]
  const from = (place: number) => `198.51.${place}`
  for (let place = 0; place < 10; place += 1) await send({ ...victim.right(), password: 'wrong' }, from(place))
  expect(await send({ login: victim.login, password: PASSWORD, oneTime: '000000' }, from(99))).toBe(429)
  expect(await send({ login: other.login, password: 'wrong', oneTime: '000000' }, from(99))).toBe(422)
  expect(await send(victim.right(), from(77))).toBe(303)
})

test('a slowed try is answered alike whether its password is right, and an unknown login like a known one', async () => {
  const send = aSignInPage()
  const victim = await hired('fangmin')
  for (let tries = 0; tries < 20; tries += 1) await send({ login: 'nobody', password: 'x', oneTime: '0' })
  for (const typed of [
    { login: victim.login, password: PASSWORD, oneTime: '000000' },
    { login: victim.login, password: 'wrong', oneTime: '000000' },
    { ...victim.right(), password: 'wrong' },
    { login: 'nobody', password: 'wrong', oneTime: '000000' },
  ])
    expect(await send(typed)).toBe(429)
})

test('after very many wrong codes beside the right password two codes in a row still open, and one guess does not', async () => {
  const send = aSignInPage()
  const victim = await hired('liangbo')
  // each costs a hash that takes its time
  for (let tries = 0; tries < 100; tries += 1)
    await send({ login: victim.login, password: PASSWORD, oneTime: '12345' }, `10.1.${tries}`)
  const earlier = victim.right()
  expect(await send(earlier)).toBe(429)
  world.clock.advance(30 * SECOND)
  expect(await send({ ...earlier, oneTime: `${earlier.oneTime} ${victim.right().oneTime}` })).toBe(303)
  // each pair is good once
  expect(await send({ ...earlier, oneTime: `${earlier.oneTime} ${victim.right().oneTime}` })).toBe(429)
  world.clock.advance(2 * MINUTE)
  expect(await send({ ...victim.right(), oneTime: `000000${victim.right().oneTime}` })).toBe(429)
}, 120_000)
