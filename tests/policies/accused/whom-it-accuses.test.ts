import { describe, expect, test } from 'vitest'
import { inConflict } from '#workflows/assignment/answers.ts'
import { whomItAccuses } from '#workflows/assignment/whom-it-accuses.ts'
import { PEOPLE } from '#workflows/sample-town/data/people.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { OFFICE_CODE, UNITS } from '#workflows/sample-town/data/units.ts'
import { ACCUSING } from './accusing.ts'
import { ACCUSING_UNSEEN, SPEAKING_TO_UNSEEN } from './held-out.ts'
import { ACCUSING_LATER, SPEAKING_TO_LATER } from './looked-at-later.ts'
import { SPEAKING_TO } from './speaking-to.ts'
import { ACCUSING_MORE, SPEAKING_TO_MORE } from './widened-by.ts'

const OFFICE = unitId(OFFICE_CODE)
const OFFICERS = PEOPLE.map(({ login, name, roles, unitCode }) => ({
  id: login,
  name,
  roles,
  unit_id: unitId(unitCode),
}))
const accusal = (text: string) => whomItAccuses({ units: UNITS, officers: OFFICERS }, text)
/** Whether the office is kept away, as every officer of it is then. */
const isKeptAway = (text: string) => inConflict(UNITS, OFFICE, accusal(text).units)
const share = (some: readonly string[], all: readonly string[]) => some.length / all.length

/** Says the figures of a set, both ways, with each text that was judged wrongly. */
function judged(name: string, accusing: readonly string[], speakingTo: readonly string[]) {
  const missed = accusing.filter((text) => !isKeptAway(text))
  const falseAlarms = speakingTo.filter(isKeptAway)
  console.log(
    `${name}: ${accusing.length - missed.length} of ${accusing.length} accusations seen, ` +
      `${falseAlarms.length} false alarms in ${speakingTo.length}${[...missed, ...falseAlarms].map((text) => `\n  ${text}`).join('')}`,
  )
  return { missed, falseAlarms }
}

describe('accusing the office is told from speaking to it', () => {
  test('no accusation of the set is missed, and of a hundred greetings, thanks and pleas three at most are held', () => {
    const all = [...ACCUSING, ...ACCUSING_MORE, ...ACCUSING_LATER]
    const others = [...SPEAKING_TO, ...SPEAKING_TO_MORE, ...SPEAKING_TO_LATER]
    const { missed, falseAlarms } = judged('the labelled set', all, others)
    expect(all.length + others.length).toBeGreaterThanOrEqual(200)
    expect(missed).toEqual([])
    expect(share(falseAlarms, others)).toBeLessThanOrEqual(0.03)
  })

  test('of texts that the rules were not made from, seven accusations in ten are seen and few others are held', () => {
    const labelled = new Set([...ACCUSING, ...ACCUSING_MORE, ...ACCUSING_LATER])
    expect(ACCUSING_UNSEEN.filter((text) => labelled.has(text))).toEqual([])
    const { missed, falseAlarms } = judged('held out', ACCUSING_UNSEEN, SPEAKING_TO_UNSEEN)
    expect(share(missed, ACCUSING_UNSEEN)).toBeLessThanOrEqual(0.3)
    expect(share(falseAlarms, SPEAKING_TO_UNSEEN)).toBeLessThanOrEqual(0.15)
  })
})
