import { listUnits } from '#db/read/units.ts'
import { type CaseRow, lockCase, markCaseMerged, markCaseTakesOn } from '#db/write/cases.ts'
import { listLettersInForce } from '#db/write/letters.ts'
import { inConflict, mayNotKnow } from '#workflows/assignment/answers.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { accusedIn, takesOthersIn } from '#workflows/engine/dispatch.ts'
import { appendToJournal } from '#workflows/engine/journal.ts'
import { type Act, keepNote, type Recorders, wrong } from './pass.ts'
import { leaveMain } from './leave-main.ts'
import { releaseFrom } from './release-from.ts'

/** One case follows another, and follows it no more. */
export const merging: Recorders = {
  merge: async (pass) => {
    const { tx, row, event, by } = pass
    const main = event.into === row.id ? undefined : await lockCase(tx, event.into)
    if (!main || by.kind !== 'staff') wrong('into')
    // judged before it was locked: meanwhile it may have been merged itself, or have ended
    if (!takesOthersIn(main)) wrong('into')
    const units = await listUnits(tx)
    // a main case the clerk may not know of answers like one that does not exist
    if (mayNotKnow(units, by, accusedIn(main))) wrong('into')
    // a unit that this report accuses has a letter of the main case already: it would answer for itself
    const letters = await listLettersInForce(tx, main.id)
    if (letters.some(({ unit_id }) => inConflict(units, unit_id, accusedIn(row)))) wrong('into')
    await markCaseMerged(tx, row.id, main.id, pass.today)
    await markCaseTakesOn(tx, main.id, row)
    await keepTakenOn(pass, main, await releaseFrom(tx, main, units, accusedIn(row)))
  },
  unmerge: async (pass) => {
    if (pass.event.text) await keepNote(pass, pass.event.text)
    await leaveMain(pass)
  },
}

/**
 * The main case is another by this as well, and says so in a record of its own: whoever has its page open is told. By the
 * machine, for whoever merges has no part in the main case by that.
 */
export async function keepTakenOn({ house, tx, row, now }: Act, main: CaseRow, released: string | null): Promise<void> {
  const { accused, accused_provisional, accused_people, no_dispatch, urgent } = row
  await appendToJournal(tx, await caseKey(tx, house.keys, main.id), {
    subject: 'case',
    subjectId: main.id,
    at: now,
    actor: { kind: 'machine', id: null, role: null },
    type: 'mergedIn',
    from: main.value,
    to: main.value,
    payload: {
      type: 'mergedIn',
      merged: row.id,
      accused,
      accused_provisional,
      accused_people,
      no_dispatch,
      urgent,
      released,
    },
    wrote: {},
  })
}
