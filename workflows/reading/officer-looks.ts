import { listCasesSeenBy, listRefusalsOf } from '#db/read/case-record.ts'
import { findPerson, listEveryone } from '#db/read/people.ts'
import { listMailsSeenBy } from '#db/read/quarantine.ts'
import { addDays, type Day, startOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { keptFrom } from './known.ts'
import { mailNumber } from './mail-number.ts'
import { readReasonCounts, readReasonsOf } from './reasons.ts'

const MOST = 300
/** Both days included. */
export type LooksAsked = { officer: string | null; from: Day; until: Day }

/**
 * What one officer looked at in a period, and what they asked for and were refused, with what the auditor may not know
 * of left out; of mails in quarantine too, by what the desk calls them. Cases that were not theirs stand with the reason
 * they gave; while nobody is chosen, how many of these each officer opened in each month. A look on which no act ever followed stands with no acts: that is what an auditor looks for.
 */
export async function readOfficerLooks(house: House, by: Staff, { officer, from, until }: LooksAsked) {
  const { db } = house
  const people = (await listEveryone(db)).map(({ id, name, unit_name, disabled }) => ({
    id,
    name,
    unit: unit_name,
    left: disabled,
  }))
  const person = officer ? await findPerson(db, officer) : undefined
  const period = { from: startOf(from), to: startOf(addDays(until, 1)) }
  const asked = { away: await keptFrom(house, by), most: MOST + 1 }
  if (!person) {
    const counts = await readReasonCounts(house, { ...period, ...asked })
    return { people, person: null, cases: [], mails: [], refusals: [], reasons: [], counts, more: false }
  }
  const reasons = await readReasonsOf(house, person.id, { ...period, ...asked })
  const cases = await listCasesSeenBy(db, person.id, period, asked)
  const mails = await listMailsSeenBy(db, { staff: person.id, ...period, ...asked })
  const refusals = await listRefusalsOf(db, person.id, period, asked)
  return {
    people,
    person: { id: person.id, name: person.name },
    cases: cases
      .slice(0, MOST)
      .map(({ looks, acts, ...row }) => ({ ...row, looks: Number(looks), acts: Number(acts) })),
    mails: mails.slice(0, MOST).map(({ id, looks, purged_on, ...row }) => ({
      ...row,
      number: mailNumber(id),
      looks: Number(looks),
      isGone: purged_on !== null,
    })),
    refusals: refusals.slice(0, MOST),
    reasons: reasons.slice(0, MOST),
    counts: [],
    more: reasons.length > MOST || mails.length > MOST || cases.length > MOST || refusals.length > MOST,
  }
}
export type OfficerLooks = Awaited<ReturnType<typeof readOfficerLooks>>
