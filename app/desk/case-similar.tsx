import { Form, Link, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { commaOf } from '#app/ui/comma.ts'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import type { CasePage } from '#workflows/reading/case-page.ts'
import { CaseSection } from './case-section.tsx'
import { useCaseWord } from './use-case-word.ts'

type Similar = NonNullable<CasePage['similar']>
type Alike = Similar['cases'][number]

/** Cases that may tell of the same, each with why; those that can join this one are ticked and merged in one sending. */
export function CaseSimilar({ page, similar }: { page: CasePage; similar: Similar }) {
  const { t } = useTranslation('together')
  const busy = useNavigation().formData?.get('act') === 'mergeHere'
  const mayJoin = page.mayGather && similar.cases.some(({ mayFollow }) => mayFollow)
  const mayFollow = page.acts.some(({ type }) => type === 'merge')
  if (similar.cases.length === 0) return null
  return (
    <CaseSection id="similar" title={t('similar.title')}>
      <p className="mb-3 text-sm text-muted">
        {t('similar.lead')}
        {mayJoin && ` ${t('similar.hint')}`}
      </p>
      <Form method="post" preventScrollReset>
        <FormMark seen={page.revision} />
        <ul className="mb-3 border-t border-line">
          {similar.cases.map((alike) => (
            <AlikeRow key={alike.id} {...{ alike, mayFollow }} mayJoin={page.mayGather && alike.mayFollow} />
          ))}
        </ul>
        <p className="flex flex-wrap items-center gap-4 print:hidden">
          {mayJoin && (
            <Button small name="act" value="mergeHere" busy={busy}>
              {t('similar.merge')}
            </Button>
          )}
          {similar.more > 0 && (
            <Link to="?similar=all#similar" className="link text-sm">
              {t('similar.more', { count: similar.more })}
            </Link>
          )}
        </p>
      </Form>
    </CaseSection>
  )
}

function AlikeRow({ alike, mayJoin, mayFollow }: { alike: Alike; mayJoin: boolean; mayFollow: boolean }) {
  const { t, i18n } = useTranslation('together')
  const word = useCaseWord()
  const { id, number, revision, life, kind, place } = alike
  const about = [word('states', life), kind && (i18n.language === 'en' ? kind.en : kind.zh), place]
  return (
    <li className="flex gap-2 border-b border-line py-2">
      {mayJoin && (
        <label className="flex size-7 shrink-0 items-center justify-center print:hidden">
          <span className="sr-only">{t('similar.tick', { number })}</span>
          <input type="checkbox" name="case" value={`${id} ${revision}`} className="size-4.5 accent-qing" />
        </label>
      )}
      <div className="min-w-0 grow text-sm">
        <p className="flex flex-wrap items-baseline gap-x-3">
          <Link to={`/desk/cases/${id}`} className="link text-base tabular-nums">
            {number}
          </Link>
          {about.filter(Boolean).join(' · ')}
        </p>
        <Why alike={alike} />
        {mayFollow && alike.mayLead && (
          <p className="print:hidden">
            <Button look="quiet" small name="mergeInto" value={id}>
              {t('similar.into', { number })}
            </Button>
          </p>
        )}
      </div>
    </li>
  )
}

/** Units named in one line. */
const FEW = 2

/** What both have, in words: never a score. */
function Why({ alike: { tenths, why } }: { alike: Alike }) {
  const { t, i18n } = useTranslation('together')
  const how = { tenths: t('similar.tenths')[tenths] ?? tenths }
  const shared = [
    t(`similar.alike.${tenths > 9 ? 'all' : tenths > 8 ? 'most' : 'some'}`, how),
    why.kind && t('similar.why.kind'),
    why.place && t('similar.why.place'),
    why.accused.length > 0 &&
      t(why.accused.length > FEW ? 'similar.why.accusedMany' : 'similar.why.accused', {
        units: why.accused.slice(0, FEW).join(commaOf(i18n.language)),
        count: why.accused.length,
      }),
    why.daysApart === 0 ? t('similar.why.sameDay') : t('similar.why.days', { days: why.daysApart }),
  ]
  return (
    <>
      <p className="text-muted">{shared.filter(Boolean).join(' · ')}</p>
      {why.phrases.length > 0 && (
        <p className="break-words text-muted">
          {t('similar.why.phrases')}
          {why.phrases.map((phrase) => (
            <q key={phrase} className="ml-1 text-ink before:content-['“'] after:content-['”']">
              {phrase}
            </q>
          ))}
        </p>
      )}
    </>
  )
}
