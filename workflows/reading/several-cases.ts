import { type CaseFile, findCaseFile } from '#db/read/case-file.ts'
import { listUnits, type UnitRow } from '#db/read/units.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { shutsOut } from '#workflows/assignment/answers.ts'
import type { CaseEventType } from '#workflows/case/events.ts'
import { dayOf } from '#workflows/clock.ts'
import { possibleActs } from '#workflows/engine/may.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { readChoices } from './case-choices.ts'
import { keptFrom } from './known.ts'

/**
 * Several cases as their ledger shows them, and which of the acts `among` the machine takes from this officer on every one
 * of them now; null where there is not one. Nothing is decrypted. Ids that lead to nothing, or to what this officer may not
 * know of, are left out alike.
 */
export async function readSeveral(house: House, by: Staff, ids: readonly string[], among: readonly CaseEventType[]) {
  return inTransaction(house.db, async (tx) => {
    const units = await listUnits(tx)
    const away = shutsOut(units, by)
    const files: CaseFile[] = []
    for (const id of ids) {
      const file = await findCaseFile(tx, id, away)
      if (file) files.push(file)
    }
    const [first] = files
    if (!first) return null
    const acts = await commonActs(house, tx, files, by, among)
    const offered = acts.map((type) => ({ type, variants: [] }))
    const today = dayOf(house.clock.town())
    const choices = await readChoices(tx, by, asOne(first, files), { acts: offered, units, away, today })
    const chosen = files.map(({ id }) => id)
    return {
      rows: files.map((file) => row(file, units)),
      today,
      acts,
      choices: {
        ...choices,
        // duplicates are merged into one of themselves, or into a case that was there before
        mergeInto: [
          ...(acts.includes('merge') ? files.map((file) => target(file, units)) : []),
          ...choices.mergeInto.filter(({ id }) => !chosen.includes(id)),
        ],
      },
    }
  })
}
export type SeveralCases = NonNullable<Awaited<ReturnType<typeof readSeveral>>>

/** The numbers of cases by id, as far as this officer may know of them. */
export async function readNumbers(house: House, by: Staff, ids: readonly string[]): Promise<Record<string, string>> {
  const away = await keptFrom(house, by)
  const files = await Promise.all(ids.map((id) => findCaseFile(house.db, id, away)))
  return Object.fromEntries(files.flatMap((file) => (file ? [[file.id, file.number]] : [])))
}

/** Whatever is left after asking each case in turn: no further one is asked once nothing is. */
async function commonActs(
  house: House,
  tx: Transaction,
  files: readonly CaseFile[],
  by: Staff,
  among: readonly CaseEventType[],
): Promise<CaseEventType[]> {
  let common = files.length > 0 ? [...among] : []
  for (const file of files) {
    if (common.length === 0) break
    const open = (await possibleActs(house, tx, file, by)).map(({ type }) => type)
    common = common.filter((type) => open.includes(type))
  }
  return common
}

/** What the choices ask of a case, for all of them: a kind is theirs if all have it, and whom one accuses, all do. */
const asOne = (first: CaseFile, files: readonly CaseFile[]): CaseFile => ({
  ...first,
  kind: files.every(({ kind }) => kind === first.kind) ? first.kind : null,
  accused: files.flatMap(({ accused }) => accused),
  accused_provisional: files.flatMap(({ accused_provisional }) => accused_provisional),
  accused_people: files.flatMap(({ accused_people }) => accused_people),
})

const placeOf = (file: CaseFile, units: readonly UnitRow[]) =>
  units.find(({ id }) => id === file.place_unit)?.name ?? null

const target = (file: CaseFile, units: readonly UnitRow[]) => ({
  id: file.id,
  number: file.number,
  kind: file.kind,
  place: placeOf(file, units),
})

const row = (file: CaseFile, units: readonly UnitRow[]) => ({
  id: file.id,
  number: file.number,
  revision: file.revision,
  life: file.life,
  kind: file.kind === null ? null : { code: file.kind, zh: file.name_zh ?? '', en: file.name_en ?? '' },
  place: placeOf(file, units),
  due: file.due_on,
  holder: file.holder_name,
})
