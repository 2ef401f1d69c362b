import { execFile, spawnSync } from 'node:child_process'
import { readFileSync } from 'node:fs'
import { promisify } from 'node:util'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aSite, type Site } from '#tests/world/site.ts'

const KEY = 'a key of the tests, long enough for all'
/** What the README tells a 12345 platform to run. */
const EXAMPLE = [...readFileSync('README.md', 'utf8').matchAll(/```sh\n([^`]*)```/g)]
  .map(([, commands]) => commands ?? '')
  .find((commands) => commands.includes('/api/hotline/calls'))
const TOOLS = ['curl', 'openssl'].filter((tool) => spawnSync(tool, ['--version']).error)
if (TOOLS.length > 0) console.log(`left out: the README's example of a push, for want of ${TOOLS.join(' and ')}`)

let site: Site
beforeAll(async () => {
  site = await aSite({ env: { HOTLINE_PUSH_KEY: KEY } })
})
afterAll(() => site.close())

/** Runs it as it is printed, and answers with what curl printed. */
async function run(key: string): Promise<unknown> {
  const env = { NODE_ENV: 'test' as const, PATH: process.env.PATH, HOTLINE_PUSH_KEY: key, PUBLIC_URL: site.url }
  const { stdout } = await promisify(execFile)('sh', ['-c', EXAMPLE ?? ''], { env })
  return JSON.parse(stdout)
}

test.skipIf(TOOLS.length > 0)(
  'the example in the README, run as it is printed, brings a call in, and once',
  async () => {
    expect(EXAMPLE).toBeDefined()
    const first = await run(KEY)
    expect(first).toEqual({ outcome: 'report', reason: null, id: expect.stringMatching(/^[\da-f-]{36}$/) })
    // its timestamp counts seconds: within the same one it is the same push
    let again = await run(KEY)
    while (JSON.stringify(again).includes('replay')) again = await run(KEY)
    expect(again).toEqual({ ...Object(first), outcome: 'duplicate' })
    expect(await run(`${KEY}!`)).toMatchObject({ outcome: 'refused', reason: 'signature' })
    expect(await site.town.db.selectFrom('hotline_call').select('source').execute()).toEqual([{ source: 'push' }])
  },
)
