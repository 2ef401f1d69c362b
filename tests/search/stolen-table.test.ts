import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { fold } from '#workflows/protection/blind-index.ts'
import { runOnce as indexCases } from '#workflows/worker/index-cases.ts'
import { randomFrom } from './random.ts'
import { aText } from './corpus.ts'

const CANARY = '朱雀七号楼的许会计'
const OWN = 9
const OTHERS = 30
/** Shorter stretches of random bytes are alike by chance. */
const WINDOW = 8

let town: Town
let owner: Kysely<unknown>
const mine = new Map<string, string>()
const others = new Map<string, string>()
beforeAll(async () => {
  town = await aTown()
  const random = randomFrom(9)
  const report = async (said: Map<string, string>, text: string) => said.set((await town.report({ text })).caseId, text)
  for (let nth = 0; nth < OTHERS; nth++) await report(others, aText(random))
  await report(others, `我们村的表是${CANARY}要的。`)
  // a decoy reporter knows what they filed: sentences like those of others, and the words they want to find
  for (let nth = 1; nth < OWN; nth++) await report(mine, aText(random))
  await report(mine, `听说是${CANARY}要的。`)
  await indexCases(town.house)
  owner = connect<unknown>(town.database.ownerUrl, { max: 1 })
}, 60_000)
afterAll(async () => {
  await disconnect(owner)
  await town.close()
})

type Stolen = Map<string, Set<string>>

/** All that a thief can compare in the whole schema of the search: elements of arrays, stretches of bytes, by case. */
async function stolen(): Promise<Stolen> {
  const { rows: tables } = await sql<{ name: string }>`
    select quote_ident(schemaname) || '.' || quote_ident(tablename) as name from pg_tables where schemaname = 'search'`.execute(
    owner,
  )
  const signs: Stolen = new Map()
  for (const { name } of tables) {
    const { rows } = await sql<Record<string, unknown> & { case_id: string }>`select * from ${sql.raw(name)}`.execute(
      owner,
    )
    for (const row of rows)
      for (const [column, value] of Object.entries(row))
        for (const sign of signsIn(value)) {
          const known = signs.get(row.case_id) ?? new Set()
          signs.set(row.case_id, known.add(`${name}.${column} ${sign}`))
        }
  }
  return signs
}
function signsIn(value: unknown): string[] {
  if (Array.isArray(value)) return value.map(String)
  if (!Buffer.isBuffer(value)) return []
  return Array.from({ length: Math.max(0, value.length - WINDOW + 1) }, (_, at) =>
    value.toString('base64', at, at + WINDOW),
  )
}

const bigrams = (text: string) => {
  const letters = [...fold(text)]
  return new Set(letters.slice(1).map((letter, at) => `${letters[at]}${letter}`))
}
/** What stands in some reports and in no other of one's own: sign and bigram that go together there are taken for one. */
function learnt(signs: Stolen): Map<string, string> {
  const where = (has: (id: string) => boolean) => [...mine.keys()].map((id) => (has(id) ? 1 : 0)).join('')
  const bySigns = new Map<string, string[]>()
  for (const sign of new Set([...mine.keys()].flatMap((id) => [...(signs.get(id) ?? [])]))) {
    const pattern = where((id) => signs.get(id)?.has(sign) ?? false)
    bySigns.set(pattern, [...(bySigns.get(pattern) ?? []), sign])
  }
  const found = new Map<string, string>()
  for (const bigram of new Set([...mine.values()].flatMap((text) => [...bigrams(text)]))) {
    const pattern = where((id) => bigrams(mine.get(id) ?? '').has(bigram))
    for (const sign of bySigns.get(pattern) ?? []) found.set(sign, bigram)
  }
  return found
}

describe('whoever filed nine reports and holds a copy of everything the search stores', () => {
  test('has a copy of every case, their own among them', async () => {
    const signs = await stolen()
    expect([...signs.keys()].sort()).toEqual([...mine.keys(), ...others.keys()].sort())
  })

  test('finds no sign of their own words in the case of anybody else', async () => {
    const signs = await stolen()
    const dictionary = learnt(signs)
    const read = [...others.keys()].flatMap((id) => [...(signs.get(id) ?? [])].filter((sign) => dictionary.has(sign)))
    expect(read).toEqual([])
  })

  test('cannot tell that two reports say the same, nor that one is like another', async () => {
    const twin = await town.report({ text: [...others.values()][0] ?? '' })
    await indexCases(town.house)
    const signs = await stolen()
    const all = [...signs].filter(([id]) => id !== twin.caseId)
    const shared = all.flatMap(([, theirs]) => [...(signs.get(twin.caseId) ?? [])].filter((sign) => theirs.has(sign)))
    expect(shared).toEqual([])
  })

  test('sees of a length only in which of few classes it falls', async () => {
    const { rows } = await sql<{ length: number }>`
      select distinct length(sealed) as length from search.case_index`.execute(owner)
    expect(rows.length).toBeLessThanOrEqual(3)
  })

  test('the database itself keeps no statistics of tokens', async () => {
    await sql`analyze`.execute(owner)
    const { rows } = await sql`
      select from pg_stats where schemaname = 'search' and most_common_elems is not null`.execute(owner)
    expect(rows).toEqual([])
  })
})
