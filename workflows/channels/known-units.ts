import { listUnits, type UnitRow } from '#db/read/units.ts'
import { MINUTE } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'

/** A unit founded meanwhile is recognised in a report so much later. */
const LASTS = MINUTE

type Known = { at: number; units: readonly UnitRow[] }
const known = new WeakMap<House['db'], Known>()

/**
 * The unit tree for recognising whom a report names, read at most once a minute: hundreds of rows that hardly ever
 * change. What is decided by it is provisional until a clerk has read the report; whoever decides reads the table.
 */
export async function knownUnits({ db, clock }: House): Promise<readonly UnitRow[]> {
  const now = clock.wall().getTime()
  const last = known.get(db)
  if (last && Math.abs(now - last.at) < LASTS) return last.units
  const units = await listUnits(db)
  // a town that is only being founded has none yet
  if (units.length > 0) known.set(db, { at: now, units })
  return units
}
