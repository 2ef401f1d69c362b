import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import type { CasePage } from '#workflows/reading/case-page.ts'
import { Sheet } from './case-section.tsx'

/** What units asked for on their letters, objections and extensions, and how it was ruled. */
export function CaseAsked({ page }: { page: CasePage }) {
  const { t, i18n } = useTranslation(['oversight', 'desk'])
  const asked = page.letters.flatMap(({ id, unit, objections, extensions }) => [
    ...objections.map((one, at) => ({
      key: `${id} objection ${at}`,
      title: t('oversight:asked.objection', { unit: unit.name }),
      ruled: one.ruling && t(`desk:case.ribbon.${one.ruling}`),
      ...one,
    })),
    ...extensions.map((one, at) => ({
      key: `${id} extension ${at}`,
      title: t('oversight:asked.extension', { unit: unit.name, count: one.days }),
      ruled: one.granted === null ? null : t(`desk:case.ribbon.${one.granted ? 'granted' : 'refused'}`, one),
      ...one,
    })),
  ])
  return asked
    .toSorted((one, other) => (one.on < other.on ? 1 : -1))
    .map(({ key, title, on, grounds, ruled, rulingGrounds }) => (
      <Sheet key={key} title={title} by={formatDay(on, i18n.language)}>
        <p className="whitespace-pre-line">{grounds}</p>
        {ruled && (
          <div className="mt-2 border-l-3 border-line pl-3">
            <p className="text-sm text-muted">{ruled}</p>
            <p className="whitespace-pre-line">{rulingGrounds}</p>
          </div>
        )}
      </Sheet>
    ))
}
