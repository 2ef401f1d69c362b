import { useTranslation } from 'react-i18next'
import { SettlePlaces } from '#app/http/settle-places.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { Issue, Unsettled } from '#workflows/engine/refusal.ts'

/** The longest a text may be, as the engine takes it. */
export const MOST = { title: 120, body: 10_000, remark: 500, text: 500, sources: 4 } as const

type TextFieldsProps = {
  /** before each field's id, where a page has several such forms; `new` leaves them plain */
  id: string
  title: string | undefined
  body: string | undefined
  issues: readonly Issue[]
  unsettled?: readonly Unsettled[]
  ticked?: readonly string[]
}

/** Title and text of a typical case. */
export function TextFields({ id, title, body, issues, unsettled = [], ticked = [] }: TextFieldsProps) {
  const { t } = useTranslation(['newsroom', 'http'])
  const shared = (name: 'title' | 'body') => {
    const problem = issues.find(({ field }) => field === name)?.problem
    const label = t(`newsroom:fields.${name}`)
    const error = problem && t(`http:issues.${problem}`, { field: label })
    return { name, id: id === 'new' ? name : `${id}-${name}`, label, error }
  }
  const openIn = (name: string) => unsettled.find(({ field }) => field === name)
  return (
    <>
      <TextInput {...shared('title')} help={t('newsroom:help.title', { most: MOST.title })} defaultValue={title} />
      <SettlePlaces id={`${id}-title-settle`} unsettled={openIn('title')} ticked={ticked} />
      <TextArea {...shared('body')} rows={18} most={MOST.body} help={t('newsroom:help.body')} defaultValue={body} />
      <SettlePlaces id={`${id}-body-settle`} unsettled={openIn('body')} ticked={ticked} />
    </>
  )
}
