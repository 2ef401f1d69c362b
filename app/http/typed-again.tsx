import { useLocation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'

/** What was typed when the session ended: carried by this page until its owner has signed in elsewhere and sends it. */
export function TypedAgain({ typed }: { typed: [field: string, value: string][] }) {
  const { t } = useTranslation('http')
  const { pathname, search } = useLocation()
  return (
    <form method="post" action={pathname + search} className="mt-6 flex flex-wrap items-center gap-4">
      <FormMark />
      {typed.map(([field, value], place) => (
        <input key={`${place} ${field}`} type="hidden" name={field} value={value} />
      ))}
      <a className="link" href="/sign-in" target="_blank" rel="noreferrer">
        {t('signInElsewhere')}
      </a>
      <Button>{t('sendAgain')}</Button>
    </form>
  )
}
