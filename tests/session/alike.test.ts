import { once } from 'node:events'
import { createServer, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import type { ServerBuild } from '@remix-run/node'
import { afterAll, beforeAll, beforeEach, expect, test } from 'vitest'
import { problem } from '#app/http/problem.ts'
import { readPosted } from '#app/http/uploads.ts'
import { createSite } from '#app/http/site.ts'
import { forAnyone } from '#app/session/who-may.server.ts'
import { localeOf } from '#app/words/reader.server.ts'
import { plainPages } from './plain-pages.ts'
import { type SessionHouse, sessionHouse } from './session-house.ts'

/** What a page says when it is drawn: who it was drawn for, and what its action answered. */
let drawn: unknown[] = []
let acts = 0
let world: SessionHouse
let server: Server
let address: string

beforeAll(async () => {
  world = await sessionHouse({})
  const pages = plainPages(() => {})
  const act = {
    default: () => null,
    handle: { alike: ({ own }: { own?: string }, mark: string) => (own ? { own, marked: { own: mark } } : null) },
    action: forAnyone(async ({ request, incoming }) => {
      acts += 1
      const { fields: said } = await readPosted(request, incoming)
      if (said.get('say') === 'wrong') throw problem('429')
      return { own: said.get('own') }
    }),
  }
  const draw: ServerBuild['entry']['module']['default'] = async (request, status, headers, remix, { nonce }) => {
    const [answer] = Object.values(remix.staticHandlerContext.actionData ?? {}) as { own?: string }[]
    drawn.push(answer)
    const holds = new URL(request.url).pathname === '/nonce' ? nonce : ''
    headers.set('Content-Type', 'text/html; charset=utf-8')
    return new Response(`<p>${await localeOf(request)} ${JSON.stringify(answer)} ${holds}</p>`, { status, headers })
  }
  const routes = {
    ...pages.routes,
    alike: { id: 'alike', parentId: 'root', path: 'alike', module: act },
    nonce: { id: 'nonce', parentId: 'root', path: 'nonce', module: act },
  }
  const entry = { module: { ...pages.entry.module, default: draw } }
  server = createServer(createSite(world.house, { ...pages, entry, routes } as ServerBuild))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  address = `http://127.0.0.1:${(server.address() as AddressInfo).port}`
})
beforeEach(() => {
  drawn = []
  acts = 0
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.close()
})

async function post(path: string, fields: Record<string, string>, headers: Record<string, string> = {}) {
  const answer = await fetch(address + path, { method: 'POST', body: new URLSearchParams(fields), headers })
  return { status: answer.status, text: await answer.text(), headers: answer.headers }
}

test('each answer holds its own words in a page that was drawn once for its language', async () => {
  const answers = [await post('/alike', { own: '1234' }), await post('/alike', { own: '5678' })]
  expect(answers.map(({ text }) => text)).toEqual(['<p>zh-CN {"own":"1234"} </p>', '<p>zh-CN {"own":"5678"} </p>'])
  const english = await post('/alike', { own: '9999' }, { 'Accept-Language': 'en' })
  expect(english.text).toBe('<p>en {"own":"9999"} </p>')
  expect([acts, drawn.length]).toEqual([3, 2])
  expect(english.headers.get('content-language')).toBe('en')
  expect(english.headers.get('content-security-policy')).toContain("'nonce-")
  expect(english.headers.get('cache-control')).toBe('no-store')
})

test('an answer that is like no other is drawn by itself, and its act is done once', async () => {
  expect((await post('/alike', {})).text).toBe('<p>zh-CN {"own":null} </p>')
  expect([acts, drawn.length]).toEqual([1, 1])
})

test('words that could be markup are drawn by the page, never put into it', async () => {
  await post('/alike', { own: '<b>' })
  expect([acts, drawn]).toEqual([1, [{ own: '<b>' }]])
})

test('a page that holds something of this one answer, its nonce, is drawn each time', async () => {
  const texts = [await post('/nonce', { own: '1' }), await post('/nonce', { own: '2' })].map(({ text }) => text)
  expect(texts.map((text) => text.includes('"own":"1"'))).toEqual([true, false])
  expect(new Set(texts.map((text) => text.split(' ').at(-1))).size).toBe(2)
  expect(acts).toBe(2)
})

test('a refusal is answered as ever, and not asked for twice', async () => {
  expect((await post('/alike', { say: 'wrong' })).status).toBe(429)
  expect(acts).toBe(1)
})
