import { CheckBox } from '#app/ui/check-box.tsx'
import type { FieldProps } from '#app/ui/field.tsx'
import { Select } from '#app/ui/select.tsx'
import type { Choices } from './choices.ts'

type Units = Choices['units']

/** The units under the county or city they belong to, in the order of the tree. */
function grouped(units: Units): { label: string; units: Units }[] {
  const groups = new Map<string, Units>()
  for (const unit of units) groups.set(unit.group, [...(groups.get(unit.group) ?? []), unit])
  return [...groups].map(([label, members]) => ({ label, units: members }))
}

/** One unit out of the tree. */
export function UnitSelect({
  units,
  none,
  chosen,
  ...field
}: FieldProps & { units: Units; none: string; chosen: string }) {
  const groups = grouped(units).map(({ label, units: members }) => ({
    label,
    choices: members.map(({ id, name }) => ({ value: id, label: name })),
  }))
  return <Select {...field} none={none} groups={groups} defaultValue={chosen} />
}

/** Several units: those already named stand ticked on top, the others are folded by county. */
export function UnitChecks({
  id,
  name,
  label,
  units,
  chosen,
}: FieldProps & { units: Units; chosen: readonly string[] }) {
  const box = (unit: Units[number]) => (
    <CheckBox
      key={unit.id}
      id={`${id}-${unit.id}`}
      name={name}
      value={unit.id}
      label={unit.name}
      defaultChecked={chosen.includes(unit.id)}
    />
  )
  return (
    <fieldset className="mb-5 [&_div]:mb-0" id={id}>
      <legend className="font-medium">{label}</legend>
      {units.filter((unit) => chosen.includes(unit.id)).map(box)}
      {grouped(units.filter((unit) => !chosen.includes(unit.id))).map((group) => (
        <details key={group.label} className="border-t border-line">
          <summary className="min-h-8 py-1 text-sm text-muted">{group.label}</summary>
          {group.units.map(box)}
        </details>
      ))}
    </fieldset>
  )
}
