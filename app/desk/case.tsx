import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Callout } from '#app/ui/callout.tsx'
import { TRACKS } from '#workflows/case/names.ts'
import { stepInTurn } from '#workflows/engine/step-in-turn.ts'
import { stayOpen } from '#workflows/presence/open-pages.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { typedNames } from '#workflows/reading/typed-names.ts'
import { Acts, type Typed } from './acts/acts.tsx'
import { pickedIn } from './acts/ask-anew.tsx'
import { eventsFrom } from './acts/follow-on.ts'
import { CaseDone } from './case-done.tsx'
import { CaseDates, CaseGlance } from './case-glance.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseMerged } from './case-merged.tsx'
import { CaseHistory } from './case-history.tsx'
import { CasePapers } from './case-papers.tsx'
import { CaseRefusal } from './case-refusal.tsx'
import { CaseReport, CaseThread } from './case-report.tsx'
import { CaseSimilar } from './case-similar.tsx'
import { CaseSection } from './case-section.tsx'
import { DESK_ROLES } from './desk-roles.ts'
import { gather } from './gather.server.ts'
import { MOST_AT_ONCE } from './several-asked.ts'
import { SeveralOutcomes } from './several-outcomes.tsx'
import { thenOf } from './then-of.ts'
import { useChoices } from './use-choices.ts'

export const handle: PageHandle = {
  title: (_words, loaded) =>
    typeof loaded === 'object' && loaded !== null && 'number' in loaded ? String(loaded.number) : '',
}

/** Also after a refusal: whoever was too late sees how it stands now, and can send again from there. */
export const shouldRevalidate = () => true

/** What may not be known of answers like what is not there. */
export const loader = forStaff(DESK_ROLES, async ({ house, by, params, request }) => {
  const id = params.id ?? ''
  const all = new URL(request.url).searchParams.get('similar') === 'all'
  const page = await readCasePage(house, by, id, all ? { similar: MOST_AT_ONCE } : {})
  if (!page) throw problem('404')
  return { ...page, then: thenOf(by, [page.life]), others: await stayOpen(house, by, id) }
})

export const action = forStaff(DESK_ROLES, async ({ house, by, params, request }) => {
  const id = params.id ?? ''
  const form = await request.formData()
  const said = (field: string) => String(form.get(field) ?? '')
  const gathered = await gather(house, by, id, form)
  if (gathered) return data({ refused: null, gathered, before: [], typed: null })
  // the list of similar cases asks for the same act, with the case chosen by its button
  const into = form.get('mergeInto')
  if (into !== null) for (const [field, value] of Object.entries({ act: 'merge', into })) form.set(field, value)
  const events = eventsFrom(form, await typedNames(house))
  const seen = Number.parseInt(said('seen'), 10)
  const asked = { seen: Number.isNaN(seen) ? undefined : seen, request: said('request').slice(0, 100) || undefined }
  const { outcome, done } = await stepInTurn(house, id, events, by, asked)
  if (outcome.kind === 'moved')
    return redirect(`/desk/cases/${id}?done=${said('then') ? events.at(-1)?.type : events[0].type}`, 303)
  if (outcome.code === 'unknown' || outcome.code === 'conflict-of-interest') throw problem('404')
  const typed: Typed = { act: said('act'), track: said('track'), values: valuesOf(form) }
  const status =
    outcome.code === 'invalid' || outcome.code === 'unsettled' ? 422 : outcome.code === 'not-your-role' ? 403 : 409
  return data({ refused: outcome, gathered: null, before: done, typed }, { status })
})

/** The acts on a letter come once a side. */
const trackOf = (event: object) => ({ track: TRACKS.find((track) => 'track' in event && event.track === track) })

const OURS = ['form', 'seen', 'request', 'act', 'track', 'then']
function valuesOf(form: FormData): Record<string, string[]> {
  const names = [...new Set(form.keys())].filter((name) => !OURS.includes(name))
  return Object.fromEntries(names.map((name) => [name, form.getAll(name).map(String)]))
}

export default function CasePage() {
  const { t } = useTranslation('desk')
  const page = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const done = page.moments.findLast(({ type }) => type === search.get('done'))
  const parts = [...(page.said ? (['report', 'thread'] as const) : []), 'history' as const, 'acts' as const]
  return (
    <>
      <CaseHead page={page} others={page.others} />
      <nav aria-label={t('case.parts')} className="mb-4 flex flex-wrap gap-4 text-sm lg:hidden print:hidden">
        {parts.map((part) => (
          <a key={part} href={`#${part}`} className="link inline-flex min-h-9 items-center">
            {t(`case.${part}`)}
          </a>
        ))}
      </nav>
      {answer?.gathered && <SeveralOutcomes {...answer.gathered} left={0} />}
      {answer?.refused ? (
        <CaseRefusal refused={answer.refused} before={answer.before} />
      ) : (
        !answer && done && <CaseDone key={done.seq} act={done.type} at={page.id} />
      )}
      {/* what was typed for one case is never carried into the forms of the next */}
      <div key={page.id} className="grid gap-x-8 lg:grid-cols-2 xl:grid-cols-[minmax(0,1.2fr)_minmax(0,1fr)_23rem]">
        <div>
          {page.said ? (
            <>
              <CaseReport said={page.said} page={page} />
              <CaseThread said={page.said} />
            </>
          ) : (
            <Callout>{t('case.reportHidden')}</Callout>
          )}
          {page.similar && <CaseSimilar page={page} similar={page.similar} />}
          <CaseMerged page={page} />
          <CasePapers page={page} />
        </div>
        <div>
          <CaseHistory page={page} />
        </div>
        <div className="lg:max-xl:col-start-2 lg:max-xl:row-start-1 lg:max-xl:row-span-2">
          <CaseSection id="acts" title={t('case.acts')}>
            <div className="print:hidden">
              <Acts
                acts={page.acts.map(({ type, variants }) => ({ type, variants: variants.map(trackOf) }))}
                life={page.life}
                choices={useChoices(page)}
                seen={page.revision}
                then={page.then}
                picked={pickedIn(search)}
                done={done ?? null}
                typed={answer?.typed ?? null}
                issues={answer?.refused?.issues ?? []}
                unsettled={answer?.refused?.unsettled ?? []}
              />
            </div>
          </CaseSection>
          <CaseGlance page={page} />
          <CaseDates page={page} />
        </div>
      </div>
    </>
  )
}
