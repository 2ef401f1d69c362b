import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import type { ShownThread as Thread } from '#workflows/reading/thread.ts'

/** Where officers found two matters in one report: each has its own way, and the one code leads to both. */
export function MatterSwitch({ matter: { at, of } }: Pick<Thread, 'matter'>) {
  const { t } = useTranslation('followUp')
  if (of < 2) return null
  const nameOf = (position: number) => t('matter.name', { number: t('matter.numerals')[position - 1] ?? position })
  return (
    <nav aria-label={t('matter.label')} className="mb-6 border-b border-line pb-4">
      <p className="mb-3">{t('matter.lead', { count: of })}</p>
      <form method="post" action="/follow" className="flex flex-wrap items-center gap-3">
        <FormMark />
        <HiddenInputs values={{ act: 'matter' }} />
        {Array.from({ length: of }, (_, place) => place + 1).map((position) =>
          position === at ? (
            <strong key={position} aria-current="page" className="border-b-2 border-qing px-1 py-2">
              {nameOf(position)}
            </strong>
          ) : (
            <Button key={position} look="quiet" small name="matter" value={position}>
              {nameOf(position)}
            </Button>
          ),
        )}
      </form>
    </nav>
  )
}
