import { nameKey, shownName } from '#workflows/shown-name.ts'
import type { UnitNode } from './answers.ts'

/** What an administrator says of a unit; kind, level and code stay what they were when it was opened. */
export type UnitSaid = Pick<
  UnitNode,
  'code' | 'name' | 'kind' | 'level' | 'territory_parent' | 'line_parent' | 'line' | 'aliases'
>
export type UnitField = 'code' | 'name' | 'territory_parent' | 'line_parent' | 'line' | 'aliases'
export type UnitProblem =
  | 'missing'
  | 'tooLong'
  | 'wrong'
  /** another unit has this code */
  | 'taken'
  /** another unit under the same one has this name; `with` is its code */
  | 'sameName'
  | 'parentUnknown'
  | 'parentClosed'
  /** it would stand above itself */
  | 'cycle'
  /** the one above must be a government, of a higher level; for whoever belongs to a government, of the same */
  | 'parentLevel'
  /** only the city government stands on top, and it stays there */
  | 'root'
  | 'secondRoot'
  /** a government has no line; a department has one */
  | 'lineOnGovernment'
  | 'lineDiffers'
  /** units below it follow its line */
  | 'lineFollowed'
export type UnitFault = { field: UnitField; problem: UnitProblem; with?: string }

export const UNIT_LIMITS = { code: 40, name: 60, alias: 40, aliases: 20 } as const
const CODE = /^[\dA-Za-z][\w.-]*$/
const LINE = /^[a-z][A-Za-z]{1,39}$/
/** From the top down. */
export const LEVELS = ['city', 'county', 'township', 'village'] as const
export const UNIT_KINDS = ['government', 'department', 'office', 'discipline'] as const
const depth = (level: UnitNode['level']) => LEVELS.indexOf(level)

/** What stands against a unit as it would be. `id`: null for one that is not there yet. */
export function faultsOfUnit(units: readonly UnitNode[], id: string | null, said: UnitSaid): UnitFault[] {
  const find = (wanted: string | null) => units.find((unit) => unit.id === wanted)
  const place = find(said.territory_parent)
  const above = find(said.line_parent)
  return [
    ...faultsOfWords(units, id, said),
    ...faultsOfPlace(units, id, said, place),
    ...faultsOfLine(units, id, said, above),
  ]
}

function faultsOfWords(units: readonly UnitNode[], id: string | null, said: UnitSaid): UnitFault[] {
  const { code, name, aliases } = said
  const faults: UnitFault[] = []
  if (shownName(name) === '') faults.push({ field: 'name', problem: 'missing' })
  const namesake = namesakesOf(units, said).find((unit) => unit.id !== id)
  if (namesake) faults.push({ field: 'name', problem: 'sameName', with: namesake.code })
  if (name.length > UNIT_LIMITS.name) faults.push({ field: 'name', problem: 'tooLong' })
  if (code === '') faults.push({ field: 'code', problem: 'missing' })
  else if (code.length > UNIT_LIMITS.code) faults.push({ field: 'code', problem: 'tooLong' })
  else if (!CODE.test(code)) faults.push({ field: 'code', problem: 'wrong' })
  const same = units.find((unit) => unit.code === code && unit.id !== id)
  if (same) faults.push({ field: 'code', problem: 'taken', with: same.name })
  if (aliases.length > UNIT_LIMITS.aliases || aliases.some((alias) => alias.length > UNIT_LIMITS.alias))
    faults.push({ field: 'aliases', problem: 'tooLong' })
  // one letter of Chinese would be found in every report
  if (aliases.some((alias) => alias.length < 2)) faults.push({ field: 'aliases', problem: 'wrong' })
  return faults
}

/** The open units under one and the same that go by one name. A table asks one tree line by line. */
const byName = new WeakMap<readonly UnitNode[], Map<string, UnitNode[]>>()
function namesakesOf(units: readonly UnitNode[], said: UnitSaid): UnitNode[] {
  const keyOf = ({ territory_parent, name }: UnitSaid) => `${territory_parent} ${nameKey(name)}`
  let index = byName.get(units)
  if (!index) {
    index = new Map()
    for (const unit of units) {
      if (unit.closed_on !== null || unit.territory_parent === null) continue
      const same = index.get(keyOf(unit))
      if (same) same.push(unit)
      else index.set(keyOf(unit), [unit])
    }
    byName.set(units, index)
  }
  return nameKey(said.name) === '' ? [] : (index.get(keyOf(said)) ?? [])
}

/** 块: governments hang from governments of a higher level, everybody else from the government of their own. */
function faultsOfPlace(
  units: readonly UnitNode[],
  id: string | null,
  said: UnitSaid,
  parent: UnitNode | undefined,
): UnitFault[] {
  const fault = (problem: UnitProblem, other?: UnitNode): UnitFault[] => [
    { field: 'territory_parent', problem, ...(other && { with: other.name }) },
  ]
  const isTop = said.kind === 'government' && said.level === 'city'
  const before = units.find((unit) => unit.id === id)
  if (isTop) {
    if (said.territory_parent !== null) return fault('root')
    const other = units.find((unit) => isRoot(unit) && unit.id !== id && unit.closed_on === null)
    return other ? fault('secondRoot', other) : []
  }
  if (said.territory_parent === null) {
    // the office that the first account of an empty town brought has nothing above it yet
    return before && before.territory_parent === null && before.kind === 'office' ? [] : fault('missing')
  }
  if (!parent) return fault('parentUnknown')
  if (parent.closed_on !== null && parent.id !== before?.territory_parent) return fault('parentClosed', parent)
  if (id !== null && isAbove(units, id, parent.id, 'territory_parent')) return fault('cycle', parent)
  const fits = said.kind === 'government' ? depth(parent.level) < depth(said.level) : parent.level === said.level
  return parent.kind === 'government' && fits ? [] : fault('parentLevel', parent)
}

/** 条: a department answers to one of its own line on a higher level. */
function faultsOfLine(
  units: readonly UnitNode[],
  id: string | null,
  said: UnitSaid,
  parent: UnitNode | undefined,
): UnitFault[] {
  const faults: UnitFault[] = []
  if (said.kind === 'government' && (said.line !== null || said.line_parent !== null))
    return [{ field: said.line === null ? 'line_parent' : 'line', problem: 'lineOnGovernment' }]
  if (said.kind === 'department' && said.line === null) faults.push({ field: 'line', problem: 'missing' })
  if (said.line !== null && !LINE.test(said.line)) faults.push({ field: 'line', problem: 'wrong' })
  const followers = units.filter((unit) => unit.line_parent === id && id !== null && unit.closed_on === null)
  const follower = followers.find(({ line }) => line !== said.line)
  if (follower) faults.push({ field: 'line', problem: 'lineFollowed', with: follower.name })
  if (said.line_parent === null) return faults
  const fault = (problem: UnitProblem, other?: UnitNode): UnitFault => ({
    field: 'line_parent',
    problem,
    ...(other && { with: other.name }),
  })
  const before = units.find((unit) => unit.id === id)
  if (!parent) return [...faults, fault('parentUnknown')]
  if (parent.closed_on !== null && parent.id !== before?.line_parent) faults.push(fault('parentClosed', parent))
  if (id !== null && isAbove(units, id, parent.id, 'line_parent')) return [...faults, fault('cycle', parent)]
  if (parent.line !== said.line) faults.push(fault('lineDiffers', parent))
  if (depth(parent.level) >= depth(said.level)) faults.push(fault('parentLevel', parent))
  return faults
}

export type ClosingProblem = 'root' | 'openBelow' | 'closedAlready' | 'onlyOffice'

/** What stands against closing a unit: it must have nothing open below it, by place or by line. */
export function faultOfClosing(
  units: readonly UnitNode[],
  unit: UnitNode,
): { problem: ClosingProblem; with?: string } | null {
  if (unit.closed_on !== null) return { problem: 'closedAlready' }
  if (isRoot(unit)) return { problem: 'root' }
  const open = units.filter(({ closed_on }) => closed_on === null)
  const below = open.find(({ territory_parent, line_parent }) => [territory_parent, line_parent].includes(unit.id))
  if (below) return { problem: 'openBelow', with: below.name }
  if (unit.kind === 'office' && open.filter(({ kind }) => kind === 'office').length === 1)
    return { problem: 'onlyOffice' }
  return null
}

export const isRoot = ({ kind, level }: Pick<UnitNode, 'kind' | 'level'>) => kind === 'government' && level === 'city'

/** Whether `id` stands above `from`, or is it. A tree that was broken by hand ends the walk too. */
function isAbove(
  units: readonly UnitNode[],
  id: string,
  from: string,
  way: 'territory_parent' | 'line_parent',
): boolean {
  const seen = new Set<string>()
  for (let next: string | null = from; next !== null && !seen.has(next); ) {
    if (next === id) return true
    seen.add(next)
    next = units.find((unit) => unit.id === next)?.[way] ?? null
  }
  return false
}
