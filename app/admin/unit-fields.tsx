import { useTranslation } from 'react-i18next'
import { type FormValues, typedInto } from '#app/http/form-values.ts'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { LEVELS } from '#workflows/assignment/tree-rules.ts'
import type { ParentChoice, UnitPage } from '#workflows/reading/unit-page.ts'
import type { Fault } from '#workflows/settings-desk/change.ts'

type UnitFieldsProps = {
  choices: UnitPage['choices']
  now: { name: string; place: string; above: string; line: string; aliases: string }
  typed: FormValues | undefined
  faultOf: (field: string) => string | undefined
  /** governments have no line, and the city government nothing above it */
  has: { place: boolean; line: boolean }
}

/** What an administrator says of a unit, whether it is opened or changed. */
export function UnitFields({ choices, now, typed, faultOf, has }: UnitFieldsProps) {
  const { t } = useTranslation('units')
  const field = (name: 'name' | 'territory_parent' | 'line' | 'line_parent' | 'aliases') => ({
    name,
    label: t(`fields.${name}`),
    help: t(`help.${name}`),
    error: faultOf(name),
  })
  const value = (name: string, otherwise: string) => typedInto(typed, name) ?? otherwise
  const byLevel = (parents: readonly ParentChoice[]) =>
    LEVELS.map((level) => ({
      label: t(`levels.${level}`),
      choices: parents.filter((each) => each.level === level).map(({ id, name }) => ({ value: id, label: name })),
    })).filter((group) => group.choices.length > 0)
  return (
    <>
      <TextInput {...field('name')} defaultValue={value('name', now.name)} />
      {has.place && (
        <Select
          {...field('territory_parent')}
          none={t('noneAbove')}
          optional
          groups={byLevel(choices.places)}
          defaultValue={value('territory_parent', now.place)}
        />
      )}
      {has.line && (
        <>
          <TextInput {...field('line')} optional list="lines" defaultValue={value('line', now.line)} />
          <datalist id="lines">
            {choices.lines.map(({ line, name }) => (
              <option key={line} value={line}>
                {name}
              </option>
            ))}
          </datalist>
          <Select
            {...field('line_parent')}
            none={t('noLineAbove')}
            optional
            groups={byLevel(choices.above)}
            defaultValue={value('line_parent', now.above)}
          />
        </>
      )}
      <TextArea {...field('aliases')} optional rows={2} defaultValue={value('aliases', now.aliases)} />
    </>
  )
}

/** What is wrong with a unit, in words. */
export function useUnitFault(): (fault: Fault) => string {
  const { t, i18n } = useTranslation('units')
  return ({ field, problem, with: other }) =>
    t(`problems.${problem}` as 'problems.missing', {
      field: i18n.exists(`units:fields.${field}`) ? t(`fields.${field}` as 'fields.name') : field,
      other,
    })
}
