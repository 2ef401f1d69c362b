import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { listActivePeople } from '#db/read/people.ts'
import { inTransaction } from '#db/transaction.ts'
import { aHouse, type TestHouse } from '#tests/world/test-house.ts'
import { dayOf, handClock } from '#workflows/clock.ts'
import { possibleTypicalCaseActs } from '#workflows/engine/may-typical-case.ts'
import { possibleActs } from '#workflows/engine/may.ts'
import { SECOND_PERSON, TYPICAL_CASE_PERMISSIONS } from '#workflows/roles/permissions.ts'
import { ROLES, type Staff } from '#workflows/roles/roles.ts'
import { CASE_WORKERS } from '#workflows/roles/stand-in.ts'
import { makeSampleTown } from '#workflows/sample-town/make.ts'

/** Several times what it takes on a machine that has nothing else to do. */
const SLOWEST = 300_000
const SECONDS = Object.keys(SECOND_PERSON)
const APPROVALS = Object.entries(TYPICAL_CASE_PERMISSIONS).flatMap(([type, by]) =>
  by.includes('approver') && type !== 'withdraw' ? [type] : [],
)

let house: TestHouse
let officers: Staff[]
beforeAll(async () => {
  house = await aHouse(handClock('2026-11-22'))
  await makeSampleTown(house)
  officers = (await listActivePeople(house.db))
    .map(({ id, roles, unit_id }) => ({
      kind: 'staff' as const,
      id,
      roles: ROLES.filter((role) => roles?.includes(role)),
      unit: unit_id,
    }))
    .filter(({ roles }) => roles.some((role) => role === 'approver' || CASE_WORKERS.includes(role)))
}, SLOWEST)
afterAll(() => house.close())

/** Where nothing came of asking, the first of two signatures has nobody before it. */
const isFirst = (type: string, life: string) => type === 'signUnverifiable' && life === 'unverifiable.unsigned'

/** Every second half of an act of two that anybody in the town could do now. */
async function secondHalves(): Promise<string[]> {
  const found = new Set<string>()
  await inTransaction(house.db, async (tx) => {
    const cases = await tx.selectFrom('case_file').selectAll().execute()
    const texts = await tx.selectFrom('typical_case').selectAll().execute()
    for (const by of officers) {
      for (const row of cases)
        for (const { type } of await possibleActs(house, tx, row, by))
          if (SECONDS.includes(type) && !isFirst(type, row.life)) found.add(type)
      for (const row of texts)
        for (const type of (await possibleTypicalCaseActs(house, tx, row, by)).open)
          if (APPROVALS.includes(type)) found.add(type)
    }
  })
  return [...found].toSorted()
}

test(
  'where one administrator set up every account this month, nobody does the second half of anything',
  async () => {
    const before = await secondHalves()
    // what the town has no open case of is not proved by it
    expect(before.length).toBeGreaterThanOrEqual(12)
    const setUp = (day: string | null) =>
      sql`update staff set set_up_by = 'one administrator', set_up_on = ${day}`.execute(house.db)
    await setUp(dayOf(house.clock.town()))
    expect(await secondHalves()).toEqual([])
    await setUp('2026-10-01')
    expect(await secondHalves()).toEqual(before)
  },
  SLOWEST,
)
