import type { UnitLetter } from '#db/read/inbox.ts'
import { listRules } from '#db/read/deadline-rules.ts'
import { listTrackDates } from '#db/read/letter-file.ts'
import type { Database } from '#db/transaction.ts'
import type { Day } from '#workflows/clock.ts'
import { lengthOf } from '#workflows/deadlines/catalogue.ts'
import { isInForce } from '#workflows/deadlines/date-rules.ts'
import { RUNGS } from '#workflows/deadlines/ladder.ts'
import { calendarAround } from '#workflows/engine/calendar.ts'
import { explainDate, readCaseTime } from './date-explained.ts'

/** The dates a unit keeps or may use; those of the office's rulings are the office's. */
const OWN_DATES = ['acknowledgement', 'objectionWindow', 'rectification', 'orderAnswer'] as const
export type LetterDateName = (typeof OWN_DATES)[number]

/**
 * The dates of one letter, each with the sentence that lets the unit check it by hand. One whose count cannot be told
 * any more says only how many days it has.
 */
export async function readLetterDates(
  db: Database,
  letter: Pick<UnitLetter, 'case_id' | 'track' | 'complexity' | 'issued_on'>,
  today: Day,
) {
  const rows = await listTrackDates(db, letter.case_id, letter.track, [...OWN_DATES])
  const calendar = await calendarAround(db, today)
  const rules = await listRules(db)
  const time = await readCaseTime(db, letter.case_id)
  return rows.flatMap((row) => {
    const name = OWN_DATES.find((own) => own === row.name)
    if (!name) return []
    const given = rules.filter((rule) => rule.name === name && isInForce(rule, row.set_on)).map(({ days }) => days)
    const lengths = [lengthOf(name, letter.complexity), ...given]
    return [
      {
        name,
        dueOn: row.due_on,
        days: row.days,
        paused: row.state === 'paused',
        /** the date that the letter itself named: not since moved, and not that of a result sent back */
        asIssued: row.set_on === letter.issued_on && lengths.includes(row.days) && row.pauses === 0,
        ...explainDate(calendar, row, time),
        rung: RUNGS.find((rung) => rung === row.rung) ?? null,
      },
    ]
  })
}
