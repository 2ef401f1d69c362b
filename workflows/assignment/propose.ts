import { inConflict, type UnitNode } from './answers.ts'

/** Why a side was proposed, or could not be; `unit` is the one the reason is about. */
export type Reason = { code: ReasonCode; unit: string | null }
export type ReasonCode =
  /** territory: the county the matter happened in */
  | 'placeCounty'
  /** the mechanism's office acts for the city: nobody between the county and the city may */
  | 'officeActs'
  | 'territoryAccused'
  | 'noDispatchAsked'
  | 'placeUnknown'
  /** department: the city department above the accused one */
  | 'lineOfAccused'
  /** department: the trade the kind of burden belongs to */
  | 'lineOfKind'
  | 'cityDepartmentAccused'
  /** department: discipline inspection stands in for the accused city department */
  | 'disciplineActs'
  | 'noDepartment'
  /** the office, or what it answers to, is accused: nobody in the town may handle it */
  | 'handUp'

/** The two sides of a dual assignment, by unit id; null where nobody may or can be proposed, and a reason says why. */
export type Proposal = {
  territory: string | null
  department: string | null
  lead: 'territory' | 'department' | null
  reasons: Reason[]
}

export type Matter = {
  units: readonly UnitNode[]
  /** line codes of the departments usually in charge of this kind of burden, most likely first */
  kind: { lines: readonly string[] }
  /** where it happened, as exactly as is known */
  place: string | null
  accused: readonly string[]
  /** the reporter asked that it not go to the place */
  noDispatch: boolean
}

/**
 * Proposes who gets the two letters: the county where it happened and the city department of the trade; one level up
 * where that would be the accused or one who answers to it, or where the reporter asked so. Never proposes a unit in
 * conflict, nor a closed one, nor the same unit twice. A reviewer decides.
 */
export function proposeUnits(matter: Matter): Proposal {
  const office = matter.units.find((unit) => unit.kind === 'office' && mayAct(matter, unit))
  if (!office) {
    const accusedOffice = matter.units.find(({ kind, id }) => kind === 'office' && matter.accused.includes(id))
    return {
      territory: null,
      department: null,
      lead: null,
      reasons: [{ code: 'handUp', unit: accusedOffice?.id ?? null }],
    }
  }
  const cityAccused = matter.units.find((unit) => isCityBody(unit) && matter.accused.includes(unit.id))
  const territory = cityAccused
    ? { unit: office, reasons: [reason('cityDepartmentAccused', cityAccused), reason('officeActs', office)] }
    : proposeTerritory(matter, office)
  const department = cityAccused ? disciplineInstead(matter) : proposeDepartment(matter)
  return {
    territory: territory.unit?.id ?? null,
    department: department.unit?.id ?? null,
    lead: leadOf(matter, territory.unit, department),
    reasons: [...territory.reasons, ...department.reasons],
  }
}

type Side = { unit: UnitNode | null; reasons: Reason[] }

/** The county government of the place (or, the place unknown, of the accused); the office where that may not. */
function proposeTerritory(matter: Matter, office: UnitNode): Side {
  const somewhere = [matter.place, ...matter.accused].filter((id) => id !== null)
  const county = somewhere.map((id) => countyOf(matter.units, id)).find((unit) => unit !== null) ?? null
  if (!county) {
    const cityWide = matter.units.some(({ id, level }) => id === matter.place && level === 'city')
    if (!cityWide && !matter.noDispatch) return { unit: null, reasons: [{ code: 'placeUnknown', unit: null }] }
    return { unit: office, reasons: [reason('officeActs', office)] }
  }
  if (matter.noDispatch)
    return { unit: office, reasons: [reason('noDispatchAsked', county), reason('officeActs', office)] }
  if (!mayAct(matter, county))
    return { unit: office, reasons: [reason('territoryAccused', county), reason('officeActs', office)] }
  return { unit: county, reasons: [reason('placeCounty', county)] }
}

/** The city department above an accused one first, then the usual departments of the kind, in their order. */
function proposeDepartment(matter: Matter): Side {
  const lineOf = (id: string) => matter.units.find((unit) => unit.id === id && unit.kind === 'department')?.line ?? null
  const accusedLines = matter.accused.map(lineOf).filter((line) => line !== null)
  for (const line of accusedLines) {
    const unit = cityDepartment(matter, line)
    if (unit) return { unit, reasons: [reason('lineOfAccused', unit)] }
  }
  for (const line of matter.kind.lines) {
    const unit = cityDepartment(matter, line)
    if (unit) return { unit, reasons: [reason('lineOfKind', unit)] }
  }
  return { unit: null, reasons: [{ code: 'noDepartment', unit: null }] }
}

function disciplineInstead(matter: Matter): Side {
  const unit = matter.units.find(({ kind, line }) => kind === 'discipline' && line === 'discipline')
  if (unit && mayAct(matter, unit)) return { unit, reasons: [reason('disciplineActs', unit)] }
  return { unit: null, reasons: [{ code: 'noDepartment', unit: null }] }
}

/**
 * The department leads where one of its own line is accused in a matter of its own trade (the first of the kind), for it
 * can set it right everywhere; otherwise the place leads, for it can order all its departments; the office always does.
 */
function leadOf(matter: Matter, territory: UnitNode | null, department: Side): Proposal['lead'] {
  if (!territory) return department.unit && 'department'
  if (territory.kind === 'office' || !department.unit) return 'territory'
  const ownTrade = department.unit.line === matter.kind.lines[0]
  return ownTrade && department.reasons.some(({ code }) => code === 'lineOfAccused') ? 'department' : 'territory'
}

/** The county government at or above `id` by place. */
function countyOf(units: readonly UnitNode[], id: string): UnitNode | null {
  const seen = new Set<string>()
  for (let next: string | null = id; next !== null && !seen.has(next); ) {
    seen.add(next)
    const unit = units.find((candidate) => candidate.id === next)
    if (unit?.kind === 'government' && unit.level === 'county') return unit
    next = unit?.territory_parent ?? null
  }
  return null
}

const cityDepartment = (matter: Matter, line: string) =>
  matter.units.find(
    (unit) => unit.kind === 'department' && unit.level === 'city' && unit.line === line && mayAct(matter, unit),
  )
const isCityBody = ({ level, kind }: UnitNode) => level === 'city' && (kind === 'department' || kind === 'discipline')
const mayAct = ({ units, accused }: Matter, unit: UnitNode) =>
  unit.closed_on === null && !inConflict(units, unit.id, accused)
const reason = (code: ReasonCode, unit: UnitNode): Reason => ({ code, unit: unit.id })
