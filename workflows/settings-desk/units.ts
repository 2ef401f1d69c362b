import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { listUnits, type UnitRow } from '#db/read/units.ts'
import type { Transaction } from '#db/transaction.ts'
import { insertUnit, insertUnitChange, markUnitChanged } from '#db/write/units.ts'
import {
  type ClosingProblem,
  faultOfClosing,
  faultsOfUnit,
  LEVELS,
  UNIT_KINDS,
  type UnitProblem,
  type UnitSaid,
} from '#workflows/assignment/tree-rules.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { OfficeHours } from '#workflows/notices/office-hours.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { namesIn, shownName } from '#workflows/shown-name.ts'
import { askToRelease } from './ask-to-release.ts'
import { type ChangeOutcome, changeSettings, invalid, unknown } from './change.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'

const orNull = z
  .string()
  .nullable()
  .transform((text) => text?.trim() || null)
const word = z.string().transform((text) => normalText(text).trim())
/** A unit as a form says it. */
export const unitSaid = z.object({
  code: word,
  name: z.string().transform(shownName),
  kind: z.enum(UNIT_KINDS),
  level: z.enum(LEVELS),
  territory_parent: orNull,
  line_parent: orNull,
  line: orNull,
  aliases: z.string().transform(namesIn),
})
export type UnitTyped = z.input<typeof unitSaid>
type Asked = { seen?: number; request?: string }

/** Opens a unit from today on. */
export function openUnit(house: House, by: Staff, said: unknown, { request }: Asked): Promise<ChangeOutcome> {
  return changeSettings(house, by, { request, said }, async (tx) => {
    const parsed = unitSaid.safeParse(said)
    if (!parsed.success) return invalid(faultsOfShape(parsed.error))
    const faults = faultsOfUnit(await listUnits(tx), null, parsed.data)
    if (faults.length > 0) return invalid<UnitProblem>(faults)
    const id = await storeNewUnit(house, tx, by, parsed.data)
    await keepChange(house, tx, by, 'openUnit', { subject: id, before: null, after: parsed.data })
    return { kind: 'changed', id, revision: 1 }
  })
}

/** Renames or moves a unit from today on. Kind, level and code stay. Whoever must keep away now lets go of their cases. */
export function changeUnit(
  house: House,
  by: Staff,
  id: string,
  said: unknown,
  { seen, request }: Asked,
): Promise<ChangeOutcome> {
  return changeSettings<ChangeOutcome>(house, by, { request, said: [id, said] }, async (tx) => {
    const units = await listUnits(tx)
    const unit = units.find((each) => each.id === id)
    if (!unit || unit.closed_on !== null) return unknown
    if (seen !== unit.revision) return changedSince(house, tx, id, unit.revision - (seen ?? 0))
    const parsed = unitSaid.safeParse({ ...Object(said), code: unit.code, kind: unit.kind, level: unit.level })
    if (!parsed.success) return invalid(faultsOfShape(parsed.error))
    const faults = faultsOfUnit(units, id, parsed.data)
    if (faults.length > 0) return invalid<UnitProblem>(faults)
    const before = saidOf(unit)
    if (JSON.stringify(before) === JSON.stringify(parsed.data)) return { kind: 'changed', id, revision: unit.revision }
    await storeUnitChange(house, tx, by, unit, parsed.data)
    await keepChange(house, tx, by, 'changeUnit', { subject: id, before, after: parsed.data })
    await askToRelease(tx, by)
    return { kind: 'changed', id, revision: unit.revision + 1 }
  })
}

/** Closes a unit from today on: it gets no new letters, and keeps those it has until they are answered or reassigned. */
export function closeUnit(house: House, by: Staff, id: string, { seen, request }: Asked): Promise<ChangeOutcome> {
  return changeSettings(house, by, { request, said: [id, 'close'] }, async (tx) => {
    const units = await listUnits(tx)
    const unit = units.find((each) => each.id === id)
    if (!unit) return unknown
    if (seen !== unit.revision) return changedSince(house, tx, id, unit.revision - (seen ?? 0))
    const fault = faultOfClosing(units, unit)
    if (fault) return invalid<ClosingProblem>([{ field: 'close', ...fault }])
    const closed_on = dayOf(house.clock.town())
    await storeUnitChange(house, tx, by, unit, { closed_on })
    await keepChange(house, tx, by, 'closeUnit', { subject: id, before: { closed_on: null }, after: { closed_on } })
    return { kind: 'changed', id, revision: unit.revision + 1 }
  })
}

/** A unit in the order in which an administrator says it. */
export const saidOf = (unit: UnitRow): UnitSaid => ({
  code: unit.code,
  name: unit.name,
  kind: unit.kind,
  level: unit.level,
  territory_parent: unit.territory_parent,
  line_parent: unit.line_parent,
  line: unit.line,
  aliases: unit.aliases,
})

export async function storeNewUnit(
  { clock }: House,
  tx: Transaction,
  by: Staff,
  said: UnitSaid,
  id: string = randomUUID(),
) {
  await insertUnit(tx, { id, ...said, aliases: [...said.aliases] })
  const { name, territory_parent, line_parent, line } = said
  const state = { name, territory_parent, line_parent, line }
  await insertUnitChange(tx, { unit_id: id, revision: 1, valid_from: dayOf(clock.town()), ...state, by: by.id })
  return id
}

/** The unit as it is from today on, and, where nothing was kept yet, as it was until then. */
export async function storeUnitChange(
  { clock }: House,
  tx: Transaction,
  by: Staff,
  unit: UnitRow,
  change: Partial<UnitSaid> & { closed_on?: string; office_hours?: OfficeHours | null },
): Promise<void> {
  const kept = ({ name, territory_parent, line_parent, line, closed_on, office_hours }: UnitRow) => ({
    unit_id: unit.id,
    name,
    territory_parent,
    line_parent,
    line,
    closed_on,
    office_hours: office_hours === null ? null : JSON.stringify(office_hours),
  })
  const revision = unit.revision + 1
  const { aliases = unit.aliases, office_hours = unit.office_hours, ...rest } = change
  const next: UnitRow = { ...unit, ...rest, office_hours, aliases: [...aliases], revision }
  await insertUnitChange(tx, { ...kept(unit), revision: unit.revision, valid_from: null, by: null })
  const last = kept(next)
  await insertUnitChange(tx, { ...last, revision, valid_from: dayOf(clock.town()), by: by.id })
  await markUnitChanged(tx, unit.id, { ...rest, aliases: [...aliases], office_hours: last.office_hours, revision })
}

const faultsOfShape = (error: z.ZodError) =>
  error.issues.map(({ path }) => ({ field: String(path[0] ?? 'name'), problem: 'wrong' as const }))
