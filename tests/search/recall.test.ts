import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { listUnits, type UnitRow } from '#db/read/units.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { fold } from '#workflows/protection/blind-index.ts'
import { readsReportOf } from '#workflows/reading/readers.ts'
import type { Role, Staff } from '#workflows/roles/roles.ts'
import { aTerm } from './corpus.ts'
import { type Filled, fillTown } from './fill-town.ts'
import { leafToTheEnd } from './leaf.ts'
import { type Random, randomFrom } from './random.ts'

const CASES = 10_000
const TERMS = 30
const ROLES: readonly Role[][] = [['clerk'], ['reviewer', 'head'], ['disciplineLiaison'], ['supervisor'], ['auditor']]

let town: Town
let units: UnitRow[]
let cases: Filled[]
let random: Random
let plain: ReturnType<typeof inPlain>[]
beforeAll(async () => {
  town = await aTown()
  units = await listUnits(town.db)
  random = randomFrom(20261122)
  cases = await fillTown(town.house, random, units, { total: CASES })
  plain = cases.map(inPlain)
}, 120_000)
afterAll(() => town.close())

const officerAt = (unit: string, roles: readonly Role[]): Staff => ({
  kind: 'staff',
  id: town.officer('clerk').id,
  roles,
  unit,
})
/** Half of them where nobody is kept from much, half wherever units are: the accused, and those who answer to them. */
const someHome = () => (random.happens(0.5) ? town.officer('clerk').unit : random.one(units).id)

/** Every text that this officer may read, looked through from end to end. */
function plainScan(by: Staff, term: string): string[] {
  const sought = fold(term)
  const found = cases.filter((one, at) => {
    if (inConflict(units, by.unit, one.accused)) return false
    const reads = readsReportOf(by, units, { accused: one.accused, accused_provisional: [] })
    return plain[at]?.office.includes(sought) || (reads && plain[at]?.thread.includes(sought))
  })
  return found.map(({ id }) => id).sort()
}
/** A line a text: no part of a text goes over its end. */
const inPlain = ({ number, office, thread }: Filled) => ({
  office: [number, number.replaceAll('-', ''), ...office].map(fold).join('\u0000'),
  thread: thread.map(fold).join('\u0000'),
})

function someTerm(): string {
  for (;;) {
    const { thread, office } = random.one(cases)
    const term = aTerm(random, random.one([...thread, ...office]))
    if (term) return term
  }
}

describe('in ten thousand cases', () => {
  test('every part of a text finds exactly the cases that hold it, read to the last page, whoever searches', async () => {
    let hits = 0
    for (let nth = 0; nth < TERMS; nth++) {
      const by = officerAt(someHome(), random.one(ROLES))
      const term = someTerm()
      const found = (await leafToTheEnd(town.house, by, term)).map(({ id }) => id)
      expect([...found].sort(), `${term} by ${by.roles.join()}`).toEqual(plainScan(by, term))
      hits += found.length
    }
    expect(hits).toBeGreaterThan(TERMS)
  }, 120_000)
})
