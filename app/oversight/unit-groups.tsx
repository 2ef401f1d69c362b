import type { DatedLine } from '#workflows/reading/oversight.ts'
import { DatedTable, Nobody } from './dated-table.tsx'
import type { ScreenAsked } from './screen-address.ts'

type UnitGroupsProps = { caption: string; lines: readonly DatedLine[]; today: string; asked: ScreenAsked }

/** The same lines unit by unit, the one with the earliest date first: no unit is counted. */
export function UnitGroups({ caption, lines, today, asked }: UnitGroupsProps) {
  const units = [...new Map(lines.flatMap(({ unit }) => (unit ? [[unit.id, unit.name] as const] : [])))]
  return units.map(([id, name]) => {
    const own = lines.filter(({ unit }) => unit?.id === id)
    return (
      <section key={id} aria-label={name} className="mb-4">
        <h3 className="mt-2 text-sm">{name}</h3>
        {own.some(({ staffed }) => !staffed) && <Nobody />}
        <DatedTable caption={`${caption} · ${name}`} lines={own} today={today} asked={asked} ofOneUnit />
      </section>
    )
  })
}
