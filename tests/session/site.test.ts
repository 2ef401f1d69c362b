import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { headersFor } from '#app/http/headers.ts'
import { createSite } from '#app/http/site.ts'
import { issueFormToken } from '#workflows/protection/form-token.ts'
import { plainPages } from './plain-pages.ts'
import { type SessionHouse, sessionHouse } from './session-house.ts'

let world: SessionHouse
let server: Server
let port: number
const acts: URLSearchParams[] = []
beforeAll(async () => {
  world = await sessionHouse({ PUBLIC_URL: 'http://huiyin.example.cn' })
  server = createServer(
    createSite(
      world.house,
      plainPages((fields) => acts.push(fields)),
    ),
  )
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
beforeEach(() => {
  acts.length = 0
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.close()
})

type Asked = { method?: string; headers?: Record<string, string>; body?: string | Buffer }
type Answer = { status: number; headers: Record<string, unknown>; text: string }

/** Asks without any header of a browser's own but those given. */
const ask = (path: string, { method = 'GET', headers = {}, body }: Asked = {}): Promise<Answer> =>
  new Promise((resolve, reject) => {
    const length: Record<string, string> = body === undefined ? {} : { 'content-length': `${Buffer.byteLength(body)}` }
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { ...length, ...headers } }, (answer) => {
      let text = ''
      answer.setEncoding('utf8').on('data', (chunk) => {
        text += chunk
      })
      answer.on('end', () => resolve({ status: answer.statusCode ?? 0, headers: answer.headers, text }))
    })
    asked.on('error', reject).end(body)
  })

const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const post = (body: string, headers: Record<string, string> = {}) =>
  ask('/act', { method: 'POST', body, headers: { ...FORM, ...headers } })
const mark = () => issueFormToken(world.house.keys, 'form', world.clock.wall())

test.each([
  ['a page', '/act', {}, 200],
  ['no page', '/nothing', {}, 404],
  ['a file', '/favicon.svg', {}, 200],
  ['no such asset', '/assets/nothing.js', {}, 404],
  ['a method nobody uses', '/act', { method: 'PATCH' }, 405],
  ['TRACE', '/act', { method: 'TRACE' }, 405],
  ['half a letter', '/%E4%B8', {}, 400],
  ['too much', '/act', { method: 'POST', headers: { ...FORM, 'content-length': '999999999' }, body: '' }, 413],
  ['no form', '/act', { method: 'POST', headers: { 'sec-fetch-site': 'same-origin' }, body: '{}' }, 400],
  [
    'a form from elsewhere',
    '/act',
    { method: 'POST', headers: { ...FORM, origin: 'https://evil.example' }, body: 'a=1' },
    403,
  ],
  ['the process', '/healthz', {}, 200],
])('%s carries every header of the table', async (_what, path, asked: Asked, status) => {
  const answer = await ask(path, asked)
  expect(answer.status).toBe(status)
  const nonce = /'nonce-([^']+)'/.exec(String(answer.headers['content-security-policy']))?.[1] ?? ''
  const table = headersFor(world.house.settings, path, nonce)
  for (const [name, value] of Object.entries(table))
    if (!(name === 'Cache-Control' && path === '/favicon.svg'))
      expect(answer.headers[name.toLowerCase()], name).toBe(value)
  expect(answer.headers).not.toHaveProperty('x-powered-by')
})

test('what nobody foresaw is answered with a page, and logged without what was asked or sent', async () => {
  const body = 'text=每天填八张表&receipt=12345678901234567890'
  const headers = { ...FORM, 'sec-fetch-site': 'same-origin', 'user-agent': 'a canary' }
  const answer = await ask('/breaks?who=me', { method: 'POST', headers, body })
  expect([answer.status, answer.text]).toEqual([500, '500'])
  expect(answer.headers).toHaveProperty('x-frame-options', 'DENY')
  const log = world.logged.join('')
  expect(log).toContain('nobody foresaw this')
  for (const kept of ['每天', '1234567890', 'canary', 'who=me', '127.0.0.1']) expect(log).not.toContain(kept)
})

const typedIn = { 'sec-fetch-dest': 'document', accept: 'text/html,*/*;q=0.8' }
test.each([
  ['is locked', '/file?name=locked', typedIn, '403 403 text/html; charset=utf-8'],
  ['is not there', '/file', typedIn, '404 404 text/html; charset=utf-8'],
  ['is not there, in an old browser', '/file', { accept: 'text/html' }, '404 404 text/html; charset=utf-8'],
  ['can be had', '/file?name=list', typedIn, '200 list text/plain; charset=utf-8'],
  [
    'is asked for by a machine',
    '/file',
    {},
    '404 {"message":"Unexpected Server Error"} application/json; charset=utf-8',
  ],
])('who opens a file that %s is answered in a way they can read', async (_what, path, headers, wanted) => {
  const { status, text, headers: said } = await ask(path, { headers })
  expect(`${status} ${text} ${said['content-type']}`).toBe(wanted)
  expect(said['content-security-policy']).toContain("'nonce-")
})

test('a file that breaks is logged, whoever asks for it', async () => {
  expect((await ask('/file?name=broken', { headers: typedIn })).status).toBe(500)
  expect(world.logged.join('')).toContain('the file is broken')
})

test('no two answers share a nonce', async () => {
  const [one, two] = [await ask('/act'), await ask('/act')]
  expect(one.headers['content-security-policy']).not.toBe(two.headers['content-security-policy'])
})

test('a form is taken from our own page, as the browser says or as its mark shows', async () => {
  const taken = [
    await post('a=1', { 'sec-fetch-site': 'same-origin' }),
    await post('a=2', { origin: 'http://huiyin.example.cn' }),
    await post('a=3', { origin: `http://127.0.0.1:${port}` }),
    await post(`form=${mark()}&a=4`),
    await post(`form=${mark()}&a=5`, { origin: 'null' }),
    // sent again from the address bar, or after the browser was restarted
    await post(`form=${mark()}&a=6`, { 'sec-fetch-site': 'none' }),
    await post(`form=${mark()}&a=7`, { 'sec-fetch-site': 'none', origin: 'null' }),
  ]
  expect(taken.map(({ status }) => status)).toEqual([200, 200, 200, 200, 200, 200, 200])
  expect(acts.map((fields) => fields.get('a'))).toEqual(['1', '2', '3', '4', '5', '6', '7'])
})

test('a plain client without a session says nothing of where it comes from, and is heard', async () => {
  expect((await post('a=6')).status).toBe(200)
})

test('a form from elsewhere changes nothing', async () => {
  const elsewhere = [
    await post('a=1', { cookie: 'staff=somebody-signed-in' }),
    await post('a=1', { cookie: 'follow=somebody-following' }),
    await post('a=1', { origin: 'null' }),
    await post('a=1', { origin: 'https://evil.example' }),
    await post(`form=${mark()}`, { 'sec-fetch-site': 'cross-site' }),
    await post(`form=${mark()}`, { 'sec-fetch-site': 'same-site' }),
    await post(`form=${mark()}`, { 'sec-fetch-site': 'none', origin: 'https://evil.example' }),
    await post('a=1', { 'sec-fetch-site': 'none', cookie: 'follow=somebody-following' }),
    await post(`form=${mark()}`, { origin: 'https://huiyin.example.cn.evil.example' }),
    await post(`form=${mark().slice(0, -2)}AA`, { origin: 'null' }),
    await post(`form=${mark()}`, { cookie: 'staff=somebody-signed-in' }),
  ]
  expect(elsewhere.map(({ status, text }) => `${status} ${text}`)).toEqual(elsewhere.map(() => '403 403form'))
  expect(acts).toEqual([])
})

test('the mark of a form with files is found in its first field, and the body arrives whole', async () => {
  const field = (name: string, value: string) =>
    `--edge\r\nContent-Disposition: form-data; name="${name}"\r\n\r\n${value}\r\n`
  const body = `${field('form', mark())}${field('text', '长'.repeat(50_000))}--edge--\r\n`
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' }
  expect((await ask('/act', { method: 'POST', headers, body })).status).toBe(200)
  expect(Buffer.byteLength(String(acts[0]))).toBeGreaterThan(150_000)
})

test('a post that does not say how long it is, is not read', async () => {
  const headers = { ...FORM, 'transfer-encoding': 'chunked', 'sec-fetch-site': 'same-origin' }
  expect((await ask('/act', { method: 'POST', headers })).status).toBe(411)
})

test('figures are for this machine alone, not for whom a proxy brings', async () => {
  expect((await ask('/metrics')).text).toContain('process_resident_memory_bytes')
  expect((await ask('/metrics', { headers: { 'x-forwarded-for': '203.0.113.77' } })).status).toBe(404)
})

test('https brings HSTS, and hCaptcha only the page that asks it', () => {
  const hcaptcha = { sitekey: 'k', secret: 's', verifyUrl: 'https://api.hcaptcha.com/siteverify' }
  const settings = { publicUrl: 'https://huiyin.example.cn', humanCheck: 'hcaptcha', hcaptcha } as const
  expect(headersFor(settings, '/report', 'n')['Content-Security-Policy']).toContain('hcaptcha.com')
  expect(headersFor(settings, '/desk', 'n')['Content-Security-Policy']).not.toContain('hcaptcha.com')
  expect(headersFor(settings, '/', 'n')).toHaveProperty('Strict-Transport-Security')
  expect(headersFor(settings, '/', 'n')).not.toHaveProperty('X-Robots-Tag')
  expect(headersFor(settings, '/cases/a-slug', 'n')).not.toHaveProperty('X-Robots-Tag')
  expect(headersFor(settings, '/desk', 'n')).toHaveProperty('X-Robots-Tag', 'noindex')
})

test('two hundred megabytes are for the forms with a file in them alone', async () => {
  const files = { 'content-type': 'multipart/form-data; boundary=x', 'content-length': '150000000' }
  const asked = { method: 'POST', headers: { ...files, 'sec-fetch-site': 'same-origin' }, body: '' }
  for (const path of ['/sign-in', '/act', '/follow', '/desk', '/report/other', '/admin/imports/units.xlsx'])
    expect([path, (await ask(path, asked)).status]).toEqual([path, 413])
})
