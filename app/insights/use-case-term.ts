import { useTranslation } from 'react-i18next'

type Dictionary = 'acts' | 'states' | 'roles' | 'deadlines' | 'tracks'

/** The word of the case's vocabulary for a name that came out of the record. */
export function useCaseTerm(): (dictionary: Dictionary, name: string) => string {
  const { t, i18n } = useTranslation('case')
  return (dictionary, name) =>
    String(t((i18n.exists(`case:done.${name}`) ? `done.${name}` : `${dictionary}.${name}`) as never))
}
