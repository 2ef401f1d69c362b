import { useTranslation } from 'react-i18next'

type Dictionary = 'acts' | 'states' | 'roles' | 'deadlines' | 'tracks'

/** The word of the case's vocabulary for a name that came out of the record. */
export function useCaseTerm(): (dictionary: Dictionary, name: string) => string {
  const { t } = useTranslation('case')
  return (dictionary, name) => String(t(name === 'opened' ? 'done.opened' : (`${dictionary}.${name}` as never)))
}
