import { useActionData, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { TRACKS } from '#workflows/case/names.ts'
import type { OtherHere } from '#workflows/presence/open-pages.ts'
import type { CasePage } from '#workflows/reading/case-page.ts'
import { Acts } from './acts/acts.tsx'
import { pickedIn } from './acts/ask-anew.tsx'
import type { action } from './case.tsx'
import { CaseDone } from './case-done.tsx'
import { CaseDates, CaseGlance } from './case-glance.tsx'
import { CaseHead } from './case-head.tsx'
import { CaseHistory } from './case-history.tsx'
import { CaseMerged } from './case-merged.tsx'
import { CasePapers } from './case-papers.tsx'
import { CaseRefusal } from './case-refusal.tsx'
import { CaseReport, CaseThread } from './case-report.tsx'
import { CaseSection } from './case-section.tsx'
import { CaseSimilar } from './case-similar.tsx'
import { SeveralOutcomes } from './several-outcomes.tsx'
import type { thenOf } from './then-of.ts'
import { useChoices } from './use-choices.ts'

type Opened = CasePage & { then: ReturnType<typeof thenOf>; others: readonly OtherHere[] }

/** The acts on a letter come once a side. */
const trackOf = (event: object) => ({ track: TRACKS.find((track) => 'track' in event && event.track === track) })

/** The whole of a case, and what may be done now. */
export function OpenCase({ page }: { page: Opened }) {
  const { t } = useTranslation('desk')
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
