import { listPeopleNames } from '#db/read/house-standing.ts'
import { listLastChanges } from '#db/read/settings-journal.ts'
import { listTemplateTitles } from '#db/read/templates.ts'
import { listUnits } from '#db/read/units.ts'
import type { House } from '#workflows/house.ts'
import { RECORD_SUBJECTS, type RecordSubject } from './record-subjects.ts'
import { differencesOf, openChange } from './settings-change.ts'

const PAGE = 40
/** Of these there is one: the act says it already. */
const WHOLE = ['units', 'people', 'calendar']

/** One page of the record of settings, newest first, in names instead of ids. `before`: a place in the chain. */
export async function readSettingsRecord(
  { db, keys }: Pick<House, 'db' | 'keys'>,
  { subject, before }: { subject: RecordSubject | null; before: number | null },
) {
  const types = subject === null ? undefined : RECORD_SUBJECTS[subject]
  const rows = await listLastChanges(db, { before, most: PAGE + 1, types })
  const units = await listUnits(db)
  const people = await listPeopleNames(db)
  const templates = await listTemplateTitles(db)
  const names = new Map([...units, ...people, ...templates].map(({ id, name }) => [id, name]))
  const nameOf = (value: string) => names.get(value) ?? value
  return {
    rows: rows.slice(0, PAGE).map((row) => {
      const change = openChange(keys, row)
      return {
        seq: row.seq,
        type: row.type,
        at: row.at,
        by: row.by,
        subject: change && !WHOLE.includes(change.subject) ? nameOf(change.subject) : null,
        differences: change ? differencesOf(change, nameOf) : [],
      }
    }),
    older: rows.length > PAGE ? (rows[PAGE - 1]?.seq ?? null) : null,
  }
}
export type SettingsRecord = Awaited<ReturnType<typeof readSettingsRecord>>
