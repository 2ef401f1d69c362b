import type { UnitNode } from '#workflows/assignment/answers.ts'
import { faultsOfUnit, LEVELS, type UnitSaid } from '#workflows/assignment/tree-rules.ts'
import { namesIn, shownName } from '#workflows/shown-name.ts'
import { kindSaid, levelSaid, type Line } from './columns.ts'
import type { PlannedRow, RowFault } from './planned-row.ts'

/** A unit as a line says it, with the id it has or will have. */
export type PlannedUnit = PlannedRow & { unit: UnitSaid & { id: string } }

/**
 * What importing a table of units would do, line by line: each is judged in the tree as it would be with all of them.
 * Lines may stand in any order, and what a table does not say stays as it is. `newId`: gives the ids of those that are
 * not there yet.
 */
export function planUnits(units: readonly UnitNode[], lines: readonly Line[], newId: () => string): PlannedUnit[] {
  const byCode = new Map(units.map((unit) => [unit.code, unit]))
  const idOf = new Map(units.map(({ code, id }) => [code, id]))
  for (const { cells } of lines) if (cells.code && !idOf.has(cells.code)) idOf.set(cells.code, newId())
  const seen = new Map<string, number>()
  const read = lines.map((line) => {
    const { unit, faults } = readUnit(line, idOf, byCode)
    const first = seen.get(unit.code)
    if (first !== undefined) faults.push({ field: 'code', problem: 'twice', with: String(first) })
    else seen.set(unit.code, line.row)
    return { row: line.row, unit, faults }
  })
  const said = new Map(read.map(({ unit }) => [unit.id, unit]))
  const tree: UnitNode[] = [
    ...units.map((unit) => ({ ...unit, ...said.get(unit.id) })),
    ...read
      .filter(({ unit }, at) => !byCode.has(unit.code) && read.findIndex((each) => each.unit.id === unit.id) === at)
      .map(({ unit }) => ({ ...unit, closed_on: null })),
  ]
  return read.map(({ row, unit, faults }) => {
    const before = byCode.get(unit.code)
    const all = faults.length > 0 ? faults : faultsOfUnit(tree, unit.id, unit)
    const changes = before && all.length === 0 ? changesOf({ unit: before, units }, { unit, units: tree }) : []
    const does = all.length > 0 ? 'refused' : !before ? 'open' : changes.length > 0 ? 'change' : 'unchanged'
    return { row, key: unit.code, name: unit.name, does, faults: all, unit, changes }
  })
}

const FIELDS = ['name', 'territory_parent', 'line_parent', 'line', 'aliases'] as const
type Standing = { unit: UnitSaid; units: readonly UnitNode[] }

function changesOf(before: Standing, after: Standing) {
  const moved = FIELDS.filter((field) => JSON.stringify(before.unit[field]) !== JSON.stringify(after.unit[field]))
  return moved.map((field) => ({ field, before: worded(before, field), after: worded(after, field) }))
}

/** A field in words, a unit above by its name and by the code that a table calls it. */
function worded({ unit, units }: Standing, field: (typeof FIELDS)[number]): string | null {
  if (field === 'aliases') return unit.aliases.join('、') || null
  if (field === 'name' || field === 'line') return unit[field]
  const above = units.find(({ id }) => id === unit[field])
  return above ? `${above.name}（${above.code}）` : null
}

function readUnit({ cells }: Line, idOf: ReadonlyMap<string, string>, byCode: ReadonlyMap<string, UnitNode>) {
  const faults: RowFault[] = []
  const code = cells.code ?? ''
  const [kind, level] = [kindSaid(cells.kind ?? ''), levelSaid(cells.level ?? '')]
  if (!kind) faults.push({ field: 'kind', problem: 'wrong', with: cells.kind })
  if (!level) faults.push({ field: 'level', problem: 'wrong', with: cells.level })
  const before = byCode.get(code)
  if (before && before.closed_on !== null) faults.push({ field: 'code', problem: 'closed', with: before.name })
  if (before && kind && before.kind !== kind) faults.push({ field: 'kind', problem: 'fixed' })
  if (before && level && before.level !== level) faults.push({ field: 'level', problem: 'fixed' })
  const parent = (field: 'territory_parent' | 'line_parent') => {
    const said = cells[field]
    if (said === undefined) return before?.[field] ?? null
    if (said === '') return null
    const id = idOf.get(said)
    if (!id) faults.push({ field, problem: 'unknownParent', with: said })
    return id ?? null
  }
  const unit = {
    id: idOf.get(code) ?? '',
    code,
    name: shownName(cells.name ?? ''),
    kind: kind ?? 'department',
    level: level ?? LEVELS[0],
    territory_parent: parent('territory_parent'),
    line_parent: parent('line_parent'),
    line: cells.line === undefined ? (before?.line ?? null) : cells.line || null,
    aliases: cells.aliases === undefined ? (before?.aliases ?? []) : namesIn(cells.aliases),
  }
  return { unit, faults }
}
