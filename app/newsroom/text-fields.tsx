import { useTranslation } from 'react-i18next'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { Issue } from '#workflows/engine/refusal.ts'

/** The longest a text may be, as the engine takes it. */
export const MOST = { title: 120, body: 10_000, remark: 500, text: 500, sources: 4 } as const

type TextFieldsProps = {
  /** before each field's id, where a page has several such forms; `new` leaves them plain */
  id: string
  title: string | undefined
  body: string | undefined
  issues: readonly Issue[]
}

/** Title and text of a typical case. */
export function TextFields({ id, title, body, issues }: TextFieldsProps) {
  const { t } = useTranslation(['newsroom', 'http'])
  const shared = (name: 'title' | 'body') => {
    const problem = issues.find(({ field }) => field === name)?.problem
    const label = t(`newsroom:fields.${name}`)
    const error = problem && t(`http:issues.${problem}`, { field: label })
    return { name, id: id === 'new' ? name : `${id}-${name}`, label, error }
  }
  return (
    <>
      <TextInput {...shared('title')} help={t('newsroom:help.title', { most: MOST.title })} defaultValue={title} />
      <TextArea {...shared('body')} rows={18} most={MOST.body} help={t('newsroom:help.body')} defaultValue={body} />
    </>
  )
}
