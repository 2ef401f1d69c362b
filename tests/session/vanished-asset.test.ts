import { once } from 'node:events'
import { mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createServer, request, type Server } from 'node:http'
import type { AddressInfo } from 'node:net'
import { brotliCompressSync } from 'node:zlib'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { createSite } from '#app/http/site.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { plainPages } from './plain-pages.ts'
import { type SessionHouse, sessionHouse } from './session-house.ts'

const SCRIPT = 'export const said = "回音"'
const files = freshFolder()
let world: SessionHouse
let server: Server
let port: number
beforeAll(async () => {
  world = await sessionHouse({ PUBLIC_URL: 'http://huiyin.example.cn' })
  mkdirSync(`${files.path}/assets`)
  for (const name of ['a', 'b', 'c']) {
    writeFileSync(`${files.path}/assets/${name}.js`, SCRIPT)
    writeFileSync(`${files.path}/assets/${name}.js.br`, brotliCompressSync(SCRIPT))
  }
  server = createServer(createSite(world.house, { ...plainPages(() => {}), assetsBuildDirectory: files.path }))
  server.listen(0, '127.0.0.1')
  await once(server, 'listening')
  port = (server.address() as AddressInfo).port
})
afterAll(async () => {
  server.closeAllConnections()
  server.close()
  await world.close()
  files.remove()
})

const get = (path: string) =>
  new Promise<{ status: number; encoding: string | undefined; type: string | undefined; bytes: Buffer }>(
    (resolve, reject) => {
      const headers = { 'accept-encoding': 'br', accept: 'text/html,*/*' }
      const asked = request({ host: '127.0.0.1', port, path, headers }, async (answer) => {
        const pieces: Buffer[] = []
        for await (const piece of answer) pieces.push(piece)
        const { 'content-encoding': encoding, 'content-type': type } = answer.headers
        resolve({ status: answer.statusCode ?? 0, encoding, type, bytes: Buffer.concat(pieces) })
      })
      asked.on('error', reject).end()
    },
  )

test('a file is handed out as the build packed it', async () => {
  const { status, encoding, type, bytes } = await get('/assets/a.js')
  expect([status, encoding, bytes]).toEqual([200, 'br', brotliCompressSync(SCRIPT)])
  expect(type).toContain('javascript')
})

test('one that vanished since the site began is not there, and its page can be read', async () => {
  rmSync(`${files.path}/assets/b.js`)
  rmSync(`${files.path}/assets/b.js.br`)
  const { status, type, encoding } = await get('/assets/b.js')
  expect(status).toBe(404)
  expect(type).toContain('text/html')
  const never = await get('/assets/never.js')
  expect([status, type, encoding]).toEqual([never.status, never.type, never.encoding])
})

test('where the packed copy alone is gone the file itself is handed out', async () => {
  rmSync(`${files.path}/assets/c.js.br`)
  expect((await get('/assets/c.js')).status).toBe(200)
})
