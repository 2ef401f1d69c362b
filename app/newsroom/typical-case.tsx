import { redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { answerRefused } from '#app/http/answer.server.ts'
import { askedBy } from '#app/http/form-values.ts'
import { problem } from '#app/http/problem.ts'
import { RefusalNotice } from '#app/http/refusal-notice.tsx'
import { forStaff } from '#app/session/who-may.server.ts'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Fold } from '#app/ui/fold.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import { step } from '#workflows/engine/step.ts'
import { readTypicalCase } from '#workflows/reading/newsroom.ts'
import { ACTS, actFrom } from './act-from.ts'
import { Guard } from './guard.tsx'
import { NEWSROOM_ROLES } from './newsroom-roles.ts'
import { Revisions } from './revisions.tsx'
import { Sources } from './sources.tsx'
import { phaseOf, useStateWord } from './state-word.ts'
import { TypicalAct } from './typical-act.tsx'

export const handle = { title: 'newsroom:page.title' }

export const loader = forStaff(NEWSROOM_ROLES, async ({ house, by, params }) => {
  const page = await readTypicalCase(house, by, params.id ?? '')
  if (!page) throw problem('404')
  return page
})

export const action = forStaff(NEWSROOM_ROLES, async ({ house, by, params, request }) => {
  const form = await request.formData()
  const act = actFrom(form)
  if (!act) throw problem('400')
  // whoever may not know of one of its cases may not act on it either
  if (!(await readTypicalCase(house, by, params.id ?? ''))) throw problem('404')
  const outcome = await step(house, 'typicalCase', params.id ?? '', act, by, askedBy(form))
  if (outcome.kind === 'refused') return answerRefused(outcome, form)
  return redirect(`/newsroom/${params.id}`, 303)
})

/** Left what it is drawn from, right the text, what to look at twice in it, and what may be done. */
export default function TypicalCase() {
  const { t, i18n } = useTranslation(['newsroom', 'case'])
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const stateWord = useStateWord()
  const acts = ACTS.filter((type) => page.acts.open.includes(type))
  const refusedAct = answer?.typed.act?.[0]
  const { title, body } = page.proposed ?? page
  const writes = page.acts.open.includes('draft')
  return (
    <>
      <PageHead
        above={
          <Link to="/newsroom" className="link">
            {t('newsroom:page.back')}
          </Link>
        }
        title={<span lang="zh-CN">{title}</span>}
        lead={
          <>
            <StateTag phase={phaseOf(page.life)}>{stateWord(page.life)}</StateTag>
            {page.publishedOn &&
              ` · ${t('newsroom:page.publishedOn', { day: formatDay(page.publishedOn, i18n.language) })}`}
            {' · '}
            {t('newsroom:page.authors', {
              names: page.authors.map(({ name }) => name).join(t('newsroom:guard.comma')),
            })}
          </>
        }
      >
        {page.slug && (
          <a href={`/cases/${page.slug}`} className="link">
            {t('newsroom:page.public')}
          </a>
        )}
      </PageHead>
      <div className="gap-8 lg:grid lg:grid-cols-2">
        <div className="max-lg:mb-8">
          <Sources sources={page.sources} />
        </div>
        <div>
          {page.returned && (
            <Callout
              tone="warn"
              title={t('newsroom:page.returned', {
                by: page.returned.by ?? '',
                day: formatDay(page.returned.day, i18n.language),
              })}
            >
              <p className="whitespace-pre-line">{page.returned.text}</p>
            </Callout>
          )}
          {page.acts.another.length > 0 && <Callout>{t('newsroom:page.another')}</Callout>}
          {page.proposed?.remark && (
            <Callout title={t('newsroom:page.correction')}>
              <p className="whitespace-pre-line">{page.proposed.remark}</p>
            </Callout>
          )}
          <Guard flags={page.flags} />
          {!writes && (
            <article lang="zh-CN" className="mb-6 max-w-measure rounded-md border border-line bg-sheet px-5 py-4">
              <h2 className="mb-2 text-lg">{title}</h2>
              <p className="whitespace-pre-line">{body}</p>
            </article>
          )}
          {acts.length === 0 && page.acts.another.length === 0 && (
            <p className="mb-6 text-muted">{t('newsroom:page.nothing')}</p>
          )}
          {answer && !acts.some((type) => type === refusedAct) && <RefusalNotice answer={answer} />}
          {acts.map((type, at) => (
            <Fold
              key={type}
              open={refusedAct ? refusedAct === type : at === 0 && type !== 'withdraw'}
              summary={t(`case:typicalCase.acts.${type}`)}
            >
              <TypicalAct
                key={page.revision}
                type={type}
                seen={page.revision}
                now={{ title: page.title, body: page.body }}
                answer={refusedAct === type ? answer : undefined}
              />
            </Fold>
          ))}
          <Revisions revisions={page.revisions} />
        </div>
      </div>
    </>
  )
}
