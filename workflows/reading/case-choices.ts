import { listColleagues, listMergeTargets } from '#db/read/case-choices.ts'
import type { CaseFile } from '#db/read/case-file.ts'
import { listKinds, type UnitRow } from '#db/read/units.ts'
import type { Database } from '#db/transaction.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { proposeUnits } from '#workflows/assignment/propose.ts'
import type { PossibleAct } from '#workflows/engine/may.ts'
import type { Role, Staff } from '#workflows/roles/roles.ts'

/** Who may have a case in hand. */
const OFFICE: readonly Role[] = ['clerk', 'verifier', 'reviewer', 'head', 'supervisor']
/** Nothing can be merged into a case that is over, or that is merged itself. */
const ENDED = ['closed', 'lookBack', 'struckOff', 'notAccepted', 'handedUp', 'merged']
const MOST_TARGETS = 50
const PLACES = ['classify']
const UNITS = ['classify', 'nameAccused', 'writeBrief', 'proposeOverride', 'ruleObjection']

/** What the forms of the acts that are open now let one choose from. What no open act asks for is left empty. */
export async function readChoices(
  db: Database,
  by: Staff,
  file: CaseFile,
  { acts, units, away }: { acts: readonly PossibleAct[]; units: readonly UnitRow[]; away: string[] },
) {
  const asks = (...types: string[]) => acts.some(({ type }) => types.includes(type))
  const accused = [...file.accused, ...file.accused_provisional]
  const kinds = asks('classify') || asks('writeBrief', 'proposeOverride') ? await listKinds(db) : []
  const open = units.filter(({ closed_on }) => closed_on === null)
  const kind = kinds.find(({ code }) => code === file.kind) ?? { lines: [] }
  const matter = { units, place: file.place_unit, accused, noDispatch: file.no_dispatch }
  const colleagues = asks('handOver') ? await listColleagues(db, OFFICE) : []
  const targets = { id: file.id, kind: file.kind, ended: ENDED, away, most: MOST_TARGETS }
  return {
    kinds: asks(...PLACES) ? kinds.map(kindChoice) : [],
    units: asks(...UNITS) ? open.map((unit) => unitChoice(unit, inConflict(units, unit.id, accused))) : [],
    proposal: asks('writeBrief', 'proposeOverride') ? proposeUnits({ ...matter, kind }) : null,
    colleagues: colleagues
      .filter(({ id, unit_id }) => id !== by.id && !inConflict(units, unit_id, accused))
      .map(({ id, name, roles }) => ({ id, name, roles })),
    mergeInto: asks('merge')
      ? (await listMergeTargets(db, targets)).map(({ id, number, place, received_on }) => ({
          id,
          number,
          place,
          receivedOn: received_on,
        }))
      : [],
  }
}
export type Choices = Awaited<ReturnType<typeof readChoices>>

const kindChoice = ({ code, aspect, name_zh, name_en, mode, complexity }: Awaited<ReturnType<typeof listKinds>>[number]) => ({
  code,
  aspect,
  zh: name_zh,
  en: name_en,
  mode,
  complexity,
})

/** `away`: accused, or answers to the accused: a letter goes there only by override. */
const unitChoice = ({ id, name, kind, level, territory_parent }: UnitRow, away: boolean) => ({
  id,
  name,
  kind,
  level,
  parent: territory_parent,
  away,
})
