import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DoorLink } from '#app/ui/door-link.tsx'

type SectionProps = {
  name: 'reprisal' | 'toSign' | 'late' | 'dueSoon' | 'letters' | 'answered' | 'mentions' | 'drafts'
  of: { lines: readonly unknown[]; more: boolean }
  /** where the rest is */
  more: string
  /** what comes before everything else */
  strong?: boolean
  children: ReactNode
}

/** One answer to "what now"; nothing is drawn where it has nothing to say. */
export function Section({ name, of, more, strong, children }: SectionProps) {
  const { t } = useTranslation('attention')
  if (of.lines.length === 0) return null
  return (
    <section className={`mb-7 max-w-5xl ${strong ? 'border-l-6 border-ink pl-4' : ''}`} aria-labelledby={`is-${name}`}>
      <h2 id={`is-${name}`} className="mb-1 text-lg">
        {t(`sections.${name}`)} <span className="text-sm font-normal text-muted tabular-nums">{of.lines.length}</span>
      </h2>
      {children}
      {of.more && (
        <p className="mt-2 text-sm">
          <DoorLink to={more} className="link">
            {t('more')}
          </DoorLink>
        </p>
      )}
    </section>
  )
}
