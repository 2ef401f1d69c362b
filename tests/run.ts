import { spawn } from 'node:child_process'
import { mkdtempSync, readFileSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join, relative } from 'node:path'
import { z } from 'zod'
import { findBrowser } from '#tests/world/browser.ts'

/** Everything that has to hold, in the order in which it fails fastest. Ends with the line `N passed, N failed`. */
type Count = { passed: number; failed: number }

const folder = mkdtempSync(join(tmpdir(), 'huiyin-run-'))
const total: Count = { passed: 0, failed: 0 }
/** Told once more at the end: what scrolled by is soon cut off. */
const failures: string[] = []

/** A check that either holds or does not. */
async function check(name: string, command: string, ...words: string[]) {
  await timed(name, async () => {
    if ((await run(command, words)) === 0) return { passed: 1, failed: 0 }
    failures.push(name)
    return { passed: 0, failed: 1 }
  })
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
  testResults: z.array(
    z.object({
      name: z.string(),
      message: z.string(),
      assertionResults: z.array(
        z.object({ status: z.string(), fullName: z.string(), failureMessages: z.array(z.string()).nullable() }),
      ),
    }),
  ),
})
function countIn(report: string, code: number): Count {
  try {
    const { numPassedTests, numFailedTests, success, testResults } = jest.parse(
      JSON.parse(readFileSync(report, 'utf8')),
    )
    for (const { name, message, assertionResults } of testResults) {
      if (message) failures.push(`${relative('.', name)}: ${message}`)
      for (const { status, fullName, failureMessages } of assertionResults)
        if (status === 'failed')
          failures.push([`${relative('.', name)} › ${fullName}`, ...(failureMessages ?? [])].join('\n'))
    }
    return { passed: numPassedTests, failed: success && code === 0 ? 0 : Math.max(1, numFailedTests) }
  } catch (error) {
    failures.push(`no report of the tests: ${String(error)}`)
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
if (browser.path !== null) await vitest('journeys', '--project', 'journeys')
else {
  failures.push(browser.advice)
  total.failed += 1
}
rmSync(folder, { recursive: true, force: true })
for (const failure of failures) console.log(`\n✗ ${failure}`)
console.log(`\n${total.passed} passed, ${total.failed} failed`)
process.exitCode = total.failed > 0 ? 1 : 0
