import { isRouteErrorResponse, useLocation, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { wordSetAt } from '#app/words/word-sets.ts'
import { type ProblemShown, problemShown } from './problem.ts'
import { SentInVain, TypedAgain } from './typed-again.tsx'

/** The page for whatever is in the way: what it is, and what to do now. */
export function ProblemPage() {
  const { t } = useTranslation('http')
  const { problem, typed, files } = useProblem() ?? ({ problem: '500' } satisfies ProblemShown as ProblemShown)
  // whoever was among officers' pages goes on there
  const { pathname, search } = useLocation()
  const isAtWork = wordSetAt(new URLSearchParams(search).get('at') ?? pathname) !== 'all'
  const home = isAtWork ? '/attention' : '/'
  return (
    <PublicLayout home={home}>
      <h1 className="text-xl">{t(`problems.${problem}.title`)}</h1>
      <p className="mt-4">{t(`problems.${problem}.advice`)}</p>
      {typed && (problem === '401' ? <TypedAgain typed={typed} /> : <SentInVain typed={typed} files={files} />)}
      <p className="mt-8">
        <a className="link" href={home}>
          {t(isAtWork ? 'goToWork' : 'goHome')}
        </a>
      </p>
    </PublicLayout>
  )
}

/** What is in the way of the page being drawn, if anything is. */
export function useProblem(): ProblemShown | null {
  const error = useRouteError()
  // outside of a boundary Remix answers null
  if (error === undefined || error === null) return null
  return isRouteErrorResponse(error) ? problemShown(error.status, error.data) : problemShown(null, error)
}
