import { useTranslation } from 'react-i18next'
import { commaOf } from '#app/ui/comma.ts'
import { formatDay } from '#app/ui/day-words.ts'
import { Fold } from '#app/ui/fold.tsx'
import type { CasePage } from '#workflows/reading/case-page.ts'
import { CaseAsked } from './case-asked.tsx'
import { CaseSupervision } from './case-supervision.tsx'
import { CaseSection, Sheet, Words } from './case-section.tsx'
import { useCaseWord } from './use-case-word.ts'

const ORDERS = ['issueOrder', 'answerOrder']
const PARTS = ['facts', 'measures', 'effect', 'prevention', 'upkeep', 'returned'] as const

/** What the office and the units wrote: brief, results, replies, notes. Nothing of it is the reporter's own. */
export function CasePapers({ page }: { page: CasePage }) {
  const { t } = useTranslation('desk')
  const [brief, ...earlier] = page.briefs
  if (!brief && page.notes.length + page.replies.length === 0) return null
  return (
    <CaseSection id="work" title={t('case.work')}>
      {page.replies.toReversed().map((reply) => (
        <ReplySheet key={reply.id} reply={reply} />
      ))}
      <CaseSupervision page={page} />
      <Results page={page} />
      <CaseAsked page={page} />
      {brief && <BriefSheet brief={brief} page={page} />}
      {earlier.length > 0 && (
        <Fold summary={t('case.earlierBriefs')}>
          {earlier.map((each) => (
            <BriefSheet key={each.id} brief={each} page={page} />
          ))}
        </Fold>
      )}
      <Notes page={page} />
    </CaseSection>
  )
}

function BriefSheet({ brief, page }: { brief: CasePage['briefs'][number]; page: CasePage }) {
  const { t, i18n } = useTranslation('desk')
  const { territory, department } = brief
  const nameOf = (id: string) => page.unitNames[id] ?? ''
  return (
    <Sheet
      title={t('case.brief', { version: brief.version })}
      by={t('case.written', { by: brief.by, day: formatDay(brief.on, i18n.language) })}
    >
      <p className="whitespace-pre-line">{brief.text}</p>
      <p className="mt-2 text-sm text-muted">
        {territory && department
          ? t('case.briefTo', { territory: nameOf(territory), department: nameOf(department) })
          : t('case.briefTakenBack')}
      </p>
    </Sheet>
  )
}

/** Newest first; a result that was sent back says what is missing. */
function Results({ page }: { page: CasePage }) {
  const { t, i18n } = useTranslation('desk')
  const word = useCaseWord()
  return page.letters.flatMap((letter) =>
    letter.results.toReversed().map((result) => (
      <Sheet
        key={result.id}
        title={t('case.result', { track: word('tracks', letter.track) })}
        by={`${letter.unit.name} · ${formatDay(result.on, i18n.language)}`}
      >
        <Words items={PARTS.map((part) => ({ term: t(`case.resultParts.${part}`), is: result[part] }))} />
      </Sheet>
    )),
  )
}

function ReplySheet({ reply }: { reply: CasePage['replies'][number] }) {
  const { t } = useTranslation('desk')
  const word = useCaseWord()
  const { by, second, ground, state } = reply
  return (
    <Sheet
      title={t(`case.replies.${state}`)}
      by={second ? t('case.replies.signed', { by, second }) : t('case.replies.by', { by })}
    >
      {ground && <p className="font-medium">{t('case.replies.ground', { ground: word('noReplyGrounds', ground) })}</p>}
      <p className="whitespace-pre-line">{reply.text}</p>
    </Sheet>
  )
}

function Notes({ page }: { page: CasePage }) {
  const { t, i18n } = useTranslation('desk')
  const { t: together } = useTranslation('together')
  const word = useCaseWord()
  // an order is a paper of its own, with its answer
  const notes = page.notes.filter(({ about }) => page.orders.length === 0 || !ORDERS.includes(about))
  if (notes.length === 0) return null
  return (
    <Sheet title={t('case.notes')}>
      <ol className="divide-y divide-line">
        {notes.toReversed().map(({ id, about, by, day, code, units, visit, text, mentions }) => (
          <li key={id} className="py-2">
            <p className="text-sm text-muted tabular-nums">
              {word('acts', about)} · {t('case.written', { by, day: formatDay(day, i18n.language) })}
            </p>
            {code && <p className="font-medium">{word('refusalReasons', code)}</p>}
            {visit && (
              <p className="font-medium">
                {word('lookBackMethods', visit.way)} · {formatDay(visit.on, i18n.language)}
              </p>
            )}
            {units.length > 0 && (
              <p className="font-medium">
                {t('case.overrideUnits', {
                  units: units.map((unit) => page.unitNames[unit] ?? '').join(commaOf(i18n.language)),
                })}
              </p>
            )}
            <p className="whitespace-pre-line">{text}</p>
            {mentions.length > 0 && (
              <p className="text-sm font-medium">
                {together('mentions', { names: mentions.map((name) => `@${name}`).join(' ') })}
              </p>
            )}
          </li>
        ))}
      </ol>
    </Sheet>
  )
}
