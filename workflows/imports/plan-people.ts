import type { UnitRow } from '#db/read/units.ts'
import { examinePerson, isLogin, type Person } from '#workflows/settings-desk/person-faults.ts'
import { type Line, roleSaid } from './columns.ts'
import type { PlannedRow, RowFault } from './planned-row.ts'

export type PlannedPerson = PlannedRow & { login: string; person: Person }

/** What importing a table of people would do. An account that is there already is changed on its own page, not here. */
export function planPeople(
  units: readonly UnitRow[],
  taken: ReadonlySet<string>,
  lines: readonly Line[],
): PlannedPerson[] {
  const seen = new Map<string, number>()
  return lines.map(({ row, cells }) => {
    const faults: RowFault[] = []
    const login = (cells.login ?? '').toLowerCase()
    const first = seen.get(login)
    if (login === '') faults.push({ field: 'login', problem: 'missing' })
    else if (!isLogin(login)) faults.push({ field: 'login', problem: 'wrong', with: login })
    else if (first !== undefined) faults.push({ field: 'login', problem: 'twice', with: String(first) })
    else if (taken.has(login)) faults.push({ field: 'login', problem: 'loginTaken' })
    if (first === undefined) seen.set(login, row)
    const said = (cells.roles ?? '')
      .split(/[、,，;；]/)
      .map((role) => role.trim())
      .filter(Boolean)
    for (const role of said) if (!roleSaid(role)) faults.push({ field: 'roles', problem: 'unknownRole', with: role })
    const unit = units.find(({ code }) => code === cells.unit)
    if (!unit && cells.unit) faults.push({ field: 'unit', problem: 'unknownUnit', with: cells.unit })
    const roles = said.map(roleSaid).filter((role) => role !== null)
    const typed = {
      name: cells.name ?? '',
      email: cells.email ?? '',
      mobile: cells.mobile ?? '',
      unit: unit?.id ?? '',
      roles,
    }
    const { person, faults: more } = examinePerson(typed, units)
    // what is named already is not said a second time
    faults.push(...more.filter(({ field }) => !faults.some((fault) => fault.field === field)))
    return { row, key: login, name: person.name, does: faults.length > 0 ? 'refused' : 'open', faults, login, person }
  })
}
