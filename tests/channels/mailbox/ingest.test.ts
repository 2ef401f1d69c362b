import { mkdirSync, writeFileSync } from 'node:fs'
import { afterAll, afterEach, beforeAll, expect, test, vi } from 'vitest'
import { run } from '#app/console/run.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { type MailTown, mailTown } from '#tests/world/mail-town.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { takeMail } from '#workflows/channels/take-mail.ts'
import { inProcess } from './listener.ts'

let at: MailTown
const folder = freshFolder()
beforeAll(async () => {
  at = await mailTown()
  vi.stubEnv('DATABASE_URL', at.town.database.ownerUrl)
  vi.stubEnv('KEYS_FILE', `${at.folder}/keys.json`)
  vi.stubEnv('POSTBOX_KEY_FILE', `${at.folder}/postbox.json`)
})
afterAll(async () => {
  vi.unstubAllEnvs()
  await at.close()
  folder.remove()
})
const answers: string[] = []
afterEach(() => {
  answers.length = 0
})
const ingest = async (path: string) => {
  const code = await run(['mail', 'ingest', path, '--json'], {
    answer: (line) => answers.push(line),
    complain: (line) => answers.push(line),
  })
  return { code, said: answers.map((line) => JSON.parse(line)) }
}

test('a folder of mails is taken in, with one line for each: what became of it, why, and its id', async () => {
  const known = aMail()
  const before = await takeMail(at.town.house, inProcess, known)
  mkdirSync(`${folder.path}/mails/more`, { recursive: true })
  const files: [string, Buffer][] = [
    ['a.eml', aMail()],
    ['b.eml', aMail({ 'Auto-Submitted': 'auto-generated' })],
    ['c.eml', aMail({}, '-----BEGIN PGP MESSAGE-----\nx')],
    ['more/d.eml', known],
  ]
  for (const [name, raw] of files) writeFileSync(`${folder.path}/mails/${name}`, raw)
  const { code, said } = await ingest(`${folder.path}/mails`)
  expect(code).toBe(0)
  expect(said.map(({ file, outcome, reason }) => [file.slice(folder.path.length), outcome, reason])).toEqual([
    ['/mails/a.eml', 'report', null],
    ['/mails/b.eml', 'quarantined', 'automatic'],
    ['/mails/c.eml', 'quarantined', 'encrypted'],
    ['/mails/more/d.eml', 'report', null],
  ])
  expect(said[3].id).toBe(before.id)
  const again = await ingest(`${folder.path}/mails`)
  expect(again.said.slice(4).map(({ id }) => id)).toEqual(said.slice(0, 4).map(({ id }) => id))
  expect(await at.reports()).toBe(2)
})

test('a place where nothing is, is said and nothing done', async () => {
  expect((await ingest(`${folder.path}/nothing`)).code).toBe(1)
})
