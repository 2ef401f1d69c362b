import { listAwayOn } from '#db/read/absences.ts'
import { listColleagues, listMergeTargets } from '#db/read/case-choices.ts'
import type { CaseFile } from '#db/read/case-file.ts'
import { type KindRow, listKinds, type UnitRow } from '#db/read/units.ts'
import type { Database } from '#db/transaction.ts'
import { mayNotKnow } from '#workflows/assignment/answers.ts'
import { type Proposal, proposeUnits } from '#workflows/assignment/propose.ts'
import { unitWords } from '#workflows/assignment/unit-words.ts'
import type { Day } from '#workflows/clock.ts'
import type { PossibleAct } from '#workflows/engine/may.ts'
import { whoLooksBack } from '#workflows/engine/who-looks-back.ts'
import { inCharge } from '#workflows/notices/catalogue.ts'
import { PERMISSIONS } from '#workflows/roles/permissions.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** Who may write and read the notes of a case. */
const MAY_NOTE: readonly string[] = PERMISSIONS.note
/** Nothing can be merged into a case that is over, or that is merged itself. */
const ENDED = ['closed', 'lookBack', 'struckOff', 'notAccepted', 'handedUp', 'merged']
const MOST_TARGETS = 50
const KINDS = ['classify', 'writeBrief', 'proposeOverride', 'split']
const UNITS = ['classify', 'nameAccused', 'writeBrief', 'proposeOverride', 'ruleObjection']

/** What the forms of the acts that are open now let one choose from. What no open act asks for is left empty. */
export async function readChoices(
  db: Database,
  by: Staff,
  file: CaseFile,
  { acts, units, away, today }: { acts: readonly PossibleAct[]; units: readonly UnitRow[]; away: string[]; today: Day },
) {
  const words = unitWords(units)
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? null
  const asks = (...types: string[]) => acts.some(({ type }) => types.includes(type))
  const accused = [...file.accused, ...file.accused_provisional]
  const kinds = asks(...KINDS) ? await listKinds(db) : []
  const open = units.filter(({ closed_on }) => closed_on === null)
  const kind = kinds.find(({ code }) => code === file.kind) ?? { lines: [] }
  const matter = { units, place: file.place_unit, accused, noDispatch: file.no_dispatch }
  const colleagues = (asks('handOver', 'note') ? await listColleagues(db, MAY_NOTE) : [])
    .filter(
      ({ id, unit_id }) =>
        id !== by.id && !mayNotKnow(units, { id, unit: unit_id }, [...accused, ...file.accused_people]),
    )
    .map(({ id, name, login, roles, unit_id }) => ({ id, name, login, roles, unit: nameOf(unit_id) ?? '' }))
  const absent = await listAwayOn(
    db,
    today,
    colleagues.map(({ id }) => id),
  )
  const handTo = colleagues.map((each) => ({
    ...each,
    deputy: absent.find(({ staff_id }) => staff_id === each.id)?.deputy_name ?? null,
  }))
  const mayHold = asks('handOver') && (await whoMayHold(db, file))
  const targets = { id: file.id, kind: file.kind, ended: ENDED, away, most: MOST_TARGETS }
  return {
    kinds: asks('classify', 'split')
      ? kinds.filter(({ retired, code }) => !retired || code === file.kind).map(kindChoice)
      : [],
    units: asks(...UNITS) ? open.map(({ id }) => words.get(id) ?? '') : [],
    proposal: asks('writeBrief', 'proposeOverride') ? named(proposeUnits({ ...matter, kind }), nameOf) : null,
    colleagues: mayHold ? handTo.filter(mayHold) : [],
    mentionable: asks('note') ? colleagues : [],
    mergeInto: asks('merge')
      ? (await listMergeTargets(db, targets)).map(({ id, number, place }) => ({ id, number, kind: file.kind, place }))
      : [],
  }
}
export type Choices = Awaited<ReturnType<typeof readChoices>>

/** Who can bring it on from where it stands: in other hands it would lie, and its date with it. */
async function whoMayHold(db: Database, { id, life }: CaseFile) {
  if (life === 'lookBack') return whoLooksBack(db, id)
  const inTurn: readonly string[] = inCharge(life)
  return ({ roles }: { roles: readonly string[] }) => roles.some((role) => inTurn.includes(role))
}

const kindChoice = ({ code, name_zh, name_en, complexity }: KindRow) => ({
  code,
  zh: name_zh,
  en: name_en,
  complexity,
})

const named = (proposal: Proposal, nameOf: (id: string | null) => string | null) => ({
  ...proposal,
  reasons: proposal.reasons.map(({ code, unit }) => ({ code, unit: nameOf(unit) })),
})
