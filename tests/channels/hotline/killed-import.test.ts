import { expect, test } from 'vitest'
import { randomFrom } from '#tests/search/random.ts'
import { killedImport } from './killed-import.ts'

test('an import whose worker is killed again and again takes each row once, and none twice', {
  timeout: 240_000,
}, async () => {
  const rows = 200
  const { midway, ...stock } = await killedImport({ rows, kills: 4, random: randomFrom(20261122) })
  expect(stock).toEqual({
    outcomes: { report: rows },
    reports: rows,
    cases: rows,
    calls: rows,
    kept: 0,
    loose: 0,
    kills: 4,
  })
  expect(midway).toBeGreaterThanOrEqual(2)
})
