import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Brand } from './brand.tsx'
import { ReadingChoices, type TypedForm } from './reading-choices.tsx'
import { SkipLink } from './skip-link.tsx'

const PAGES = [
  { to: '/report', word: 'header.report' },
  { to: '/follow', word: 'header.follow' },
  { to: '/cases', word: 'header.cases' },
  { to: '/about', word: 'header.about' },
] as const

/** A link on a page with something typed leaves that page as it is. */
export const BESIDE = { target: '_blank', rel: 'noreferrer' } as const

type PublicLayoutProps = {
  children: ReactNode
  /** the page one is on, if it is one of the four in the head */
  here?: (typeof PAGES)[number]['to']
  /** `reading` keeps to one column of 36 characters, `wide` takes the page */
  width?: 'reading' | 'wide'
  /** what stands here is shown once: nothing on the page draws it anew */
  once?: boolean
  /** what is typed on this page: its links open beside it, and how to read it is chosen by buttons of the form */
  typing?: TypedForm | 'several'
  /** where the name leads, for whoever came from elsewhere than the first page */
  home?: string
}

/** The frame of every page that anyone may open: the name, four quiet ways on, the text, how to read it. */
export function PublicLayout({ children, here, width = 'reading', once = false, typing, home }: PublicLayoutProps) {
  const { t } = useTranslation('site')
  const beside = typing && BESIDE
  return (
    <div className="flex min-h-screen flex-col">
      <SkipLink />
      <header className="border-b border-line print:hidden">
        <div className="mx-auto flex max-w-page flex-wrap items-center justify-between gap-x-8 gap-y-1 px-5 py-3">
          <Brand to={home} beside={beside} />
          <nav aria-label={t('header.nav')}>
            <ul className="-mx-2 flex flex-wrap">
              {PAGES.map(({ to, word }) => (
                <li key={to}>
                  <a
                    href={to}
                    {...beside}
                    aria-current={here === to ? 'page' : undefined}
                    className="inline-flex min-h-11 items-center px-2 text-sm text-muted no-underline hover:text-qing aria-[current]:font-semibold aria-[current]:text-ink"
                  >
                    {t(word)}
                  </a>
                </li>
              ))}
            </ul>
          </nav>
        </div>
      </header>
      <main
        id="main"
        tabIndex={-1}
        className={`mx-auto w-full grow px-5 py-8 ${width === 'wide' ? 'max-w-page' : 'max-w-[calc(var(--container-measure)+40px)]'}`}
      >
        {children}
      </main>
      <footer className="mt-8 border-t border-line bg-wash print:hidden">
        <div className="mx-auto flex max-w-page flex-wrap items-start justify-between gap-x-8 gap-y-3 px-5 py-6 text-sm text-muted">
          <div className="max-w-measure">
            <p className="font-medium">{t('town')}</p>
            <p>{t('footer.what')}</p>
            <p className="mt-2 flex flex-wrap gap-x-4">
              <a href="/about" className="link" {...beside}>
                {t('footer.protection')}
              </a>
              <a href="/sign-in" className="link" {...beside}>
                {t('footer.staff')}
              </a>
            </p>
          </div>
          {!once && (
            // of several forms none could carry the others: a script keeps them all, without one each has its own buttons
            <div data-shown hidden={typing === 'several'}>
              <ReadingChoices of={typing === 'several' ? undefined : typing} />
            </div>
          )}
        </div>
      </footer>
    </div>
  )
}
