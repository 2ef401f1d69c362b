import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { FileField } from '#app/ui/file-field.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import type { ProblemShown } from './problem.ts'

/** What was typed when the session ended: carried by this page until its owner has signed in elsewhere and sends it. */
export function TypedAgain({ typed }: Required<Pick<ProblemShown, 'typed'>>) {
  const { t } = useTranslation('http')
  const { pathname, search } = useLocation()
  return (
    <form method="post" action={pathname + search} className="mt-6 flex flex-wrap items-center gap-4">
      <FormMark />
      <Carried typed={typed} />
      <a className="link" href="/sign-in" target="_blank" rel="noreferrer">
        {t('signInElsewhere')}
      </a>
      <Button>{t('sendAgain')}</Button>
    </form>
  )
}

/** What a reporter typed when the house was in trouble: shown, so that it can be copied, and sent again by one button. */
export function SentInVain({ typed, files = [] }: Pick<ProblemShown, 'files'> & Required<Pick<ProblemShown, 'typed'>>) {
  const { t } = useTranslation('http')
  const { pathname } = useLocation()
  const text = typed.find(([field]) => field === 'text')?.[1]
  const takesFiles = files.length > 0
  return (
    <form method="post" action={pathname} encType={takesFiles ? 'multipart/form-data' : undefined} className="mt-6">
      <FormMark />
      <Carried typed={typed} />
      <p className="mb-3 font-medium">{t('inVain.lead')}</p>
      {text && <blockquote className="mb-5 border-l-3 border-qing pl-3 whitespace-pre-line">{text}</blockquote>}
      {takesFiles && (
        <FileField
          name="files"
          label={t('inVain.files')}
          help={t('inVain.filesHelp', { files: files.join(t('comma')) })}
          most={files.length}
          optional
        />
      )}
      <Button>{t('inVain.send')}</Button>
    </form>
  )
}

const Carried = ({ typed }: { typed: [field: string, value: string][] }) =>
  typed.map(([field, value], place) => <input key={`${place} ${field}`} type="hidden" name={field} value={value} />)
