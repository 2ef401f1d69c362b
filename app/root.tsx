import { randomUUID } from 'node:crypto'
import type { LinksFunction } from '@remix-run/node'
import { Links, Meta, Outlet, Scripts, ScrollRestoration, useMatches, useRouteLoaderData } from '@remix-run/react'
import { type ReactNode, useContext } from 'react'
import { useTranslation } from 'react-i18next'
import { forAnyone } from '#app/session/who-may.server.ts'
import { letterSizeOf } from '#app/words/reader.server.ts'
import { drawnWith } from './http/drawn-with.ts'
import { NonceContext } from './http/nonce.ts'
import { ProblemPage, useProblem } from './http/problem-page.tsx'
import styles from './styles.css?url'

export const links: LinksFunction = () => [
  { rel: 'icon', href: '/favicon.svg', type: 'image/svg+xml' },
  { rel: 'stylesheet', href: styles },
]

/** What every page needs to be drawn. `form` marks its forms as ours, `request` tells them from each other. */
export const loader = forAnyone(async ({ request, formToken, house }) => ({
  letterSize: await letterSizeOf(request),
  form: formToken(),
  request: randomUUID(),
  sampleTown: house.settings.sampleTown,
}))

/** The page around every page, problems too. Client React only where a matched route asks for it. */
export function Layout({ children }: { children: ReactNode }) {
  const { i18n, t } = useTranslation('http')
  const nonce = useContext(NonceContext)
  const root = useRouteLoaderData<typeof loader>('root')
  const { hydrate, reporterScript, ...drawn } = drawnWith(useMatches(), i18n)
  const problem = useProblem()
  const title = problem ? t(`problems.${problem.problem}.title`) : drawn.title
  return (
    <html lang={i18n.language} data-size={root?.letterSize ?? 'standard'}>
      <head>
        <meta charSet="utf-8" />
        <meta name="viewport" content="width=device-width, initial-scale=1" />
        <meta name="format-detection" content="telephone=no" />
        <title>{[title, t('siteName'), root?.sampleTown && t('sampleTown.mark')].filter(Boolean).join(' · ')}</title>
        <Meta />
        <Links />
        {reporterScript && <script src="/reporter.js" defer />}
      </head>
      <body>
        {root?.sampleTown && (
          <p role="note" className="border-b border-line bg-wash px-4 py-1 text-center text-sm print:hidden">
            <strong>{t('sampleTown.mark')}</strong> {t('sampleTown.says')}
          </p>
        )}
        {children}
        {hydrate && <ScrollRestoration nonce={nonce} />}
        {hydrate && <Scripts nonce={nonce} />}
      </body>
    </html>
  )
}

export default function Root() {
  return <Outlet />
}

export const ErrorBoundary = ProblemPage
