import { afterAll, beforeAll, expect, test } from 'vitest'
import { runChild } from '#tests/world/child.ts'
import { freshDatabase, type TestDatabase } from '#tests/world/database.ts'

let database: TestDatabase
const lines: Record<string, unknown>[] = []
beforeAll(async () => {
  database = await freshDatabase()
  const child = runChild('tests/store/log-child.ts', [database.appUrl])
  for (let line = 0; line < 4; line += 1) lines.push(await child.next())
  await child.ended()
})
afterAll(() => database.drop())

test('one entry is one line of JSON, whatever is in it', () => {
  expect(lines.map(({ msg }) => msg)).toEqual(['one', 'two', 'three', 'four'])
  expect(lines[1]).toMatchObject({ unit: 'a\r\n{"level":60,"msg":"forged"}\u001b[31m' })
})

test('who asked from where and what was said stay out, even when handed over', () => {
  expect(JSON.stringify(lines)).not.toContain('CANARY')
})

test('a refusal of the database tells the rule that was broken and not the values that broke it', () => {
  expect(lines[2]).toMatchObject({ err: { type: 'DatabaseError', sqlState: '23502', table: 'kind' } })
  expect(lines[2]?.err).not.toHaveProperty('detail')
})

test('another error tells its message and what caused it', () => {
  expect(lines[3]).toMatchObject({ err: { message: 'the mailbox does not answer', cause: { message: 'no route' } } })
})
