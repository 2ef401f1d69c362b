/** From a stored row back to a living typical case: parsed, upgraded, refused loudly where unknown. */
import { matchesState, type SnapshotFrom, type StateValue } from 'xstate'
import { z } from 'zod'
import { typicalCaseContext, typicalCaseMachine } from './machine.ts'

/** Raised whenever a state is renamed, added or removed in a way that stored rows must follow. */
export const TYPICAL_CASE_VERSION = 1

export type TypicalCaseSnapshot = SnapshotFrom<typeof typicalCaseMachine>

/** A stored row of one version, as the next version writes it. `UPGRADES[0]` leads from 1 to 2. */
type Upgrade = (stored: { value: unknown; context: unknown }) => { value: unknown; context: unknown }
const UPGRADES: readonly Upgrade[] = []

const stateValue: z.ZodType<StateValue> = z.lazy(() => z.union([z.string(), z.record(z.string(), stateValue)]))

/**
 * The snapshot of a stored typical case, ready to be asked and moved.
 * Throws where the version is not known, the context is not whole, or the machine has no such state.
 */
export function restoreTypicalCase(version: number, value: unknown, context: unknown): TypicalCaseSnapshot {
  if (!Number.isInteger(version) || version < 1 || version > TYPICAL_CASE_VERSION)
    throw new Error(`no typical-case machine of version ${version}`)
  const stored = UPGRADES.slice(version - 1).reduce((older, upgrade) => upgrade(older), { value, context })
  const parsed = stateValue.parse(stored.value)
  const snapshot = typicalCaseMachine.resolveState({
    value: parsed,
    context: typicalCaseContext.parse(stored.context),
  })
  if (!matchesState(snapshot.value, parsed)) throw new Error(`not a whole typical case: ${JSON.stringify(parsed)}`)
  return snapshot
}

/** Where it stands, dotted: `draft`, `published.standing`. */
export function typicalCaseLife(value: unknown): string {
  const life = stateValue.parse(value)
  if (typeof life === 'string') return life
  const [[outer, inner] = []] = Object.entries(life)
  if (outer === undefined || typeof inner !== 'string') throw new Error('a typical case without a life')
  return `${outer}.${inner}`
}
