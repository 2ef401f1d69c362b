import { z } from 'zod'
import { findCase } from '#db/read/cases.ts'
import { isUnderWay } from '#db/read/errands.ts'
import { findSubject } from '#db/read/journal.ts'
import { findPerson } from '#db/read/people.ts'
import { findTownValue, listUnits } from '#db/read/units.ts'
import { mayNotKnow } from '#workflows/assignment/answers.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** The row of the town in which the newest verdict stands. */
export const JOURNAL_VERDICT = 'journalVerdict'

const about = { by: z.string(), at: z.iso.datetime() }
const verdict = z.discriminatedUnion('sound', [
  z.object({ sound: z.literal(true), rows: z.number(), ...about }),
  z.object({ sound: z.literal(false), subject: z.string(), seq: z.number(), fault: z.string(), ...about }),
])

/** The newest verdict on the journal, or null, and whether another is being reached. */
export async function readJournalVerdict(house: House, by: Staff) {
  const { db } = house
  const stored = verdict.nullish().parse(await findTownValue(db, JOURNAL_VERDICT)) ?? null
  const underWay = await isUnderWay(db, 'verify-journal')
  if (!stored) return { verdict: null, underWay }
  const askedBy = (await findPerson(db, stored.by))?.name ?? ''
  const common = { at: stored.at, by: askedBy }
  if (stored.sound) return { verdict: { ...common, sound: true as const, rows: stored.rows }, underWay }
  const { seq, fault } = stored
  return {
    verdict: { ...common, sound: false as const, seq, fault, ...(await subjectOf(house, by, stored.subject)) },
    underWay,
  }
}

/** What a chain is about; of a case its number, where the reader may know of it. */
async function subjectOf({ db }: House, by: Staff, id: string) {
  const row = await findCase(db, id)
  if (!row) return { about: (await findSubject(db, id)) ?? ('settings' as const), number: null }
  const accused = [...row.accused, ...row.accused_provisional, ...row.accused_people]
  const kept = mayNotKnow(await listUnits(db), by, accused)
  return { about: 'case' as const, number: kept ? null : row.number }
}
