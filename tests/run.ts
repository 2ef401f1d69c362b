import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { z } from 'zod'
import { findBrowser } from '#tests/world/browser.ts'

/** Everything that has to hold, in the order in which it fails fastest. Ends with the line `N passed, N failed`. */
type Count = { passed: number; failed: number }

const folder = mkdtempSync(join(tmpdir(), 'huiyin-run-'))
const total: Count = { passed: 0, failed: 0 }

/** A check that either holds or does not. */
async function check(name: string, command: string, ...words: string[]) {
  await timed(name, async () =>
    (await run(command, words)) === 0 ? { passed: 1, failed: 0 } : { passed: 0, failed: 1 },
  )
}

/** Tests, counted by their own report. A run that dies before it reports has failed. */
async function vitest(name: string, ...words: string[]) {
  const report = join(folder, `${name.replaceAll(' ', '-')}.json`)
  await timed(name, async () => {
    const code = await run('npx', [
      'vitest',
      'run',
      '--reporter=default',
      '--reporter=json',
      `--outputFile=${report}`,
      ...words,
    ])
    return countIn(report, code)
  })
}

const jest = z.object({
  numPassedTests: z.number(),
  numFailedTests: z.number(),
  numFailedTestSuites: z.number(),
  success: z.boolean(),
})
function countIn(report: string, code: number): Count {
  try {
    const { numPassedTests, numFailedTests, success } = jest.parse(JSON.parse(readFileSync(report, 'utf8')))
    return { passed: numPassedTests, failed: success && code === 0 ? 0 : Math.max(1, numFailedTests) }
  } catch {
    return { passed: 0, failed: 1 }
  }
}

async function timed(name: string, work: () => Promise<Count>) {
  console.log(`\n── ${name}`)
  const before = performance.now()
  const { passed, failed } = await work()
  total.passed += passed
  total.failed += failed
  console.log(`── ${name}: ${passed} passed, ${failed} failed, ${Math.round((performance.now() - before) / 1000)} s`)
}

/** The site is built as `npm start` builds it: for development it would be other pages. */
const environment = (words: readonly string[]) => (words.includes('vite:build') ? 'production' : 'test')
const run = (command: string, words: string[]): Promise<number> =>
  new Promise((done) => {
    const env = { ...process.env, NODE_ENV: environment(words) } as const
    const child = spawn(command, words, { stdio: 'inherit', env })
    child.on('error', () => done(1))
    child.on('exit', (code) => done(code ?? 1))
  })

await check('types', 'npx', 'tsc', '--noEmit')
await check('rooms', 'npx', 'eslint', '.')
await check('format', 'npx', 'biome', 'format', '.')
await vitest('rules', '--project', 'rules')
await vitest('house', '--project', 'house', '--project', 'alone')
await check('build', 'npx', 'remix', 'vite:build')
const browser = findBrowser()
if (browser.path) await vitest('journeys', '--project', 'journeys')
else {
  console.log(browser.advice)
  total.failed += 1
}
rmSync(folder, { recursive: true, force: true })
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
