import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { ChipFold } from './chip-fold.tsx'

export type ViewLink = { id: string; title: string; address: string }

/** The officer's own views, above the states: each is an address. */
export function QueueViews({ views, here }: { views: readonly ViewLink[]; here: string }) {
  const { t } = useTranslation('queues')
  if (views.length === 0) return null
  return (
    <nav aria-label={t('views.label')} className="mb-3 text-sm print:hidden">
      <ul className="flex flex-wrap items-center gap-x-4">
        {views.map(({ id, title, address }) => (
          <li key={id}>
            <Link
              to={address}
              aria-current={address === here ? 'page' : undefined}
              className="inline-flex min-h-9 items-center text-qing underline-offset-4 hover:underline aria-[current]:font-semibold aria-[current]:underline"
            >
              {title}
            </Link>
          </li>
        ))}
        <li>
          <Link to="/desk/views" className="inline-flex min-h-9 items-center text-muted underline underline-offset-4">
            {t('views.manage')}
          </Link>
        </li>
      </ul>
    </nav>
  )
}

/** Gives the present address a name. Its form is answered by the page of the views. */
export function KeepView({ address, title }: { address: string; title?: string }) {
  const { t } = useTranslation('queues')
  return (
    <ChipFold summary={t('views.save')} hint={t('views.saveHint')}>
      <KeepViewForm address={address} title={title} />
    </ChipFold>
  )
}

export function KeepViewForm({ address, title, problem }: { address: string; title?: string; problem?: string }) {
  const { t } = useTranslation('queues')
  return (
    <form method="post" action="/desk/views" className="flex flex-wrap items-end gap-3">
      <FormMark />
      <HiddenInputs values={{ act: 'save', address }} />
      <div className="grow sm:max-w-80">
        <label htmlFor="view-title" className="mb-1 block text-sm font-medium">
          {t('views.name')}
        </label>
        {problem && (
          <p id="view-title-error" className="mb-1 text-sm font-semibold">
            {problem}
          </p>
        )}
        <input
          id="view-title"
          name="title"
          required
          maxLength={60}
          defaultValue={title}
          className="control"
          aria-invalid={problem ? true : undefined}
          aria-describedby={problem ? 'view-title-error' : undefined}
        />
      </div>
      <Button>{t('views.send')}</Button>
    </form>
  )
}
