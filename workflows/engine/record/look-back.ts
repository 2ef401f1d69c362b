import { caseContext } from '#workflows/case/context.ts'
import { refused } from '#workflows/engine/refusal.ts'
import { RefusedInside } from '#workflows/engine/refused-inside.ts'
import { keepNote, type Recorders, tellReporter, wrong } from './pass.ts'

/**
 * What was seen at a look-back: for the office how, when and what; for the reporters only that somebody looked, and how
 * it stands. The note begins with the way and the day, on a line of their own.
 */
export const lookBack: Recorders = {
  recordLookBack: async (pass) => {
    const { method, held, text, visitedOn = pass.today } = pass.event
    if (!method) throw new RefusedInside(refused('invalid', { issues: [{ field: 'method', problem: 'missing' }] }))
    // nobody was there before it was closed, nor tomorrow
    if (visitedOn > pass.today || visitedOn < (pass.row.closed_on ?? visitedOn)) wrong('visitedOn')
    await keepNote(pass, `${method} ${visitedOn}\n${text}`)
    const { lookBacks } = caseContext.parse(pass.row.context)
    await tellReporter(pass, 'lookBack', `${!held ? 'relapsed' : lookBacks === 0 ? 'held' : 'heldAgain'}\n`)
  },
}
