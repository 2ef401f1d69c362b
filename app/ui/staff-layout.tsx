import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { DoorLink } from './door-link.tsx'
import { Brand } from './brand.tsx'
import { FormMark } from './form-mark.tsx'
import { PageKeys } from './keys/page-keys.tsx'
import { useArrival } from './keys/use-arrival.ts'
import { LanguageChoice } from './reading-choices.tsx'
import { SkipLink } from './skip-link.tsx'

/** `keys`: what leads there from the keyboard, as `g q` */
export type Door = {
  to: string
  label: string
  keys: string
  current?: boolean
  /** how many of what `counts` says are there; none is not drawn, more than 99 is 99+ */
  count?: number
  counts?: string
}
type StaffLayoutProps = {
  /** the doors this officer may go through */
  doors: readonly Door[]
  who: { name: string; duties: string }
  /** where this officer begins the day */
  home: string
  children: ReactNode
}

/** The frame of every page for officers: one dense line on top, then the whole width for the work. */
export function StaffLayout({ doors, who, home, children }: StaffLayoutProps) {
  const { t } = useTranslation('site')
  useArrival()
  return (
    <div className="min-h-screen">
      <SkipLink />
      <header className="border-b border-line bg-wash print:hidden">
        <div className="flex flex-wrap items-center gap-x-6 gap-y-1 px-4 py-1.5 text-sm">
          <Brand small to={home} />
          <nav aria-label={t('staff.doors')} className="grow">
            <ul className="-mx-2 flex flex-wrap">
              {doors.map(({ to, label, keys, current, count = 0, counts }) => (
                <li key={to}>
                  <DoorLink
                    to={to}
                    aria-current={current ? 'page' : undefined}
                    data-key={keys}
                    className="inline-flex min-h-9 items-center px-2 text-muted no-underline hover:text-qing aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:decoration-2 aria-[current]:underline-offset-8"
                  >
                    {label}
                    {count > 0 && (
                      <span className="ml-1.5 text-xs tabular-nums">
                        {count > 99 ? '99+' : count}
                        <span className="sr-only"> {counts}</span>
                      </span>
                    )}
                  </DoorLink>
                </li>
              ))}
            </ul>
          </nav>
          <p>
            <span className="sr-only">{t('staff.who')} </span>
            <DoorLink to="/account" className="font-medium text-ink no-underline hover:underline">
              {who.name}
            </DoorLink>{' '}
            <span className="text-muted">{who.duties}</span>
          </p>
          <PageKeys />
          <LanguageChoice />
          <form method="post" action="/sign-out">
            <FormMark />
            <button className="min-h-9 text-muted underline underline-offset-4 hover:text-ink">
              {t('staff.signOut')}
            </button>
          </form>
        </div>
      </header>
      <main id="main" tabIndex={-1} className="px-4 py-5 print:p-0">
        {children}
      </main>
    </div>
  )
}
