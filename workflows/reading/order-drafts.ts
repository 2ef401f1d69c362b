import type { CaseFile, listDates } from '#db/read/case-file.ts'
import type { Database } from '#db/transaction.ts'
import { type Track, TRACKS, UNIT_DATES } from '#workflows/case/names.ts'
import type { Day } from '#workflows/clock.ts'
import { addWorkingDays, workingDaysBetween } from '#workflows/deadlines/working-days.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import type { PossibleAct } from '#workflows/engine/may.ts'
import type { House } from '#workflows/house.ts'
import { orderWords } from '#workflows/templates/order-words.ts'
import type { CaseLetter } from './case-tracks.ts'

type Work = {
  acts: readonly PossibleAct[]
  letters: readonly CaseLetter[]
  dates: Awaited<ReturnType<typeof listDates>>
  today: Day
}

/** What an order on each side would begin with, where one can be issued: about the date that is over, or due first. */
export async function readOrderDrafts(
  house: House,
  db: Database,
  file: Pick<CaseFile, 'kind' | 'complexity'>,
  { acts, letters, dates, today }: Work,
): Promise<{ track: Track; text: string }[]> {
  const variants = acts.find(({ type }) => type === 'issueOrder')?.variants ?? []
  const sides = TRACKS.filter((track) => variants.some((one) => 'track' in one && one.track === track))
  if (sides.length === 0) return []
  const { calendar, lengths } = await knownRules(house, { db })
  const answerBy = addWorkingDays(calendar, today, lengths('orderAnswer', file).days).due
  return sides.flatMap((track) => {
    const letter = letters.find((each) => each.track === track && !each.superseded)
    if (!letter) return []
    const [date = null] = dates.flatMap(({ name, track: side, due_on, state }) => {
      const own = UNIT_DATES.find((each) => each === name)
      return own && side === track && state !== 'paused' ? [{ name: own, dueOn: due_on }] : []
    })
    const lateBy = date && date.dueOn < today ? workingDaysBetween(calendar, date.dueOn, today) : 0
    return [{ track, text: orderWords({ unit: letter.unit.name, letter: letter.number, date, lateBy, answerBy }) }]
  })
}
