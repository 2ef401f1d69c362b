/** Ways through the case machine that together take every move from every place at least once. */
import { initialTransition, transition } from 'xstate'
import { isBurden } from '#workflows/case/context.ts'
import type { CaseEvent } from '#workflows/case/events.ts'
import type { JudgedEvent } from '#workflows/case/judged.ts'
import { caseMachine } from '#workflows/case/machine.ts'
import type { CaseSnapshot } from '#workflows/case/versions.ts'
import { LEADING, type Path, shortestPaths } from '#tests/machine/graph.ts'

export type Routes = { routes: JudgedEvent[][]; moves: ReadonlySet<string>; places: number }

/** One move: from a place by an act, with its choices and without its words, to a place. */
export function moveOf(from: CaseSnapshot, event: CaseEvent, to: CaseSnapshot): string {
  const { track, tracks, finding, ruling, satisfied, held } = event as Partial<Record<string, unknown>>
  return JSON.stringify([
    lifeValue(from),
    event.type,
    { track, tracks, finding, ruling, satisfied, held },
    lifeValue(to),
  ])
}
const lifeValue = ({ value }: CaseSnapshot) => (value as { life: unknown }).life
export const after = (snapshot: CaseSnapshot, event: JudgedEvent) => transition(caseMachine, snapshot, event)[0]
/**
 * The clock rings only dates that stand, and of those only what moves the case is a way on. The bare machine would also
 * take a look back at what was never put right, for which no date is ever set.
 */
function isRung(at: CaseSnapshot, event: JudgedEvent): boolean {
  if (event.type !== 'deadline.lapsed') return true
  if (event.deadline === 'lookBackStart' && (!isBurden(at.context.finding) || at.context.withdrawn)) return false
  return placeOf(after(at, event)) !== placeOf(at)
}
/** The path as a stored case would go it. Two cases under one key may still differ in what they remember: then it ends. */
function walked({ events }: Path): Path[] {
  let at = initialTransition(caseMachine)[0]
  for (const event of events) {
    if (!at.can(event) || !isRung(at, event)) return []
    at = after(at, event)
  }
  return [{ at, events }]
}

/**
 * Every shortest path that takes a move no route has taken yet, each going on from its end for as long as there is one:
 * a case that has come far shows more than a new one brought there again.
 */
export function routesOverEveryMove(): Routes {
  const open = (at: CaseSnapshot) => LEADING.filter((event) => at.can(event) && isRung(at, event))
  const paths = shortestPaths().flatMap(walked)
  const known = new Set(paths.map(({ at }) => keyOf(at)))
  const moves = new Set<string>()
  for (const { at, events } of paths)
    for (const event of open(at)) {
      const next = after(at, event)
      moves.add(moveOf(at, event, next))
      if (known.has(keyOf(next))) continue
      known.add(keyOf(next))
      paths.push({ at: next, events: [...events, event] })
    }
  const taken = new Set<string>()
  const routes: JudgedEvent[][] = []
  const untaken = (place: CaseSnapshot) =>
    open(place).find((event) => !taken.has(moveOf(place, event, after(place, event))))
  for (const { at, events } of paths.toSorted((a, b) => a.events.length - b.events.length))
    while (untaken(at)) {
      const route = [...events]
      let place = at
      for (let next = untaken(place); next; next = untaken(place)) {
        taken.add(moveOf(place, next, after(place, next)))
        route.push(next)
        place = after(place, next)
      }
      routes.push(route)
    }
  return { routes, moves: new Set([...moves, ...taken]), places: new Set(paths.map(({ at }) => placeOf(at))).size }
}
const placeOf = (at: CaseSnapshot) => JSON.stringify(lifeValue(at))
/** Cases at one place that look back differently still have different ways before them. */
const keyOf = (at: CaseSnapshot) =>
  JSON.stringify([lifeValue(at), at.context.finding, at.context.lookBacks, at.context.withdrawn])
