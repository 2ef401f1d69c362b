import { once } from 'node:events'
import { createServer, type RequestListener } from 'node:http'
import { text } from 'node:stream/consumers'
import { beforeAll, expect, test } from 'vitest'
import { handClock, MINUTE } from '#workflows/clock.ts'
import { type HumanCheckSettings, verifyHuman } from '#workflows/channels/web/human-check.ts'
import { type Challenge, newChallenge } from '#workflows/channels/web/proof-of-work.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { freshKeys } from './fresh-keys.ts'

const pow: HumanCheckSettings = { humanCheck: 'pow' }
let keys: Keys
beforeAll(async () => {
  keys = await freshKeys()
})
const clock = () => handClock('2026-10-12')

test('a phone that solves the challenge is in the normal lane, and its challenge is marked as used', async () => {
  const { wall } = clock()
  const challenge = await newChallenge(keys, wall())
  const answer = await solve(challenge)
  const check = await verifyHuman({ settings: pow, keys, answer, now: wall() })
  expect(check.lane).toBe('normal')
  expect(check.used).toHaveLength(32)
  expect(check.expires).toEqual(new Date(wall().getTime() + 20 * MINUTE))
})

test('a challenge sent twice bears the same mark, however its answer is written', async () => {
  const { wall } = clock()
  const answer = await solve(await newChallenge(keys, wall()))
  const respelled = Buffer.from(JSON.stringify({ x: 1, ...JSON.parse(atob(answer)) }, null, 2)).toString('base64')
  const marks = [answer, respelled].map(async (sent) => verifyHuman({ settings: pow, keys, answer: sent, now: wall() }))
  const [first, second] = await Promise.all(marks)
  expect(second).toEqual(first)
  expect(second?.lane).toBe('normal')
})

test('the work is between 250 and 750 tries, never more', async () => {
  const { wall } = clock()
  for (let number = 0; number < 3; number++) {
    const { solution } = JSON.parse(atob(await solve(await newChallenge(keys, wall()))))
    expect(solution.counter).toBeGreaterThanOrEqual(250)
    expect(solution.counter).toBeLessThanOrEqual(750)
  }
})

test.each([null, ''])('with scripts off (%j) the report is taken into the slower lane', async (answer) => {
  expect(await verifyHuman({ settings: pow, keys, answer, now: clock().wall() })).toEqual({ lane: 'slow' })
})

test('a long report outlasts its challenge: solved but late is the slower lane, not a lost report', async () => {
  const hand = clock()
  const answer = await solve(await newChallenge(keys, hand.wall()))
  hand.advance(20 * MINUTE)
  expect(await verifyHuman({ settings: pow, keys, answer, now: hand.wall() })).toEqual({ lane: 'slow' })
})

test('a challenge whose time was prolonged, or made easier, by the sender fails', async () => {
  const { wall } = clock()
  const challenge = await newChallenge(keys, wall())
  const { solution } = JSON.parse(atob(await solve(challenge)))
  const forgeries = [
    { ...challenge.parameters, data: { until: challenge.parameters.data.until + 1 } },
    { ...challenge.parameters, cost: 1 },
    { ...challenge.parameters, keyPrefix: '' },
    { ...challenge.parameters, keySignature: '' },
  ]
  for (const parameters of forgeries)
    expect(await judged({ challenge: { ...challenge, parameters }, solution }, wall())).toEqual({ lane: 'failed' })
  expect((await judged({ challenge, solution }, wall())).lane).toBe('normal')
})

test('an unsolved challenge, and the solution of another, fail', async () => {
  const { wall } = clock()
  const challenge = await newChallenge(keys, wall())
  const other = JSON.parse(atob(await solve(await newChallenge(keys, wall()))))
  const { keyPrefix } = challenge.parameters
  for (const solution of [{ counter: 300, derivedKey: keyPrefix }, { counter: 300, derivedKey: '' }, other.solution])
    expect(await judged({ challenge, solution }, wall())).toEqual({ lane: 'failed' })
})

test('a challenge of another town fails', async () => {
  const { wall } = clock()
  const answer = await solve(await newChallenge(await freshKeys(), wall()))
  expect(await verifyHuman({ settings: pow, keys, answer, now: wall() })).toEqual({ lane: 'failed' })
})

test.each([
  ['a letter', 'x'],
  ['an empty object', btoa('{}')],
  ['null', btoa('null')],
  ['no base64', '%%%'],
  ['Chinese', '查询码'],
  ['a book', 'A'.repeat(100_000)],
  ['a challenge without parts', btoa('{"challenge":{},"solution":[]}')],
])('%s for an answer fails without falling over', async (_, answer) => {
  expect(await verifyHuman({ settings: pow, keys, answer, now: clock().wall() })).toEqual({ lane: 'failed' })
})

test('with the check turned off everyone is in the normal lane', async () => {
  const settings: HumanCheckSettings = { humanCheck: 'off' }
  expect(await verifyHuman({ settings, keys, answer: null, now: clock().wall() })).toEqual({ lane: 'normal' })
})

test('hCaptcha is asked with the secret and the token, and never told an address', async () => {
  const asked: { method?: string; type?: string; body: string }[] = []
  await withPeer(
    async (request, response) => {
      asked.push({ method: request.method, type: request.headers['content-type'], body: await text(request) })
      response.end(JSON.stringify({ success: true, challenge_ts: '2026-10-12T02:00:00Z' }))
    },
    async (verifyUrl) => expect(await hcaptcha(verifyUrl, 'to+ken&1')).toEqual({ lane: 'normal' }),
  )
  expect(asked).toHaveLength(1)
  expect(asked[0]?.method).toBe('POST')
  expect(asked[0]?.type).toContain('application/x-www-form-urlencoded')
  expect(Object.fromEntries(new URLSearchParams(asked[0]?.body))).toEqual({ secret: 'shh', response: 'to+ken&1' })
})

test.each<[string, string, number, string]>([
  ['says no', '{"success":false,"error-codes":["invalid-input-response"]}', 200, 'failed'],
  ['says no without a reason', '{"success":false}', 200, 'failed'],
  ['finds our own secret wrong', '{"success":false,"error-codes":["invalid-input-secret"]}', 200, 'slow'],
  ['says it was solved too long ago', '{"success":false,"error-codes":["expired-input-response"]}', 200, 'slow'],
  ['says it was asked before', '{"success":false,"error-codes":["already-seen-response"]}', 200, 'slow'],
  ['is broken', 'oops', 500, 'slow'],
  ['answers with a page', '<html>blocked</html>', 200, 'slow'],
  ['answers something else', '{"ok":1}', 200, 'slow'],
])('when hCaptcha %s, the lane follows', async (_, body, status, lane) => {
  await withPeer(
    (_request, response) => void response.writeHead(status).end(body),
    async (verifyUrl) => expect(await hcaptcha(verifyUrl, 'token')).toEqual({ lane }),
  )
})

test('an hCaptcha that never answers, or is not there, costs patience and no report', async () => {
  const gone = await withPeer(
    () => {},
    async (verifyUrl) => {
      expect(await hcaptcha(verifyUrl, 'token', 50)).toEqual({ lane: 'slow' })
      return verifyUrl
    },
  )
  expect(await hcaptcha(gone, 'token')).toEqual({ lane: 'slow' })
})

test('where hCaptcha is chosen, scripts off is the slower lane and nobody is asked', async () => {
  await withPeer(
    () => expect.unreachable('it was asked'),
    async (verifyUrl) => expect(await hcaptcha(verifyUrl, null)).toEqual({ lane: 'slow' }),
  )
})

const hcaptcha = (verifyUrl: string, answer: string | null, patience?: number) =>
  verifyHuman({
    settings: { humanCheck: 'hcaptcha', hcaptcha: { secret: 'shh', verifyUrl } },
    keys,
    answer,
    now: clock().wall(),
    patience,
  })

const judged = (answer: object, now: Date) =>
  verifyHuman({ settings: pow, keys, answer: btoa(JSON.stringify(answer)), now })

/** What the page's script does, with nothing but what a browser has. */
async function solve(challenge: Challenge): Promise<string> {
  const { cost, keyLength, keyPrefix, nonce, salt } = challenge.parameters
  const unhex = (hex: string) => Uint8Array.from(hex.match(/../g) ?? [], (byte) => Number.parseInt(byte, 16))
  const hex = (bytes: ArrayBuffer) => Array.from(new Uint8Array(bytes), (b) => b.toString(16).padStart(2, '0')).join('')
  const derivation = { name: 'PBKDF2', hash: 'SHA-256', salt: unhex(salt), iterations: cost }
  const password = new Uint8Array([...unhex(nonce), 0, 0, 0, 0])
  for (let counter = 0; ; counter++) {
    new DataView(password.buffer).setUint32(password.length - 4, counter)
    const key = await crypto.subtle.importKey('raw', password, 'PBKDF2', false, ['deriveBits'])
    const derivedKey = hex(await crypto.subtle.deriveBits(derivation, key, keyLength * 8))
    if (derivedKey.startsWith(keyPrefix)) return btoa(JSON.stringify({ challenge, solution: { counter, derivedKey } }))
  }
}

/** A real server on a free port, in place of hCaptcha's. */
async function withPeer<T>(listener: RequestListener, work: (verifyUrl: string) => Promise<T>): Promise<T> {
  const server = createServer(listener).listen(0, '127.0.0.1')
  await once(server, 'listening')
  const address = server.address()
  try {
    return await work(`http://127.0.0.1:${typeof address === 'object' ? address?.port : 0}/siteverify`)
  } finally {
    server.closeAllConnections()
    server.close()
  }
}
