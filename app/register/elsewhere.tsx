import { useTranslation } from 'react-i18next'
import { DefinitionList } from '#app/ui/definition-list.tsx'

const REASONS = [
  'litigation',
  'individualPetition',
  'crime',
  'discipline',
  'emergency',
  'livelihood',
  'stateSecret',
  'elsewhere',
] as const

/** What is outside the scope, and the lawful way of each. */
export function Elsewhere() {
  const { t } = useTranslation('case')
  return (
    <DefinitionList
      items={REASONS.map((reason) => ({ term: t(`refusalReasons.${reason}`), is: t(`otherChannels.${reason}`) }))}
    />
  )
}
