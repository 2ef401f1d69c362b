import { useTranslation } from 'react-i18next'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import type { RefusedForm } from './answer.server.ts'

type RefusalNoticeProps = {
  answer: RefusedForm | undefined
  /** what a field is called on this page */
  nameOf?: (field: string) => string
}

/** Above a form that was not taken: why, and what to do. Wrong fields are links to where they stand. */
export function RefusalNotice({ answer, nameOf = (field) => field }: RefusalNoticeProps) {
  const { t } = useTranslation('http')
  if (!answer) return null
  const { code, issues = [] } = answer.refused
  const mistakes = issues.map(({ field, problem }) => ({
    field,
    message: t(`issues.${problem}`, { field: nameOf(field) }),
  }))
  if (mistakes.length > 0) return <ErrorSummary mistakes={mistakes} />
  return <ErrorSummary mistakes={[{ field: 'main', message: t(`refusals.${code}`) }]} />
}
