import { afterAll, beforeAll, expect, test } from 'vitest'
import type { RequestContext } from '#app/http/context.ts'
import { receiptCookie } from '#app/session/receipt-session.server.ts'
import { type Declared, forReporter, forStaff } from '#app/session/who-may.server.ts'
import { MINUTE } from '#workflows/clock.ts'
import type { Role } from '#workflows/roles/roles.ts'
import { signIn } from '#workflows/settings-desk/sign-in.ts'
import { PASSWORD, type SessionHouse, sessionHouse } from './session-house.ts'

const REPORT = '3f2a7c1e-1d0b-4a57-9c3e-0a4f5b6c7d8e'
let world: SessionHouse
beforeAll(async () => {
  world = await sessionHouse({ PUBLIC_URL: 'https://huiyin.example.cn' })
})
afterAll(() => world.close())

/** Asks one loader or action as a browser would, and answers with what it answered or threw. */
async function ask(page: Declared<unknown>, { cookie = '', form = null as Record<string, string> | null } = {}) {
  const cookies: string[] = []
  const context: RequestContext = {
    house: world.house,
    nonce: '',
    spend: () => true,
    setCookie: (set) => cookies.push(set),
  }
  const request = new Request('https://huiyin.example.cn/desk/1?tab=2', {
    headers: { cookie },
    ...(form ? { method: 'POST', body: new URLSearchParams(form) } : {}),
  })
  const answer: unknown = await page({ request, params: {}, context }).catch((thrown: unknown) => thrown)
  return { answer, cookies }
}

async function cookieOf(login: string, roles: Role[]) {
  const { code } = await world.hire(login, roles)
  const outcome = await signIn(world.house, { login, password: PASSWORD, oneTime: code() }, () => true)
  return outcome.kind === 'signedIn' ? `__Host-staff=${outcome.token}` : ''
}

const desk = forStaff(['clerk'], async ({ by }) => by.roles)

test('whoever is not signed in is led to the sign-in and back', async () => {
  const { answer } = await ask(desk)
  expect(answer).toBeInstanceOf(Response)
  expect((answer as Response).headers.get('location')).toBe('/sign-in?back=%2Fdesk%2F1%3Ftab%3D2')
})

test('what was typed when the session had ended comes back, without passwords', async () => {
  const { answer } = await ask(desk, { form: { form: 'mark', note: '第一行\n第二行', newPassword: 'x' } })
  expect(answer).toMatchObject({
    init: { status: 401 },
    data: { problem: '401', typed: [['note', '第一行\n第二行']] },
  })
})

test('an officer passes by role alone', async () => {
  expect((await ask(desk, { cookie: await cookieOf('hewen', ['clerk', 'editor']) })).answer).toEqual([
    'clerk',
    'editor',
  ])
  expect((await ask(desk, { cookie: await cookieOf('tongyue', ['administrator']) })).answer).toMatchObject({
    init: { status: 403 },
  })
  expect((await ask(desk, { cookie: '__Host-staff=forged' })).answer).toBeInstanceOf(Response)
})

test('every page says to a census who may open it', () => {
  expect(desk.who).toEqual(['clerk'])
  expect(forReporter(async () => 0).who).toBe('reporter')
})

const thread = forReporter(async ({ by }) => by.report)
const pair = (setCookie = '') => setCookie.split(';')[0] ?? ''

test('a receipt opens its own thread for a quarter of an hour, and each page for another', async () => {
  const first = receiptCookie(world.house, { kind: 'reporter', report: REPORT })
  expect(first).toMatch(/^__Host-follow=[\w-]+; Path=\/; HttpOnly; SameSite=Strict; Max-Age=900; Secure$/)
  expect(first).not.toContain(REPORT)
  world.clock.advance(14 * MINUTE)
  const { answer, cookies } = await ask(thread, { cookie: pair(first) })
  expect(answer).toBe(REPORT)
  world.clock.advance(14 * MINUTE)
  expect((await ask(thread, { cookie: pair(first) })).answer).toBeInstanceOf(Response)
  expect((await ask(thread, { cookie: pair(cookies[0]) })).answer).toBe(REPORT)
})

test('an altered receipt cookie opens nothing', async () => {
  const cookie = pair(receiptCookie(world.house, { kind: 'reporter', report: REPORT }))
  const altered = cookie.slice(0, -2) + (cookie.endsWith('AA') ? 'BB' : 'AA')
  const { answer } = await ask(thread, { cookie: altered })
  expect((answer as Response).headers.get('location')).toBe('/follow')
})
