import { useTranslation } from 'react-i18next'
import type { Purpose } from '#workflows/templates/purposes.ts'

/** What a template is for, in words: a reason, a side with or without a complexity, a finding, a ground. */
export function useOutcomeWord(): (purpose: Purpose, outcome: string) => string {
  const { t } = useTranslation(['templates', 'case'])
  const said = (key: string) => String(t(key as 'templates:list.title'))
  return (purpose, outcome) => {
    if (purpose === 'refusal') return said(`case:refusalReasons.${outcome}`)
    if (purpose === 'reply') return said(`case:findings.${outcome}`)
    if (purpose === 'noReply') return said(`case:noReplyGrounds.${outcome}`)
    const [side = '', complexity] = outcome.split('.')
    const named = said(`templates:outcomes.${side}`)
    if (!complexity) return named
    return t('templates:outcomes.joined', { side: named, complexity: said(`templates:outcomes.${complexity}`) })
  }
}
