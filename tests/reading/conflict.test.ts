import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { inConflict } from '#workflows/assignment/answers.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { readDeskQueue } from '#workflows/reading/desk-queue.ts'
import { readDatedList, readOversight } from '#workflows/reading/oversight.ts'
import { LISTS } from '#workflows/reading/oversight-filter.ts'
import { readOrderList, readOrderPage, readReferralPage } from '#workflows/reading/supervision-papers.ts'
import { readSearch } from '#workflows/reading/search.ts'
import { queryTokens } from '#workflows/protection/blind-index.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { leafToTheEnd } from '#tests/search/leaf.ts'
import { indexEntryOf } from '#tests/world/index-entries.ts'
import { rebuildSearch } from '#workflows/worker/rebuild-search.ts'
import { anOffice, asked, leafThrough, type Office } from './office.ts'

let office: Office
let cases: { id: string; number: string; accused: string[]; accused_provisional: string[] }[]
beforeAll(async () => {
  office = await anOffice()
  await rebuildSearch(office)
  cases = await office.db.selectFrom('case_file').select(['id', 'number', 'accused', 'accused_provisional']).execute()
}, 120_000)
afterAll(() => office.close())

/** One who would hold every role of the office, had they not their home where the accused is. */
const officerOf = (unit: string): Staff => ({
  kind: 'staff',
  id: office.cast('fangmin').id,
  roles: ['clerk', 'verifier', 'reviewer', 'head', 'supervisor', 'auditor'],
  unit,
})
const accusedIn = (row: (typeof cases)[number]) => [...row.accused, ...row.accused_provisional]
/** How many of these cases are looked through for a number: what a town with no other case would answer. */
const readWithout = async (number: string, known: typeof cases) => {
  const wanted = queryTokens(office.keys, number)
  const ids = known.map(({ id }) => id)
  const entries = await Promise.all(ids.map((id) => indexEntryOf(office, id)))
  return entries.filter((entry) => wanted.every((token) => entry?.tokens.includes(token >>> 0))).length
}
const homes = () => {
  const accused = new Set(cases.flatMap(accusedIn))
  const below = office.units.filter(({ line_parent, territory_parent }) =>
    [line_parent, territory_parent].some((above) => above !== null && accused.has(above)),
  )
  return [...accused, ...below.slice(0, 4).map(({ id }) => id), office.cast('fangmin').unit]
}

describe('whoever is accused, or answers to the accused', () => {
  it('leafs through every queue and finds exactly the cases that do not accuse them', async () => {
    for (const unit of homes()) {
      const known = cases.filter((row) => !inConflict(office.units, unit, accusedIn(row))).map(({ id }) => id)
      expect(await leafThrough(office, officerOf(unit))).toEqual(known.sort())
    }
  })

  it('searches by words, by filters and by number, and finds exactly what does not accuse them', async () => {
    for (const unit of homes()) {
      const by = officerOf(unit)
      const known = cases.filter((row) => !inConflict(office.units, unit, accusedIn(row)))
      const ids = known.map(({ id }) => id).sort()
      const found = async (typed: string, filter = {}) =>
        (await leafToTheEnd(office, by, typed, filter)).map(({ id }) => id).sort()
      expect(await found('', { from: '2000-01-01' })).toEqual(ids)
      // every number begins with the year
      expect(await found('202')).toEqual(ids)
      expect(ids).toEqual(expect.arrayContaining(await found('', { unit })))
      for (const row of cases.filter((each) => !known.includes(each)).slice(0, 3)) {
        const page = await readSearch(office, by, { typed: row.number, filter: {}, after: null })
        expect(page).toMatchObject({ hits: [], next: null, read: await readWithout(row.number, known) })
      }
    }
  })

  it('searches by a number whose digits stand in other cases, and is told only of what was read in those', async () => {
    const unit = homes()[0] ?? ''
    const known = cases.filter((row) => !inConflict(office.units, unit, accusedIn(row)))
    const hidden = cases.find((row) => !known.includes(row))
    // the year again in place of the last digits: every case of that day holds all of these
    const number = `${known[0]?.number.slice(0, 9)}-2026`
    await office.db
      .updateTable('case_file')
      .set({ number })
      .where('id', '=', hidden?.id ?? '')
      .execute()
    const page = await readSearch(office, officerOf(unit), { typed: number, filter: {}, after: null })
    const read = await readWithout(number, known)
    expect(read).toBeGreaterThan(0)
    expect(page).toMatchObject({ hits: [], next: null, read })
    await office.db
      .updateTable('case_file')
      .set({ number: hidden?.number })
      .where('id', '=', hidden?.id ?? '')
      .execute()
  })

  it('finds on the supervision screen, among orders and among referrals nothing that accuses them', async () => {
    const papers = await office.db
      .selectFrom('supervision_order')
      .select(['id', 'case_id'])
      .unionAll(office.db.selectFrom('referral').select(['id', 'case_id']))
      .execute()
    const asked = { unit: null, rung: null }
    let hidden = 0
    for (const unit of homes()) {
      const by = officerOf(unit)
      const known = (id: string) =>
        cases.some((row) => row.id === id && !inConflict(office.units, unit, accusedIn(row)))
      const screen = await readOversight(office, by, asked)
      const lines = [...screen.late.lines, ...screen.soon.lines, ...(screen.office?.lines ?? [])]
      expect(lines.filter((line) => !known(line.case?.id ?? ''))).toEqual([])
      for (const list of LISTS) {
        const page = await readDatedList(office, by, { ...asked, list, after: null })
        expect(page?.lines.filter((line) => !known(line.case?.id ?? ''))).toEqual([])
      }
      const mayRead = papers.filter(({ case_id }) => known(case_id)).map(({ id }) => id)
      const orders = [true, false].map((open) => readOrderList(office, by, { open, after: null }))
      const listed = [...(await Promise.all(orders)).flatMap((page) => page.orders), ...screen.referrals.lines]
      for (const { id } of listed) expect(mayRead).toContain(id)
      const away = papers.filter(({ case_id }) => !known(case_id))
      for (const { id, case_id } of [...away, ...papers.filter(({ case_id }) => known(case_id)).slice(0, 1)]) {
        const read = (await readOrderPage(office, by, id)) ?? (await readReferralPage(office, by, id))
        expect(read !== null).toBe(known(case_id))
        if (!read) hidden += 1
      }
    }
    expect(papers.length).toBeGreaterThan(1)
    expect(hidden).toBeGreaterThan(0)
  }, 120_000)

  it('is not told by a count that there is something', async () => {
    for (const unit of homes()) {
      const by = officerOf(unit)
      for (const { phase, count } of (await readDeskQueue(office, by, asked())).tabs) {
        const { rows } = await readDeskQueue(office, by, asked({ state: phase }))
        if (count !== null) expect(count).toBe(rows.length)
      }
    }
  })

  it('is not asked to sign what accuses them, while the office is', async () => {
    const inOffice = await readDeskQueue(office, officerOf(office.cast('fangmin').unit), asked({ state: 'toSign' }))
    const waiting = cases.filter(({ id }) => inOffice.rows.some((row) => row.id === id))
    const accusing = waiting.filter((row) => accusedIn(row).length > 0)
    expect(accusing.length).toBeGreaterThan(0)
    for (const row of accusing) {
      const { rows } = await readDeskQueue(office, officerOf(accusedIn(row)[0] ?? ''), asked({ state: 'toSign' }))
      expect(rows.map(({ id }) => id)).not.toContain(row.id)
    }
  })

  it('opens the case and is answered as if it were not there, and no look is recorded', async () => {
    for (const row of cases.filter((each) => accusedIn(each).length > 0)) {
      const [unit = ''] = accusedIn(row)
      expect(await readCasePage(office, officerOf(unit), row.id)).toBeNull()
    }
    const looks = await office.db.selectFrom('look').select('id').where('page', '=', 'desk').execute()
    expect(looks).toHaveLength(0)
  })

  it('while somebody of the office opens the same case and reads it', async () => {
    const row = cases.find(
      (each) => accusedIn(each).length > 0 && !inConflict(office.units, office.cast('fangmin').unit, accusedIn(each)),
    )
    const page = await readCasePage(office, office.cast('fangmin'), row?.id ?? '')
    expect(page?.said?.reports[0]?.body).toMatch(/\S/)
  })

  it('does not see through the main case what was merged into it', async () => {
    const merged = await office.db
      .selectFrom('case_file')
      .select(['id', 'main_case'])
      .where('main_case', 'is not', null)
      .executeTakeFirstOrThrow()
    const pair = cases.filter(({ id }) => id === merged.id || id === merged.main_case)
    const home = office.units.find(
      ({ id, kind }) => kind === 'department' && pair.every((row) => !inConflict(office.units, id, accusedIn(row))),
    )
    const by = officerOf(home?.id ?? '')
    const before = await readCasePage(office, by, merged.main_case ?? '')
    expect(before?.merged.map(({ id }) => id)).toContain(merged.id)
    await office.db
      .updateTable('case_file')
      .set({ accused: [home?.id ?? ''] })
      .where('id', '=', merged.id)
      .execute()
    const after = await readCasePage(office, by, merged.main_case ?? '')
    expect(after?.merged).toEqual([])
    expect(after?.said?.reports.map(({ caseId }) => caseId)).not.toContain(merged.id)
  })
})
