import { isRouteErrorResponse, useRouteError } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { problemShown } from './problem.ts'
import { TypedAgain } from './typed-again.tsx'

/** The page for whatever is in the way: what it is, and what to do now. */
export function ProblemPage() {
  const { t } = useTranslation('http')
  const error = useRouteError()
  const thrown = isRouteErrorResponse(error) ? error : null
  const { problem, typed } = problemShown(thrown?.status ?? null, thrown?.data)
  return (
    <PublicLayout>
      <h1 className="text-xl">{t(`problems.${problem}.title`)}</h1>
      <p className="mt-4">{t(`problems.${problem}.advice`)}</p>
      {typed && <TypedAgain typed={typed} />}
      <p className="mt-8">
        <a className="link" href="/">
          {t('goHome')}
        </a>
      </p>
    </PublicLayout>
  )
}
