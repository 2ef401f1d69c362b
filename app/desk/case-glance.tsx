import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { commaOf } from '#app/ui/comma.ts'
import { formatDay } from '#app/ui/day-words.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { DueDate } from '#app/ui/due-date.tsx'
import { RungMark } from '#app/ui/rung-mark.tsx'
import { StateTag } from '#app/ui/state-tag.tsx'
import { isUnitDate } from '#workflows/deadlines/ladder.ts'
import type { CasePage } from '#workflows/reading/case-page.ts'
import { CaseSection } from './case-section.tsx'
import { useCaseWord } from './use-case-word.ts'

const OVER = ['closed', 'struckOff', 'notAccepted', 'handedUp', 'merged']

/** What everyone asks first about a case: where it stands, whose it is, what it is about. */
export function CaseGlance({ page }: { page: CasePage }) {
  const { t, i18n } = useTranslation('desk')
  const { t: together } = useTranslation('together')
  const word = useCaseWord()
  const day = (on: string | null) => on && formatDay(on, i18n.language)
  const named = (units: { id: string; name: string }[]) => units.map(({ name }) => name).join(commaOf(i18n.language))
  const { kind, holder, main, merged, finding } = page
  return (
    <CaseSection id="facts" title={t('case.facts')}>
      <div className="text-sm">
        <DefinitionList
          items={[
            {
              term: t('case.fact.state'),
              is: <StateTag phase={OVER.includes(page.life) ? 'over' : 'moves'}>{word('states', page.life)}</StateTag>,
            },
            {
              term: t('case.fact.kind'),
              is: kind ? `${kind.code} ${i18n.language === 'en' ? kind.en : kind.zh}` : t('queue.notClassified'),
            },
            { term: t('case.fact.complexity'), is: page.complexity && word('complexities', page.complexity) },
            { term: t('case.fact.mode'), is: page.mode && word('modes', page.mode) },
            { term: t('case.fact.place'), is: page.place ? page.place.name : t('queue.placeUnknown') },
            {
              term: t('case.fact.holder'),
              is: holder ? (
                holder.isMe ? (
                  <>
                    <span className="print:hidden">{t('queue.me')}</span>
                    <span className="hidden print:inline">{holder.name}</span>
                  </>
                ) : (
                  holder.name
                )
              ) : (
                t('queue.nobody')
              ),
            },
            {
              term: t('case.fact.accused'),
              is:
                page.accused.length + page.accusedProvisional.length === 0 ? (
                  t('case.fact.nobodyAccused')
                ) : (
                  <>
                    {named(page.accused)}
                    {page.accusedProvisional.length > 0 && (
                      <p className="border-l-2 border-dashed border-edge pl-2">
                        {named(page.accusedProvisional)} <Quiet>{t('case.fact.provisional')}</Quiet>
                      </p>
                    )}
                  </>
                ),
            },
            { term: t('case.fact.finding'), is: finding && word('findings', finding) },
            { term: t('case.fact.received'), is: day(page.receivedOn) },
            { term: t('case.fact.accepted'), is: day(page.acceptedOn) },
            { term: t('case.fact.closed'), is: day(page.closedOn) },
            { term: t('case.fact.main'), is: main && <CaseLink {...main} /> },
            {
              term: t('case.fact.merged'),
              is:
                merged.length > 0 ? (
                  <a href="#merged" className="link">
                    {together('merged.title', { count: merged.length })}
                  </a>
                ) : null,
            },
            {
              term: together('split.from'),
              is: page.splitFrom ? <CaseLink {...page.splitFrom} /> : page.isSplit ? together('split.fromHere') : null,
            },
            {
              term: together('split.off'),
              is: page.splitOff.length > 0 ? page.splitOff.map((each) => <CaseLink key={each.id} {...each} />) : null,
            },
            { term: t('case.fact.referral'), is: page.referral === 'none' ? null : word('referral', page.referral) },
            {
              term: t('case.fact.vindication'),
              is: page.vindication === 'none' ? null : word('vindication', page.vindication),
            },
          ]}
        />
      </div>
    </CaseSection>
  )
}

/** The dates that run, each by its name, with how it is counted and the rule it follows. */
export function CaseDates({ page }: { page: CasePage }) {
  const { t, i18n } = useTranslation('desk')
  const word = useCaseWord()
  return (
    <CaseSection id="dates" title={t('case.dates')}>
      {page.dates.length === 0 && <p className="text-sm text-muted">{t('case.noDates')}</p>}
      <ul className="space-y-3 text-sm">
        {page.dates.map(({ id, name, track, state, dueOn, explained, source, rung }) => (
          <li key={id}>
            <p className="font-medium">
              {word('deadlines', name)}
              {track && <Quiet> · {word('tracks', track)}</Quiet>}
              {state === 'paused' && <Quiet> · {t('case.paused')}</Quiet>}
              {state === 'lapsed' && <Quiet> · {t('case.lapsed')}</Quiet>}
            </p>
            {/* a date that stands still counts nothing down */}
            {state !== 'paused' && (
              <>
                <DueDate day={dueOn} today={page.today} />{' '}
                {rung && <RungMark rung={rung} of={isUnitDate(name) ? 'unit' : 'office'} />}
              </>
            )}
            <p className="text-muted">
              {explained && `${i18n.language === 'en' ? explained.en : explained.zh} · `}
              {source ?? t('case.rule.default')}
            </p>
          </li>
        ))}
      </ul>
    </CaseSection>
  )
}

const Quiet = ({ children }: { children: ReactNode }) => <span className="font-normal text-muted">{children}</span>
const CaseLink = ({ id, number }: { id: string; number: string }) => (
  <Link to={`/desk/cases/${id}`} className="link mr-3 tabular-nums">
    {number}
  </Link>
)
