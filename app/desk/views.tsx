import { data, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import {
  deleteView,
  listViews,
  moveView,
  renameView,
  saveView,
  type ViewProblem,
} from '#workflows/saved-views/saved-views.ts'
import { DESK_ROLES } from './desk-roles.ts'
import { listAddress } from './queue-address.ts'
import { KeepViewForm, type ViewLink } from './queue-views.tsx'

export const handle = { title: 'queues:views.title' }

export const loader = forStaff(DESK_ROLES, async ({ house, by }) => ({ views: await listViews(house, by) }))

export const action = forStaff(DESK_ROLES, async ({ house, by, request }) => {
  const form = await request.formData()
  const [act, id, title, typed] = ['act', 'id', 'title', 'address'].map((field) => String(form.get(field) ?? ''))
  const address = listAddress(typed ?? '')
  const done = async (): Promise<ViewProblem | null> => {
    switch (act) {
      case 'save':
        return address ? saveView(house, by, { title: title ?? '', address }) : 'wrong'
      case 'rename':
        return renameView(house, by, id ?? '', title ?? '')
      case 'up':
      case 'down':
        return moveView(house, by, id ?? '', act)
      case 'delete':
        return deleteView(house, by, id ?? '')
      default:
        throw problem('400')
    }
  }
  const stood = await done()
  if (stood === null) return redirect(act === 'save' && address ? address : '/desk/views', 303)
  return data(
    { act, id, title, address, problem: stood },
    { status: stood === 'gone' || stood === 'tooMany' ? 409 : 422 },
  )
})

/** The officer's own views: named, put in order, taken away. */
export default function Views() {
  const { t } = useTranslation('queues')
  const { views } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const refused = answer && 'problem' in answer ? answer : undefined
  const said = refused && t(`views.problems.${refused.problem}`)
  const field = refused?.act === 'rename' ? `title-${refused.id}` : 'view-title'
  return (
    <div className="max-w-page">
      <PageHead title={t('views.title')} lead={t('views.lead')}>
        <LinkButton small to="/desk">
          {t('views.back')}
        </LinkButton>
      </PageHead>
      {said && <ErrorSummary mistakes={[{ field, message: said }]} />}
      {refused?.act === 'save' && refused.address && (
        <Callout title={t('views.kept', { title: refused.title })}>
          <KeepViewForm address={refused.address} title={refused.title} problem={said} />
        </Callout>
      )}
      {views.length === 0 ? (
        <Empty title={t('views.none.title')}>
          <p>{t('views.none.advice')}</p>
        </Empty>
      ) : (
        <ol className="border-t border-line">
          {views.map((view, at) => (
            <ViewLine
              key={view.id}
              view={view}
              first={at === 0}
              last={at === views.length - 1}
              typed={refused?.act === 'rename' && refused.id === view.id ? refused.title : undefined}
              error={refused?.act === 'rename' && refused.id === view.id ? said : undefined}
            />
          ))}
        </ol>
      )}
    </div>
  )
}

type ViewLineProps = { view: ViewLink; first: boolean; last: boolean; typed?: string; error?: string }

function ViewLine({ view: { id, title, address }, first, last, typed, error }: ViewLineProps) {
  const { t } = useTranslation('queues')
  return (
    <li className="flex flex-wrap items-start gap-x-4 gap-y-2 border-b border-line py-3">
      <Link to={address} className="link inline-flex min-h-8 min-w-40 grow items-center font-medium">
        {title}
      </Link>
      <form method="post" className="flex gap-2">
        <FormMark />
        <HiddenInputs values={{ id }} />
        <Button small look="quiet" name="act" value="up" disabled={first} aria-label={t('views.upOf', { title })}>
          {t('views.up')}
        </Button>
        <Button small look="quiet" name="act" value="down" disabled={last} aria-label={t('views.downOf', { title })}>
          {t('views.down')}
        </Button>
      </form>
      <details open={error !== undefined} className="group open:w-full">
        <Summary label={t('views.renameOf', { title })}>{t('views.rename')}</Summary>
        <form method="post" className="mt-2 flex flex-wrap items-end gap-2">
          <FormMark />
          <HiddenInputs values={{ act: 'rename', id }} />
          <label htmlFor={`title-${id}`} className="sr-only">
            {t('views.renameOf', { title })}
          </label>
          {error && (
            <p id={`title-${id}-error`} className="w-full text-sm font-semibold">
              {error}
            </p>
          )}
          <input
            id={`title-${id}`}
            name="title"
            required
            maxLength={60}
            defaultValue={typed ?? title}
            className="control sm:max-w-80"
            aria-invalid={error ? true : undefined}
            aria-describedby={error ? `title-${id}-error` : undefined}
          />
          <Button small look="quiet">
            {t('views.rename')}
          </Button>
        </form>
      </details>
      <details className="group open:w-full">
        <Summary label={t('views.deleteOf', { title })}>{t('views.delete')}</Summary>
        <form method="post" className="mt-2 flex flex-wrap items-center gap-3">
          <FormMark />
          <HiddenInputs values={{ act: 'delete', id }} />
          <p className="text-sm text-muted">{t('views.sure')}</p>
          <Button small look="danger-quiet">
            {t('views.deleteNow', { title })}
          </Button>
        </form>
      </details>
    </li>
  )
}

const Summary = ({ label, children }: { label: string; children: string }) => (
  <summary
    aria-label={label}
    className="inline-flex min-h-8 list-none items-center px-1 text-sm text-muted underline underline-offset-4 [&::-webkit-details-marker]:hidden"
  >
    {children}
  </summary>
)
