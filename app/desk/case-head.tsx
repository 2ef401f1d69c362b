import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import { DueDate } from '#app/ui/due-date.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import type { CasePage } from '#workflows/reading/case-page.ts'
import type { OtherHere } from '#workflows/presence/open-pages.ts'
import { CaseNeighbours } from './case-neighbours.tsx'
import { OthersHere } from './others-here.tsx'
import { useCaseWord } from './use-case-word.ts'

/** The case in one line: its number, state, next date, and what makes it different from others. */
export function CaseHead({ page, others }: { page: CasePage; others: readonly OtherHere[] }) {
  const { t, i18n } = useTranslation(['desk', 'together'])
  const word = useCaseWord()
  const { kind, due, reprisal, urgent, slowLane, noDispatch, main } = page
  const counted = page.dates.find(({ name, dueOn }) => name === due?.name && dueOn === due.day)?.explained
  const provisional = page.accusedProvisional.length > 0
  const flags = Object.entries({ reprisal, urgent, slowLane, noDispatch, provisional, merged: main !== null })
  return (
    <PageHead
      above={<CaseNeighbours at={page.id} />}
      title={
        <>
          <span className="tabular-nums">{page.number}</span>{' '}
          <span className="font-normal">
            {kind ? (i18n.language === 'en' ? kind.en : kind.zh) : t('queue.notClassified')}
          </span>
        </>
      }
      lead={
        <span className="flex flex-wrap items-center gap-x-4 gap-y-1 text-ink">
          <strong>{word('states', page.life)}</strong>
          {due && (
            <span>
              {due.name && word('deadlines', due.name)} <DueDate day={due.day} today={page.today} />{' '}
              {counted && (
                <span className="text-sm text-muted">{i18n.language === 'en' ? counted.en : counted.zh}</span>
              )}
            </span>
          )}
          {page.holder?.deputy && (
            <span>{t('together:holderAway', { name: page.holder.name, deputy: page.holder.deputy })}</span>
          )}
          {flags
            .filter(([, raised]) => raised)
            .map(([flag]) => (
              <Badge key={flag} strong={flag === 'reprisal' || flag === 'urgent'}>
                {String(t(`flags.${flag}` as never))}
              </Badge>
            ))}
          <OthersHere at={page.id} loaded={others} />
        </span>
      }
    />
  )
}
