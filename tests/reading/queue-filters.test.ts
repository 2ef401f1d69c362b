import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { addDays } from '#workflows/clock.ts'
import { PHASE_NAMES } from '#workflows/reading/desk-phases.ts'
import { type QueueAsked, readDeskQueue } from '#workflows/reading/desk-queue.ts'
import type { Narrowing } from '#workflows/reading/queue-filter.ts'
import { anOffice, asked, type Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
}, 120_000)
afterAll(() => office.close())

const read = (more: Partial<QueueAsked>) => readDeskQueue(office, office.cast('fangmin'), asked(more))
const stored = () => office.db.selectFrom('case_file').selectAll().execute()
const all = async (narrow: Narrowing) => (await read({ state: 'all', narrow })).rows.map(({ id }) => id).toSorted()
type Row = Awaited<ReturnType<typeof stored>>[number]
const idsWhere = async (isMeant: (row: Row) => boolean) => {
  const known = await all({})
  return (await stored())
    .filter((row) => known.includes(row.id) && isMeant(row))
    .map(({ id }) => id)
    .toSorted()
}

/** More cases like one that is there, in triage, so many days from today, some urgent, some without a date. */
const fill = (like: string, cases: number, prefix: string) =>
  sql`
    insert into case_file (id, number, kind, value, context, machine_version, revision, life, accused,
      accused_provisional, no_dispatch, slow_lane, received_on, due_on, urgent, reprisal)
    select gen_random_uuid(), ${prefix} || n, kind, value, context, machine_version, revision,
      case when n % 3 = 0 then 'triage.refusalProposed' else 'triage.open' end, '{}', '{}', false, false,
      received_on, case when n % 7 = 0 then null else date '2026-10-10' + (n % 9) end, n % 11 = 0, n % 17 = 0
    from case_file, generate_series(1, ${cases}) as n where id = ${like}`.execute(office.db)

describe('a queue that is narrowed', () => {
  it('holds exactly the cases that are meant: kind, complexity, marks, days', async () => {
    const rows = await stored()
    const one = rows.find(({ kind, life }) => kind !== null && life === 'rectifying')
    await office.db
      .updateTable('case_file')
      .set({ urgent: true })
      .where('id', '=', one?.id ?? '')
      .execute()
    const kind = one?.kind ?? ''
    expect(await all({ kind })).toEqual(await idsWhere((row) => row.kind === kind))
    expect(await all({ urgent: true })).toEqual([one?.id])
    expect(await all({ complexity: 'standard' })).toEqual(await idsWhere((row) => row.complexity === 'standard'))
    expect(await all({ reprisal: true })).toEqual(await idsWhere((row) => row.reprisal))
    expect(await all({ slow: true })).toEqual(await idsWhere((row) => row.slow_lane))
    expect(await all({ provisional: true })).toEqual(
      await idsWhere((row) => row.accused.length === 0 && row.accused_provisional.length > 0),
    )
    const [from, to] = ['2026-09-01', '2026-09-30']
    expect(await all({ from, to })).toEqual(await idsWhere((row) => row.received_on >= from && row.received_on <= to))
    expect((await all({ from, to })).length).toBeGreaterThan(0)
  })

  it('tells late from due within a week', async () => {
    const { today } = await read({})
    const late = await all({ due: 'late' })
    const week = await all({ due: 'week' })
    expect(late).toEqual(await idsWhere((row) => row.due_on !== null && row.due_on < today))
    expect(week).toEqual(
      await idsWhere((row) => row.due_on !== null && row.due_on >= today && row.due_on <= addDays(today, 7)),
    )
    expect(late.length * week.length).toBeGreaterThan(0)
  })

  it('means by a place everything below it', async () => {
    const byId = new Map(office.units.map((unit) => [unit.id, unit]))
    const isIn = (id: string | null, code: string): boolean => {
      const unit = byId.get(id ?? '')
      return unit !== undefined && (unit.code === code || isIn(unit.territory_parent, code))
    }
    const placed = (await stored()).map((row) => byId.get(row.place_unit ?? '')).filter((unit) => unit !== undefined)
    const below = placed.find(({ level }) => level === 'township' || level === 'village')
    const county = byId.get(below?.territory_parent ?? '')
    const found = await all({ place: county?.code ?? '' })
    expect(found).toEqual(await idsWhere((row) => isIn(row.place_unit, county?.code ?? '')))
    expect(found.length).toBeGreaterThan(0)
    expect((await read({ state: 'all', narrow: { place: county?.code ?? '' } })).names.place).toBe(county?.name)
  })

  it('finds what is in a colleague’s hands, and what is in nobody’s', async () => {
    const by = office.cast('hewen')
    expect(await all({ holder: 'hewen' })).toEqual(await idsWhere((row) => row.holder === by.id))
    expect(await all({ holder: 'nobody' })).toEqual(await idsWhere((row) => row.holder === null))
  })

  it('counts in each tab what stands in it', async () => {
    for (const narrow of [{}, { holder: 'nobody' }, { due: 'late' as const }]) {
      const { tabs } = await read({ narrow })
      for (const { phase, count } of tabs)
        if (count !== null) expect(count).toBe((await read({ state: phase, narrow })).rows.length)
    }
  })

  it('says what stands for nothing, and shows the rest', async () => {
    const { unknown, rows, narrow } = await read({
      state: 'all',
      narrow: { kind: 'B99X', place: 'nowhere', holder: 'nobodyknown', due: 'late' },
    })
    expect(unknown).toEqual(['kind', 'place', 'holder'])
    expect(narrow).toEqual({ due: 'late' })
    expect(rows.map(({ id }) => id).toSorted()).toEqual(await all({ due: 'late' }))
  })

  it('says so of a place in another order, and begins at the beginning', async () => {
    const place = { order: 'newest' as const, received: '2026-10-10', id: (await stored())[0]?.id ?? '' }
    const { unknown, rows, from } = await read({ state: 'triage', from: { place, back: false } })
    expect(unknown).toEqual(['after'])
    expect(from).toBeNull()
    expect(rows).toEqual((await read({ state: 'triage' })).rows)
  })

  it('never holds a case that may not be known, whatever it is narrowed by', async () => {
    const [mine] = (await read({ state: 'all' })).rows
    const by = office.cast('fangmin')
    await office.db
      .updateTable('case_file')
      .set({ accused_provisional: [by.unit] })
      .where('id', '=', mine?.id ?? '')
      .execute()
    const row = (await stored()).find(({ id }) => id === mine?.id)
    const ways: Narrowing[] = [{}, { kind: row?.kind ?? '' }, { provisional: true }, { from: row?.received_on }]
    for (const narrow of ways)
      for (const state of ['all', ...PHASE_NAMES] as const)
        expect((await read({ state, narrow })).rows.map(({ id }) => id)).not.toContain(mine?.id)
  })
})

describe('leafing through a full queue', () => {
  it('meets every case exactly once while others arrive, urgent before the rest, and the same way back', async () => {
    const like = (await stored()).find(({ life }) => life === 'triage.open')?.id ?? ''
    await fill(like, 240, 'W')
    const before = (await stored()).filter(
      ({ life, accused_provisional }) => life.startsWith('triage.') && accused_provisional.length === 0,
    )
    const forth: string[] = []
    let page = await read({ state: 'triage' })
    let last = page
    forth.push(...page.rows.map(({ id }) => id))
    for (let nth = 0; page.next; nth++) {
      await fill(like, 5, `L${nth}-`)
      page = await read({ state: 'triage', from: { place: page.next, back: false } })
      forth.push(...page.rows.map(({ id }) => id))
      last = page
    }
    expect(new Set(forth).size).toBe(forth.length)
    expect(before.filter(({ id }) => !forth.includes(id))).toEqual([])
    const rowOf = new Map((await stored()).map((row) => [row.id, row]))
    const keys = forth.map((id) => {
      const row = rowOf.get(id)
      return `${row?.urgency} ${row?.due_on ?? '9999-12-31'} ${id}`
    })
    expect(keys).toEqual(keys.toSorted())

    const back = last.rows.map(({ id }) => id)
    for (page = last; page.previous; ) {
      page = await read({ state: 'triage', from: { place: page.previous, back: true } })
      back.unshift(...page.rows.map(({ id }) => id))
    }
    expect(new Set(back).size).toBe(back.length)
    expect(forth.filter((id) => !back.includes(id))).toEqual([])
    expect(page.rows[0]?.id).toBe((await read({ state: 'triage' })).rows[0]?.id)
  })
})
