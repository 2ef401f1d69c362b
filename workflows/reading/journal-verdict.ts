import { z } from 'zod'
import { findCase } from '#db/read/cases.ts'
import { isUnderWay } from '#db/read/errands.ts'
import { findSubject } from '#db/read/journal.ts'
import { findPerson } from '#db/read/people.ts'
import { findTownValue, listUnits } from '#db/read/units.ts'
import { mayNotKnow } from '#workflows/assignment/answers.ts'
import { type Fault, FAULTS } from '#workflows/audit/fault.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** The row of the town in which the newest verdict stands. */
export const JOURNAL_VERDICT = 'journalVerdict'

const fault = z.object({
  fault: z.enum(FAULTS),
  log: z.enum(['journal', 'look', 'refusal']).optional(),
  subject: z.string().optional(),
  seq: z.number().optional(),
  hour: z.iso.datetime().optional(),
  detail: z.string().optional(),
})
const verdict = z.object({
  rows: z.number(),
  checkpoints: z.number(),
  restored: z.array(z.iso.datetime()),
  faults: z.array(fault),
  by: z.string(),
  at: z.iso.datetime(),
})

/** The newest verdict on the record, or null, and whether another is being reached. */
export async function readJournalVerdict(house: House, by: Staff) {
  const { db } = house
  // one from before checkpoints says less, and is asked for again
  const stored = verdict.safeParse(await findTownValue(db, JOURNAL_VERDICT)).data ?? null
  const underWay = await isUnderWay(db, 'verify-journal')
  if (!stored) return { verdict: null, underWay }
  const askedBy = (await findPerson(db, stored.by))?.name ?? ''
  const faults = await Promise.all(stored.faults.map((each) => shown(house, by, each)))
  return { verdict: { ...stored, sound: faults.length === 0, faults, by: askedBy }, underWay }
}

/** What is wrong, with what it is about; of a case its number, where the reader may know of it. */
async function shown(house: House, by: Staff, { subject, ...fault }: Fault) {
  const about = await subjectOf(house, by, fault.log ?? 'journal', subject)
  // which letter or date it is tells of the case
  return about.kept ? { ...fault, ...about, detail: undefined } : { ...fault, ...about }
}

async function subjectOf({ db }: House, by: Staff, log: NonNullable<Fault['log']>, id: string | undefined) {
  const nothing = { number: null, kept: false }
  if (!id) return { about: null, ...nothing }
  if (log !== 'journal') return { about: log, ...nothing }
  const row = await findCase(db, id)
  if (!row) return { about: await otherSubject(db, id), ...nothing }
  const accused = [...row.accused, ...row.accused_provisional, ...row.accused_people]
  const kept = mayNotKnow(await listUnits(db), by, accused)
  return { about: 'case' as const, number: kept ? null : row.number, kept }
}

/** A case that has left its record alone, or nothing, is gone. */
async function otherSubject(db: House['db'], id: string) {
  const about = await findSubject(db, id)
  return about === undefined || about === 'case' ? ('gone' as const) : about
}
