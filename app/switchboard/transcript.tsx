import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation, useRevalidator } from '@remix-run/react'
import { useEffect } from 'react'
import { useTranslation } from 'react-i18next'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { dropImport, startImport } from '#workflows/channels/call-import.ts'
import { readImport } from '#workflows/reading/call-import.ts'
import { ImportRows } from './import-rows.tsx'
import { OPERATOR_ROLES } from './operator-roles.ts'

export const handle = { title: 'switchboard:transcript.title' }

const OUTCOMES = ['waiting', 'report', 'duplicate', 'refused'] as const
/** How often a page that stays open asks how far it is. */
const ASKS_EVERY = 2000

export const loader = forStaff(OPERATOR_ROLES, async ({ house, by, params, request }) => {
  const { searchParams } = new URL(request.url)
  const outcome = OUTCOMES.find((each) => each === searchParams.get('outcome'))
  const after = Number(/^\d{1,9}$/.exec(searchParams.get('after') ?? '')?.[0] ?? 0)
  const page = await readImport(house, by, params.id ?? '', { after, outcome })
  if (!page) throw problem('404')
  return { ...page, outcome: outcome ?? null }
})

/** Takes what was looked at, or gives it up. */
export const action = forStaff(OPERATOR_ROLES, async ({ house, by, params, request }) => {
  const act = (await request.formData()).get('act')
  const id = params.id ?? ''
  if (act === 'drop') {
    await dropImport(house, by, id)
    return redirect('/switchboard/transcripts', 303)
  }
  if (await startImport(house, by, id)) return redirect(`/switchboard/transcripts/${id}`, 303)
  return data({ late: true }, { status: 409 })
})

/** What each call of a file would become, and once it is taken, became. */
export default function Transcript() {
  const { t, i18n } = useTranslation('switchboard')
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const busy = useNavigation().formData?.get('act')
  const { revalidate } = useRevalidator()
  const isRunning = page.state === 'running'
  useEffect(() => {
    if (!isRunning) return
    const asking = setInterval(revalidate, ASKS_EVERY)
    return () => clearInterval(asking)
  }, [isRunning, revalidate])
  const { counts, calls, state } = page
  const here = `/switchboard/transcripts/${page.id}`
  const query = (more: Record<string, string | number | null>) => {
    const said = Object.entries(more).flatMap(([name, value]) => (value === null ? [] : [[name, String(value)]]))
    return said.length > 0 ? `${here}?${new URLSearchParams(said)}` : here
  }
  return (
    <>
      <PageHead
        title={t('transcript.title')}
        lead={t(`transcript.${state as 'done'}`, { calls, taken: counts.report, waiting: counts.waiting })}
        above={
          <Link to="/switchboard/transcripts" data-back className="link">
            {t('transcripts.title')}
          </Link>
        }
      >
        {counts.refused > 0 && (
          <LinkButton to={`${here}/refused.csv`} download="refused.csv">
            {t('transcript.refusedFile', { count: counts.refused })}
          </LinkButton>
        )}
      </PageHead>
      {answer && <Callout tone="warn">{t('transcript.late')}</Callout>}
      {isRunning && (
        <div role="status" className="mb-6 max-w-measure">
          <progress
            className="block h-2 w-full appearance-none overflow-hidden rounded-sm bg-wash [&::-moz-progress-bar]:bg-qing [&::-webkit-progress-bar]:bg-line [&::-webkit-progress-value]:bg-qing"
            max={calls}
            value={calls - counts.waiting}
            aria-label={t('transcript.progress')}
          />
          <p className="text-sm text-muted tabular-nums">
            {t('transcript.soFar', { done: calls - counts.waiting, of: calls })}{' '}
            <Link to={here} className="link" reloadDocument>
              {t('transcript.reload')}
            </Link>
          </p>
        </div>
      )}
      {state === 'previewed' && page.unkept.length > 0 && (
        <Callout>{t('transcript.unkept', { columns: page.unkept.join(i18n.language === 'en' ? ', ' : '、') })}</Callout>
      )}
      {state === 'previewed' && (
        <Form method="post" className="mb-6 flex flex-wrap items-center gap-3">
          <FormMark />
          {counts.waiting > 0 && (
            <Button name="act" value="take" busy={busy === 'take'} busyLabel={t('transcript.taking')}>
              {t('transcript.take', { count: counts.waiting })}
            </Button>
          )}
          <Button name="act" value="drop" look="quiet" busy={busy === 'drop'}>
            {t('transcript.drop')}
          </Button>
        </Form>
      )}
      <Tabs
        label={t('transcript.rows')}
        tabs={[
          { to: here, label: t('outcomes.all'), count: calls, current: page.outcome === null },
          ...OUTCOMES.filter((outcome) => counts[outcome] > 0 || page.outcome === outcome).map((outcome) => ({
            to: query({ outcome }),
            label: t(`outcomes.${state === 'previewed' && outcome === 'waiting' ? 'will' : outcome}`),
            count: counts[outcome],
            current: page.outcome === outcome,
          })),
        ]}
      />
      <ImportRows rows={page.rows} isPreview={state === 'previewed'} />
      {page.next !== null && (
        <p className="mt-4">
          <LinkButton to={query({ outcome: page.outcome, after: page.next })}>{t('transcript.more')}</LinkButton>
        </p>
      )}
    </>
  )
}
