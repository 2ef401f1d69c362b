import type { SelectChoice } from '#app/ui/select.tsx'
import type { UnitChoice } from '#workflows/reading/people.ts'

/** Units to choose from, under the county or city they lie in. */
export function groupsOf(units: readonly UnitChoice[]): { label: string; choices: SelectChoice[] }[] {
  const groups = new Map<string, SelectChoice[]>()
  for (const { id, name, group } of units) groups.set(group, [...(groups.get(group) ?? []), { value: id, label: name }])
  return [...groups].map(([label, choices]) => ({ label, choices }))
}
