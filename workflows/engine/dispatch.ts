import { findLastAct } from '#db/read/journal.ts'
import { findNewestNote } from '#db/read/notes.ts'
import { findKind, listUnits } from '#db/read/units.ts'
import type { Transaction } from '#db/transaction.ts'
import type { CaseRow } from '#db/write/cases.ts'
import { inConflict, type UnitNode } from '#workflows/assignment/answers.ts'
import { type Proposal, proposeUnits } from '#workflows/assignment/propose.ts'
import { type DataKey, openText } from '#workflows/protection/cipher.ts'

export type Sides = { territory: string; department: string }

/** Whom the case accuses, units and officers, by a clerk's word or, until then, by what the text names. */
export const accusedIn = (row: Pick<CaseRow, 'accused' | 'accused_provisional' | 'accused_people'>): string[] => [
  ...row.accused,
  ...row.accused_provisional,
  ...row.accused_people,
]

const ENDED = ['closed', 'lookBack', 'struckOff', 'notAccepted', 'handedUp', 'merged']
/** Whether another case can be merged into this one: into none that is over, and into none that is merged itself. */
export const takesOthersIn = ({ life, main_case }: Pick<CaseRow, 'life' | 'main_case'>): boolean =>
  main_case === null && !ENDED.includes(life)

/** Where the rules would send the two letters, and why. */
export async function proposalFor(tx: Transaction, row: CaseRow, units: readonly UnitNode[]): Promise<Proposal> {
  const kind = row.kind ? await findKind(tx, row.kind) : undefined
  const matter = { units, place: row.place_unit, accused: accusedIn(row), noDispatch: row.no_dispatch }
  return proposeUnits({ ...matter, kind: kind ?? { lines: [] } })
}

/**
 * The sides that may not get a letter: a unit that is closed, accused or answers to the accused, or, where the
 * reporter asked that it not go to their own place, a territory other than the one proposed instead. Two people may
 * override exactly the units they named.
 */
export async function sidesKeptAway(
  tx: Transaction,
  row: CaseRow,
  key: DataKey,
  chosen: Sides,
): Promise<(keyof Sides)[]> {
  const units = await listUnits(tx)
  const overridden = await overriddenUnits(tx, row, key)
  const open = (id: string) => units.some((unit) => unit.id === id && unit.closed_on === null)
  const keptAway = (side: keyof Sides) =>
    !open(chosen[side]) || (!overridden.includes(chosen[side]) && inConflict(units, chosen[side], accusedIn(row)))
  const away = (['territory', 'department'] as const).filter(keptAway)
  if (row.no_dispatch && !overridden.includes(chosen.territory) && !away.includes('territory'))
    if ((await proposalFor(tx, row, units)).territory !== chosen.territory) away.push('territory')
  return away
}

const OVERRIDES = ['proposeOverride', 'confirmOverride', 'declineOverride', 'noDispatch']
/** The units of the newest override, if two people signed it and the reporter has not objected to a dispatch since. */
async function overriddenUnits(tx: Transaction, row: CaseRow, key: DataKey): Promise<string[]> {
  const last = await findLastAct(tx, row.id, OVERRIDES)
  const note = last?.type === 'confirmOverride' && (await findNewestNote(tx, row.id, 'proposeOverride'))
  if (!note) return []
  return openText(key, { table: 'note', column: 'body', row: note.id }, note.body).split('\n').slice(0, 2)
}
