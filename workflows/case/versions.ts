/** From a stored row back to a living case: parsed, upgraded from older versions of the machine, refused loudly where unknown. */
import { matchesState, type SnapshotFrom, type StateValue } from 'xstate'
import { z } from 'zod'
import { caseContext } from './context.ts'
import { caseMachine } from './machine.ts'

/** Raised whenever a state is renamed, added or removed in a way that stored cases must follow. */
export const CASE_VERSION = 1

export type CaseSnapshot = SnapshotFrom<typeof caseMachine>

/** A stored case of one version, as the next version writes it. `UPGRADES[0]` leads from 1 to 2. */
type Upgrade = (stored: { value: unknown; context: unknown }) => { value: unknown; context: unknown }
const UPGRADES: readonly Upgrade[] = []

const stateValue: z.ZodType<StateValue> = z.lazy(() => z.union([z.string(), z.record(z.string(), stateValue)]))

/**
 * The snapshot of a stored case, ready to be asked and moved.
 * Throws where the version is not known, the context is not whole, or the machine has no such state.
 */
export function restoreCase(version: number, value: unknown, context: unknown): CaseSnapshot {
  const place = JSON.stringify([version, value, context])
  const known = restored.get(place)
  if (known) return known
  const snapshot = restoredFrom(version, value, context)
  if (restored.size >= MOST_KEPT) restored.clear()
  restored.set(place, snapshot)
  return snapshot
}

/** A snapshot is a value, and cases stand in few places: each is put together once. */
const restored = new Map<string, CaseSnapshot>()
const MOST_KEPT = 2000

function restoredFrom(version: number, value: unknown, context: unknown): CaseSnapshot {
  if (!Number.isInteger(version) || version < 1 || version > CASE_VERSION)
    throw new Error(`no case machine of version ${version}`)
  const stored = UPGRADES.slice(version - 1).reduce((older, upgrade) => upgrade(older), { value, context })
  const parsed = stateValue.parse(stored.value)
  const snapshot = caseMachine.resolveState({ value: parsed, context: caseContext.parse(stored.context) })
  // a region that is left out would silently begin anew
  if (!matchesState(snapshot.value, parsed)) throw new Error(`not a whole case: ${JSON.stringify(parsed)}`)
  return snapshot
}

const withLife = z.looseObject({ life: stateValue })

/** Where the case stands, dotted: `triage.open`, `closed`; the two tracks of `rectifying` are left out. */
export function caseLife(value: unknown): string {
  const { life } = withLife.parse(value)
  if (typeof life === 'string') return life
  const [[outer, inner] = []] = Object.entries(life)
  if (outer === undefined) throw new Error('a case without a life')
  return typeof inner === 'string' ? `${outer}.${inner}` : outer
}
