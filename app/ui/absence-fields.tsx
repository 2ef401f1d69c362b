import { useTranslation } from 'react-i18next'
import { Select } from './select.tsx'
import { TextInput } from './text-input.tsx'

type AbsenceFieldsProps = {
  deputies: readonly { id: string; name: string; unit: string }[]
  typed: (field: string) => string | undefined
  faultOf: (field: string) => string | undefined
}

/** From when until when somebody is away, and who stands in. */
export function AbsenceFields({ deputies, typed, faultOf }: AbsenceFieldsProps) {
  const { t } = useTranslation('people')
  const day = (name: 'from' | 'until') => ({
    name,
    id: name,
    type: 'date',
    label: t(`fields.${name}`),
    help: t(`help.${name}`),
    error: faultOf(name),
    defaultValue: typed(name),
  })
  return (
    <>
      <div className="grid gap-x-4 sm:grid-cols-2">
        <TextInput {...day('from')} />
        <TextInput {...day('until')} />
      </div>
      <Select
        name="deputy"
        label={t('fields.deputy')}
        help={t('help.deputy')}
        error={faultOf('deputy')}
        none={t('choose')}
        choices={deputies.map(({ id, name, unit }) => ({ value: id, label: `${name} · ${unit}` }))}
        defaultValue={typed('deputy') ?? ''}
      />
    </>
  )
}
