import { spawnSync } from 'node:child_process'
import { readdirSync, readFileSync, rmSync, statSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { expect, test } from 'vitest'
import { run } from '#app/console/run.ts'
import { freshFolder } from '#tests/world/folder.ts'

/** What a command says, without a process of its own. */
async function huiyin(...words: string[]) {
  const lines: string[] = []
  const complaints: string[] = []
  const voices = { answer: (line: string) => lines.push(line), complain: (line: string) => complaints.push(line) }
  const status = await run(words, voices)
  return { status, lines: lines.join('\n').split('\n'), stderr: complaints.join('\n') }
}

test('fifteen working days from 29 September 2026 end on 26 October, and it says why', async () => {
  const { status, lines } = await huiyin('workdays', 'add', '2026-09-29', '15')
  expect(status).toBe(0)
  expect(lines[0]).toBe('2026-10-26')
  expect(lines[1]).toBe('15个工作日:9月29日起,跨国庆,含10月10日补班,至10月26日')
})

test('counted back between the two days there are fifteen, as one line of JSON', async () => {
  const { status, lines } = await huiyin('workdays', 'between', '2026-09-29', '2026-10-26', '--json')
  expect(status).toBe(0)
  expect(lines).toHaveLength(1)
  expect(JSON.parse(lines[0] ?? '')).toMatchObject({
    date: '2026-10-26',
    count: 15,
    explanation: expect.stringMatching(/15个工作日/),
  })
})

test.each(['add 2026-12-29 15', 'add 2027-03-01 0', 'between 2026-12-01 2027-01-10'])(
  'a year without published holidays is refused with the reason: workdays %s',
  async (words) => {
    const { status, stderr } = await huiyin('workdays', ...words.split(' '))
    expect(status).toBe(1)
    expect(stderr).toMatch(/not published/)
  },
)

test.each([
  'workdays add 2026-02-31 1',
  'workdays add 2026-02-01 -1',
  'workdays add 2026-02-01 1 2',
  'clock advance tomorrow',
  'staff create --role king',
  'backup file',
  '--json',
])('wrong words are answered with the right ones: %s', async (words) => {
  const { status, stderr } = await huiyin(...words.split(' '))
  expect(status).toBe(2)
  expect(stderr).toMatch(/huiyin /)
})

/** In a process and a folder of its own: no keys, no database, the clock of another part of the world. */
function elsewhere(folder: string, ...words: string[]) {
  const program = fileURLToPath(new URL('../../app/console/huiyin.ts', import.meta.url))
  return spawnSync(process.execPath, ['--import', 'tsx', program, ...words], {
    encoding: 'utf8',
    env: { NODE_ENV: 'test', PATH: '/usr/bin:/bin', DATA_DIR: folder, TZ: 'America/Los_Angeles' },
  })
}

test('where there is no town yet, working days are counted all the same, and nothing is made', () => {
  const folder = freshFolder()
  expect(elsewhere(folder.path, 'workdays', 'add', '2026-09-29', '15')).toMatchObject({
    status: 0,
    stdout: expect.stringMatching(/^2026-10-26\n/),
  })
  const { status, stdout } = elsewhere(folder.path, 'clock', 'show', '--json')
  expect(status).toBe(1)
  expect(JSON.parse(stdout)).toMatchObject({ refused: expect.stringMatching(/no town/) })
  expect(readdirSync(folder.path)).toEqual([])
  folder.remove()
})

test('keys are made once, and never over others; the postbox key of an older town is made beside them', () => {
  const folder = freshFolder()
  const first = elsewhere(folder.path, 'keys', 'create', '--json')
  expect(first.status).toBe(0)
  expect(JSON.parse(first.stdout).custodians).toHaveLength(3)
  expect(readdirSync(folder.path)).toEqual(['keys.json', 'postbox.json'])
  expect(elsewhere(folder.path, 'keys', 'create').status).toBe(1)

  const keys = readFileSync(`${folder.path}/keys.json`)
  rmSync(`${folder.path}/postbox.json`)
  expect(JSON.parse(elsewhere(folder.path, 'keys', 'create', '--json').stdout)).toEqual({
    postboxKeyFile: `${folder.path}/postbox.json`,
  })
  expect(statSync(`${folder.path}/postbox.json`).mode & 0o777).toBe(0o600)
  expect(readFileSync(`${folder.path}/keys.json`)).toEqual(keys)
  folder.remove()
})
