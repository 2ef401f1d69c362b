import { once } from 'node:events'
import { createServer, request, type Server } from 'node:http'
import { type AddressInfo, connect } from 'node:net'
import { afterEach, expect, test } from 'vitest'
import { answerClientErrors } from '#app/http/client-errors.ts'
import { createSite } from '#app/http/site.ts'
import { plainPages } from './plain-pages.ts'
import { type SessionHouse, sessionHouse } from './session-house.ts'

let world: SessionHouse
let server: Server
afterEach(async () => {
  server.closeAllConnections()
  server.close()
  await world.close()
})

/** A site on this machine, told by `env` who it is. */
async function aSite(env: Record<string, string>): Promise<number> {
  world = await sessionHouse(env)
  server = createServer(
    createSite(
      world.house,
      plainPages(() => {}),
    ),
  )
  answerClientErrors(server, world.house.settings)
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  return (server.address() as AddressInfo).port
}

const statusOf = (port: number, headers: Record<string, string>, method = 'GET', path = '/act') =>
  new Promise<number>((resolve, reject) => {
    const length: Record<string, string> = method === 'POST' ? { 'content-length': '0' } : {}
    const asked = request({ host: '127.0.0.1', port, path, method, headers: { ...length, ...headers } }, (answer) => {
      answer.resume().on('end', () => resolve(answer.statusCode ?? 0))
    })
    asked.on('error', reject).end()
  })

/** What comes back for these very bytes. */
const said = (port: number, bytes: string) =>
  new Promise<string>((resolve, reject) => {
    let text = ''
    const socket = connect(port, '127.0.0.1', () => socket.write(bytes))
    socket.on('data', (chunk) => (text += String(chunk)))
    socket.on('close', () => resolve(text)).on('error', reject)
  })

test('the site answers under its own names and under no other', async () => {
  const port = await aSite({ PUBLIC_URL: 'https://huiyin.example.cn', HOST: '10.20.30.40', PORT: '3000' })
  const own = [
    'huiyin.example.cn',
    'HUIYIN.example.cn:443',
    `127.0.0.1:${port}`,
    'localhost',
    '[::1]',
    '10.20.30.40:3000',
  ]
  for (const host of own) expect(await statusOf(port, { host }), host).toBe(200)
  const others = ['evil.example', 'huiyin.example.cn.evil.example', 'xhuiyin.example.cn', '10.20.30.41', '192.168.1.1']
  for (const host of others) expect(await statusOf(port, { host }), host).toBe(421)
  for (const host of ['a b', 'huiyin.example.cn@evil.example', 'a/b', 'localhost:99999'])
    expect(await statusOf(port, { host }), host).toBe(400)
  expect(await said(port, 'GET /act HTTP/1.0\r\n\r\n')).toMatch(/^HTTP\/1.1 400 /)
  expect(await statusOf(port, { host: 'localhost', 'x-forwarded-host': 'evil.example' })).toBe(200)
})

test('what Node cannot read as a request is answered with the headers of every answer, and no word about it', async () => {
  const port = await aSite({})
  const asked: [string, string][] = [
    ['GET /act HTTP/9.9\r\n\r\n', '400'],
    ['GET /act HTTP/1.1\r\nHost: localhost\r\nbad header\r\n\r\n', '400'],
    [`GET /act HTTP/1.1\r\nHost: localhost\r\nX: ${'x'.repeat(40_000)}\r\n\r\n`, '431'],
    ['GET /act HTTP/1.1\r\nHost: localhost\r\nExpect: the-moon\r\n\r\n', '417'],
  ]
  for (const [bytes, status] of asked) {
    const answer = await said(port, bytes)
    expect(answer, bytes.slice(0, 40)).toMatch(new RegExp(`^HTTP/1.1 ${status} `))
    for (const name of ['Content-Security-Policy', 'X-Content-Type-Options', 'X-Frame-Options', 'Cache-Control'])
      expect(answer, name).toContain(`${name}: `)
    expect(answer.split('\r\n\r\n')[1]).toBe('')
  }
})

const tries = async (port: number, from: (count: number) => Record<string, string>) => {
  const statuses: number[] = []
  for (let count = 0; count < 30; count += 1)
    statuses.push(
      await statusOf(port, { 'sec-fetch-site': 'same-origin', ...FORM, ...from(count) }, 'POST', '/limited'),
    )
  return statuses.filter((status) => status === 200).length
}
const FORM = { 'content-type': 'application/x-www-form-urlencoded' }
const rotating = (count: number) => ({ 'x-forwarded-for': `203.0.${count}.7` })

test('an address that somebody says of themselves is not believed, behind https neither', async () => {
  expect(await tries(await aSite({ PUBLIC_URL: 'https://huiyin.example.cn' }), rotating)).toBe(20)
})

test('a proxy that is named is believed, and what was said to the proxy is not', async () => {
  const port = await aSite({ PUBLIC_URL: 'https://huiyin.example.cn', TRUSTED_PROXIES: '127.0.0.0/8, 10.0.0.7' })
  expect(await tries(port, rotating)).toBe(30)
  const behind = (count: number) => ({ 'x-forwarded-for': `203.0.${count}.7, 198.51.100.1` })
  expect(await tries(port, behind)).toBe(20)
})
