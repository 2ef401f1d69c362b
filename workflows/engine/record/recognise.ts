import { lockCase, markCaseRecognised, markCaseTakesOn } from '#db/write/cases.ts'
import { worksInHouse } from '#workflows/assignment/officers-named.ts'
import { officeAndAbove } from '#workflows/assignment/recognise.ts'
import { whomItAccuses } from '#workflows/assignment/whom-it-accuses.ts'
import { accusedIn } from '#workflows/engine/dispatch.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import { keepTakenOn } from './merging.ts'
import type { Act } from './pass.ts'
import { releaseFrom } from './release-from.ts'

/**
 * What a reporter says later may accuse the office, or somebody in it, as well as a report may: then the case goes behind
 * the same door, wherever it stands. Other units stay as they are, for a clerk has read whom the report accuses; and so
 * does who answers a unit's letters, for a letter that vanished would say so.
 */
export async function recogniseAccused(pass: Act, text: string | undefined): Promise<void> {
  const { house, tx, row } = pass
  if (!text) return
  const { units, officers } = await knownRules(house, { db: tx })
  const found = whomItAccuses({ units, officers: officers.filter(worksInHouse) }, text)
  const [known, above] = [accusedIn(row), officeAndAbove(units)]
  const added = {
    units: found.units.filter((unit) => above.has(unit) && !known.includes(unit)),
    people: found.people.filter((person) => !known.includes(person)),
  }
  const more = [...added.units, ...added.people]
  if (more.length === 0) return
  await markCaseRecognised(tx, row.id, added)
  await releaseFrom(tx, row, units, more)
  const main = row.main_case && (await lockCase(tx, row.main_case))
  if (!main) return
  const taken = { accused: [], accused_provisional: added.units, accused_people: added.people, no_dispatch: false }
  await markCaseTakesOn(tx, main.id, { ...taken, urgent: false })
  await keepTakenOn({ ...pass, row: { ...row, ...taken } }, main, await releaseFrom(tx, main, units, more))
}
