import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, mkdirSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { createServer } from 'node:http'
import { join } from 'node:path'
import { afterEach, beforeEach, describe, expect, test, vi } from 'vitest'
import { freshFolder } from '#tests/world/folder.ts'
import { realProxies } from '#tests/world/real-peers.ts'
import { freePort } from '#tests/world/serve.ts'

const CANARY = '4711081547110815'
const SAMPLES = 'app/console/proxy'

/** A sample as it is shipped, but for ports, certificates and the folder it writes to. */
const PROXIES = [
  {
    name: 'nginx',
    start: (folder: string, port: number, site: number) => {
      const sample = readFileSync(`${SAMPLES}/nginx.conf`, 'utf8')
        .replace('listen 443 ssl', `listen 127.0.0.1:${port}`)
        .replace(/^ *ssl_certificate.*$/gm, '')
        .replaceAll('/var/log/nginx', folder)
        .replace('127.0.0.1:3000', `127.0.0.1:${site}`)
      mkdirSync(`${folder}/logs`, { recursive: true })
      writeFileSync(`${folder}/nginx.conf`, `pid ${folder}/pid;\nevents {}\nhttp {\n${sample}\n}\n`)
      return spawn('/usr/sbin/nginx', ['-p', folder, '-c', `${folder}/nginx.conf`, '-g', 'daemon off; user root;'])
    },
  },
  {
    name: 'Caddy',
    start: (folder: string, port: number, site: number) => {
      const sample = readFileSync(`${SAMPLES}/Caddyfile`, 'utf8')
        .replace('huiyin.example.cn', `http://127.0.0.1:${port}`)
        .replace('127.0.0.1:3000', `127.0.0.1:${site}`)
        .replace('\tlog {', '\tadmin off\n\tlog {')
      writeFileSync(`${folder}/Caddyfile`, sample)
      const env = { ...process.env, HOME: folder, XDG_DATA_HOME: folder, XDG_CONFIG_HOME: folder }
      return spawn('/usr/bin/caddy', ['run', '--config', `${folder}/Caddyfile`, '--adapter', 'caddyfile'], { env })
    },
  },
]

describe.skipIf(!realProxies()).each(PROXIES)('the sample configuration of $name', ({ start }) => {
  let folder: ReturnType<typeof freshFolder>
  let child: ChildProcess
  let said = ''
  beforeEach(() => {
    folder = freshFolder()
    said = ''
  })
  afterEach(async () => {
    child.kill('SIGTERM')
    if (child.exitCode === null) await once(child, 'exit')
    folder.remove()
  })

  test('writes nothing down of what a reporter asks, whether the site answers or is away', async () => {
    const [port, sitePort] = [await freePort(), await freePort()]
    child = start(folder.path, port, sitePort)
    child.stdout?.on('data', (text) => (said += text))
    child.stderr?.on('data', (text) => (said += text))
    const ask = (path: string, init?: RequestInit) =>
      fetch(`http://127.0.0.1:${port}${path}`, init).then(({ status }) => status)
    await vi.waitFor(() => ask('/'), { timeout: 20_000 })
    const visit = async () => [
      await ask(`/from-mail?t=${CANARY}`),
      await ask('/follow', { method: 'POST', body: `receipt=${CANARY}${'x'.repeat(200_000)}` }),
    ]
    expect(await visit()).toEqual([502, 502])
    const site = createServer((request, response) => request.resume().on('end', () => response.end('here')))
    site.listen(sitePort, '127.0.0.1')
    await once(site, 'listening')
    expect(await visit()).toEqual([200, 200])
    site.closeAllConnections()
    site.close()
    // where nginx writes unless it is told otherwise
    const written = [...filesIn(folder.path), ...filesIn('/var/log/nginx')].map((file) => readFileSync(file, 'latin1'))
    for (const text of [said, ...written]) expect(text).not.toMatch(new RegExp(`${CANARY}|/follow|from-mail`))
  }, 60_000)
})

const filesIn = (path: string): string[] =>
  (existsSync(path) ? readdirSync(path) : []).flatMap((name) => {
    const at = join(path, name)
    return statSync(at).isDirectory() ? filesIn(at) : [at]
  })
