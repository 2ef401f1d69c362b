import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aHouse, type TestHouse } from '#tests/world/test-house.ts'
import { caseMachine } from '#workflows/case/machine.ts'
import { dayOf, handClock, startOf } from '#workflows/clock.ts'
import { verifyRecord } from '#workflows/audit/verify-record.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import { readFigures } from '#workflows/reading/figures.ts'
import { makeSampleTown } from '#workflows/sample-town/make.ts'
import { typicalCaseMachine } from '#workflows/typical-case/machine.ts'

type Node = { key: string; type: string; states: Record<string, Node> }

/** The places a case or lane can rest in, dotted; the two tracks are left out, as in the column `life`. */
function restsOf({ states }: Node): string[] {
  return Object.values(states).flatMap((state) =>
    Object.keys(state.states).length === 0 || state.type === 'parallel'
      ? [state.key]
      : restsOf(state).map((inner) => `${state.key}.${inner}`),
  )
}
const inside = (node: Node, ...path: string[]): Node =>
  path.reduce((found, key) => found.states[key] ?? raise(key), node)
const raise = (key: string): never => {
  throw new Error(`the machine has no ${key}`)
}
const root = caseMachine.root as unknown as Node

/** Several times what it takes on a machine that has nothing else to do. */
const SLOWEST = 180_000

describe('the sample town', () => {
  let house: TestHouse
  beforeAll(async () => {
    house = await aHouse(handClock('2026-11-22'))
    await makeSampleTown(house)
  }, SLOWEST)
  afterAll(() => house.close())

  test('has its first figures, of which some are large enough to be told', async () => {
    const { takenOn, parts } = await readFigures(house)
    expect(takenOn).toBe('2026-11-22')
    expect(parts.some(({ about }) => about !== null)).toBe(true)
    // whatever chance drew: from nine on a number is always told
    const { rows } = await sql<{ counted: number }>`select counted from figure_snapshot`.execute(house.db)
    expect(rows.some(({ counted }) => counted >= 9)).toBe(true)
  })

  const distinct = async (path: string): Promise<string[]> => {
    const { rows } = await sql<{ at: string }>`
      select distinct jsonb_path_query(value, ${sql.lit(path)}) #>> '{}' as at from case_file`.execute(house.db)
    return rows.map(({ at }) => at)
  }

  test('has a case in every state a case can rest in', async () => {
    const rows = await house.db.selectFrom('case_file').select('life').distinct().execute()
    const lives = rows.map(({ life }) => life)
    expect(lives.toSorted()).toEqual(restsOf(inside(root, 'life')).toSorted())
  })

  test.each([
    ['supervision', '$.supervision.*', ['supervision', 'territory']],
    ['referral', '$.referral', ['referral']],
    ['vindication', '$.vindication', ['vindication']],
  ])('has a case in every state of %s', async (_, path, at) => {
    expect((await distinct(path)).toSorted()).toEqual(restsOf(inside(root, ...at)).toSorted())
  })

  test('has a letter in every state of a track', async () => {
    const plain = (await distinct('$.life.rectifying.* ? (@.type() == "string")')).map(String)
    const inner = (await distinct('$.life.rectifying.*.rectifying')).map((state) => `rectifying.${state}`)
    const rests = restsOf(inside(root, 'life', 'rectifying', 'territory')).filter((state) => state !== 'entering')
    expect([...plain, ...inner].toSorted()).toEqual(rests.toSorted())
  })

  test('has a typical case in every state, and some that the public reads', async () => {
    const rows = await house.db.selectFrom('typical_case').select('life').execute()
    const lives = rows.map(({ life }) => life)
    expect([...new Set(lives)].toSorted()).toEqual(restsOf(typicalCaseMachine.root as unknown as Node).toSorted())
    expect(lives.filter((life) => life === 'published.standing').length).toBeGreaterThanOrEqual(2)
  })

  test('has journals in which no row was changed, left out or put in', async () => {
    expect(await verifyJournal(house.db)).toMatchObject({ sound: true })
    // in every state the tables are what the record says
    expect((await verifyRecord(house)).faults).toEqual([])
  })

  test('lies in the past, and is mostly in time', async () => {
    const now = house.clock.town()
    const { latest } = await house.db
      .selectFrom('journal')
      .select(({ fn }) => fn.max('at').as('latest'))
      .executeTakeFirstOrThrow()
    expect(latest < now && latest > startOf('2026-11-19')).toBe(true)
    const cases = await house.db.selectFrom('case_file').select('due_on').where('due_on', 'is not', null).execute()
    const late = cases.filter(({ due_on }) => (due_on ?? '') < dayOf(now))
    expect(late.length).toBeGreaterThan(0)
    expect(late.length).toBeLessThan(cases.length / 10)
  })

  test('has letters numbered in the order in which they were issued', async () => {
    const letters = await house.db.selectFrom('letter').select('issued_on').orderBy('year').orderBy('serial').execute()
    const days = letters.map(({ issued_on }) => issued_on)
    expect(days).toEqual(days.toSorted())
  })

  test('leaves no message of the past to be sent, and each case to be indexed once', async () => {
    const waiting = await house.db.selectFrom('errand').select(['task', 'case_id']).where('done', '=', false).execute()
    expect(new Set(waiting.map(({ task }) => task))).toEqual(new Set(['index-case']))
    const cases = await house.db.selectFrom('case_file').select('id').execute()
    expect(waiting.map(({ case_id }) => case_id).toSorted()).toEqual(cases.map(({ id }) => id).toSorted())
  })

  test('has nothing that is still to ring', async () => {
    const ringing = await house.db
      .selectFrom('deadline')
      .select('name')
      .where('state', '=', 'open')
      .where('due_on', '<', dayOf(house.clock.town()))
      .execute()
    expect(ringing).toEqual([])
  })

  test('stays as it is when it is made again', async () => {
    const before = await verifyJournal(house.db)
    await makeSampleTown(house)
    expect(await verifyJournal(house.db)).toEqual(before)
  })
})

test('a town whose making was cut short leaves nothing behind, and is made whole the next time', async () => {
  const house = await aHouse(handClock('2026-11-22'))
  try {
    const keys = Object.defineProperty({ ...house.keys }, 'receipt', {
      get: () => {
        throw new Error('the lights went out')
      },
    })
    const cut = { ...house, keys }
    await expect(makeSampleTown(cut)).rejects.toThrow('the lights went out')
    for (const table of ['unit', 'staff', 'case_file', 'journal'] as const)
      expect(await house.db.selectFrom(table).selectAll().execute()).toEqual([])
  } finally {
    await house.close()
  }
})
