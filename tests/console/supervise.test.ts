import { type ChildProcess, spawn } from 'node:child_process'
import { once } from 'node:events'
import { existsSync, readFileSync } from 'node:fs'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { freshFolder } from '#tests/world/folder.ts'

let folder: ReturnType<typeof freshFolder>
beforeEach(() => {
  folder = freshFolder()
})
afterEach(() => folder.remove())

/** A house whose starts have these fates, one after the other, kept running as `npm start` keeps it. */
function kept(...fates: string[]) {
  const starts = `${folder.path}/starts`
  const child: ChildProcess = spawn(process.execPath, ['tests/console/kept-house.mjs'], {
    env: { PATH: process.env.PATH ?? '', STARTS: starts, FATES: fates.join(','), NODE_ENV: 'test' },
    stdio: ['ignore', 'pipe', 'pipe'],
  })
  let said = ''
  child.stderr?.on('data', (text) => (said += text))
  const ended = once(child, 'exit').then(([code]) => ({
    code,
    starts: existsSync(starts) ? readFileSync(starts, 'utf8').length : 0,
    lines: said.split('\n').filter(Boolean),
  }))
  const serves = child.stdout ? once(child.stdout, 'data') : Promise.reject(new Error('no way to hear it'))
  return { child, ended, serves }
}

test('a house that dies is started anew, with one line for each death', async () => {
  const { child, ended, serves } = kept('dies', 'throws', 'serves')
  await serves
  child.kill('SIGTERM')
  const { code, starts, lines } = await ended
  expect([code, starts, lines.length]).toEqual([0, 3, 2])
  expect(lines[0]).toContain('SIGKILL')
}, 60_000)

test('what does not even begin is not started again, and its code is the answer', async () => {
  const { code, starts, lines } = await kept('refuses', 'serves').ended
  expect([code, starts, lines]).toEqual([3, 1, []])
}, 60_000)

test('but what began once is tried again, though the next start fails', async () => {
  const { child, ended, serves } = kept('dies', 'refuses', 'refuses', 'serves')
  await serves
  child.kill('SIGTERM')
  expect((await ended).starts).toBe(4)
}, 60_000)

test('whoever ends it in order has it ended', async () => {
  expect((await kept('ends').ended).code).toBe(0)
}, 60_000)
