import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { anOffice, type Office } from '#tests/reading/office.ts'
import { readSearch, type Sought } from '#workflows/reading/search.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { rebuildSearch } from '#workflows/worker/rebuild-search.ts'
import { leafToTheEnd } from './leaf.ts'

/** Written by a reporter alone, in a report that was worked on; in a brief alone; of the office itself, by a reporter. */
const REPORTED = '去年的表改个日期'
const BRIEFED = '重复索要同类困难群众底数'
const OF_THE_OFFICE = '减负的负谁来减'

let office: Office
beforeAll(async () => {
  office = await anOffice()
  await rebuildSearch(office)
}, 120_000)
afterAll(() => office.close())

const clerk = () => office.cast('hewen')
/** Nobody is kept from what accuses the office but its own people: an auditor of discipline inspection. */
const at = (login: string, roles: Staff['roles']): Staff => ({ ...office.cast(login), roles })
const search = async (by: Staff, typed: string, filter: Sought['filter'] = {}) => {
  const page = await readSearch(office, by, { typed, filter, after: null })
  if (page.found !== 'cases') throw new Error(`nothing is looked for by ${typed}`)
  return page
}
const looksOf = (by: Staff) =>
  office.db
    .selectFrom('look')
    .select('case_id')
    .where('staff_id', '=', by.id)
    .where('page', '=', 'search')
    .execute()
    .then((rows) => rows.map(({ case_id }) => case_id))
const caseWith = async (where: string) => {
  const { rows } = await sql<{ id: string; number: string }>`
    select id, number from case_file where ${sql.raw(where)} order by number limit 1`.execute(office.db)
  if (!rows[0]) throw new Error(`no case ${where}`)
  return rows[0]
}

test('a clerk finds the reporter’s words in their sentence, and the brief’s in the brief', async () => {
  const [reported] = (await search(clerk(), REPORTED)).hits
  expect(reported?.passages.map(({ name }) => name)).toEqual(['report'])
  expect(reported?.passages[0]?.pieces.slice(-2)).toEqual([
    { text: REPORTED, found: true },
    { text: '交上去。', found: false },
  ])
  const [briefed] = (await search(clerk(), BRIEFED)).hits
  expect(briefed?.passages.map(({ name }) => name)).toEqual(['brief'])
})

test('who does not read reports finds what the office wrote, and not even a candidate by what a reporter said', async () => {
  const supervisor = office.cast('xielan')
  expect(await search(supervisor, REPORTED)).toMatchObject({ hits: [], next: null, read: 0 })
  expect((await search(supervisor, BRIEFED)).hits).toHaveLength(1)
  // both are in one case: the words must all be found in what they read
  expect(await search(supervisor, `${REPORTED} ${BRIEFED}`)).toMatchObject({ hits: [], read: 0 })
  expect((await search(clerk(), `${REPORTED} ${BRIEFED}`)).hits).toHaveLength(1)
  // without a word that is in the index, cases are read by a filter: of each only what they may
  const everywhere = await leafToTheEnd(office, supervisor, '的', { from: '2000-01-01' })
  expect(everywhere.length).toBeGreaterThan(5)
  const names = new Set(everywhere.flatMap(({ passages }) => passages.map(({ name }) => name)))
  for (const name of ['report', 'reportPlace', 'reportUnit', 'supplement', 'fromReporter', 'toReporter', 'rating'])
    expect(names).not.toContain(name)
})

test('an auditor reads a reporter only where the office itself is accused, and searches accordingly', async () => {
  const auditor = at('jiangtao', ['auditor'])
  expect((await search(auditor, OF_THE_OFFICE)).hits).toHaveLength(1)
  expect(await search(auditor, REPORTED)).toMatchObject({ hits: [], read: 0 })
  expect((await search(auditor, BRIEFED)).hits).toHaveLength(1)
  expect(await search(clerk(), OF_THE_OFFICE)).toMatchObject({ hits: [], read: 0 })
})

test('every sentence that was shown is a look on record; a line without one is not', async () => {
  const by = office.cast('tanyi')
  const filtered = await search(by, '', { from: '2000-01-01' })
  expect(filtered.hits.length).toBeGreaterThan(0)
  expect(filtered.hits.every(({ passages }) => passages.length === 0)).toBe(true)
  await search(by, filtered.hits[0]?.number ?? '')
  expect(await looksOf(by)).toEqual([])
  const { hits } = await search(by, '报送')
  expect((await looksOf(by)).sort()).toEqual(hits.map(({ id }) => id).sort())
})

test('pages follow each other from the newest to the oldest, and no case stands on two', async () => {
  const all = await leafToTheEnd(office, clerk(), '', { from: '2000-01-01' })
  expect(all.length).toBeGreaterThan(20)
  expect(new Set(all.map(({ id }) => id)).size).toBe(all.length)
  const order = all.map(({ receivedOn, id }) => `${receivedOn} ${id}`)
  expect(order).toEqual([...order].sort().reverse())
})

test('a case is found by its number, by a part of it, and by the number of its letter', async () => {
  const { id, number } = await caseWith('cardinality(accused || accused_provisional) = 0')
  const ids = async (typed: string) => (await search(clerk(), typed)).hits.map((one) => one.id)
  expect(await ids(number)).toEqual([id])
  expect(await ids(number.replaceAll('-', ''))).toEqual([id])
  expect(await ids(number.slice(-7))).toContain(id)
  expect((await search(clerk(), '云减负交办〔2026〕1号')).hits[0]?.passages[0]?.name).toBe('letterNumber')
})

test('a case that came in a moment ago is found by its whole number, before it is indexed', async () => {
  const { id, number } = await caseWith('cardinality(accused || accused_provisional) = 0')
  await office.db.deleteFrom('search.case_index').where('case_id', '=', id).execute()
  expect((await search(clerk(), number)).hits.map((one) => one.id)).toEqual([id])
  await rebuildSearch(office)
})

test('what was merged is found under its own case', async () => {
  const { hits } = await search(clerk(), '塘湾村')
  expect(hits.map(({ life }) => life)).toEqual(['merged'])
})

test('filters narrow what words find: kind, state, place with all in it, unit, days', async () => {
  const { rows } = await sql<{ kind: string; life: string; received_on: string; place_unit: string; letter: string }>`
    select kind, life, received_on::text, place_unit, letter.unit_id as letter from case_file
    join letter on letter.case_id = case_file.id where cardinality(accused_provisional) = 0 limit 1`.execute(office.db)
  const [like] = rows
  if (!like) throw new Error('no case has a letter')
  const filters: Sought['filter'][] = [
    { kind: like.kind },
    { lives: [like.life] },
    { places: [like.place_unit] },
    { unit: like.letter },
    { from: like.received_on, to: like.received_on },
  ]
  const everything = await leafToTheEnd(office, clerk(), '', { from: '2000-01-01' })
  for (const filter of filters) {
    const found = await leafToTheEnd(office, clerk(), '', filter)
    expect(found.length).toBeGreaterThan(0)
    expect(found.length).toBeLessThan(everything.length)
    const worded = await leafToTheEnd(office, clerk(), '县', filter)
    expect(found.map(({ id }) => id)).toEqual(expect.arrayContaining(worded.map(({ id }) => id)))
  }
})

test.each(['', ' ', '减', 'ab 12', '，。！'])('%j alone is nothing to search by', async (typed) => {
  const page = await readSearch(office, clerk(), { typed, filter: {}, after: null })
  expect(page).toEqual({ found: 'nothing', why: typed.trim() === '' ? 'begin' : 'tooShort' })
})

test('behind the last case there is nothing, however far a hand-written address goes', async () => {
  const after = { receivedOn: '1900-01-01', id: '00000000-0000-4000-8000-000000000000' }
  const page = await readSearch(office, clerk(), { typed: '报送', filter: {}, after })
  expect(page).toMatchObject({ found: 'cases', hits: [], next: null, read: 0 })
})
