import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'

type SectionProps = {
  id: string
  title: string
  /** what it says where it has nothing to show */
  calm: string
  isCalm: boolean
  /** where the rest is, if there is more */
  more?: string | null
  children: ReactNode
}

/** One list of the screen under its heading; calm where there is nothing. */
export function Section({ id, title, calm, isCalm, more, children }: SectionProps) {
  const { t } = useTranslation('oversight')
  return (
    <section aria-labelledby={`is-${id}`} className="mb-8 min-w-0">
      <h2 id={`is-${id}`} className="mb-2 border-b border-line pb-1 text-base">
        {title}
      </h2>
      {isCalm ? <p className="py-2 text-muted">{calm}</p> : children}
      {more && (
        <p className="mt-2 text-sm print:hidden">
          <Link to={more} className="link">
            {t('more')}
          </Link>
        </p>
      )}
    </section>
  )
}
