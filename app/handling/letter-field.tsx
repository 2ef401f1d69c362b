import { useTranslation } from 'react-i18next'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { Issue } from '#workflows/engine/refusal.ts'
import type { FieldName } from './act-from.ts'

type LetterFieldProps = {
  id: string
  name: FieldName
  label: string
  typed: string | undefined
  issue: Issue['problem'] | undefined
  most: number | undefined
  /** what is said in place of a bare "wrong" */
  wrong?: string
}
const DAYS = ['1', '2', '3', '4', '5', '6', '7']

/** One field of an act on a letter, drawn by what it asks for. */
export function LetterField({ id, name, label, typed, issue, most, wrong }: LetterFieldProps) {
  const { t } = useTranslation(['handling', 'http'])
  const shared = {
    id,
    name,
    label,
    error: issue && ((issue === 'wrong' && wrong) || t(`http:issues.${issue}`, { field: label })),
  }
  if (name === 'days')
    return (
      <Select
        {...shared}
        none={t('chooseDays')}
        choices={DAYS.map((value) => ({ value, label: t('workingDays', { count: Number(value) }) }))}
        defaultValue={typed}
      />
    )
  if (name === 'upkeep') return <TextInput {...shared} help={t('help.upkeep', { most })} defaultValue={typed} />
  return <TextArea {...shared} rows={5} most={most} help={t(`help.${name}`)} defaultValue={typed} />
}
