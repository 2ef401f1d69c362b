import { useTranslation } from 'react-i18next'

type Group =
  | 'states'
  | 'trackStates'
  | 'tracks'
  | 'acts'
  | 'roles'
  | 'deadlines'
  | 'findings'
  | 'channels'
  | 'complexities'
  | 'modes'
  | 'refusalReasons'
  | 'noReplyGrounds'
  | 'lookBackMethods'
  | 'supervision'
  | 'referral'
  | 'vindication'

/** The word of the case's vocabulary for a name that came out of the store. */
export function useCaseWord(): (group: Group, name: string) => string {
  const { t, i18n } = useTranslation('case')
  return (group, name) => String(t((i18n.exists(`case:done.${name}`) ? `done.${name}` : `${group}.${name}`) as never))
}
