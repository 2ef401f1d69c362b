import { useTranslation } from 'react-i18next'

/** Says that a field may be left empty. */
export function OptionalMark() {
  const { t } = useTranslation('site')
  return <span className="ml-2 text-sm font-normal text-muted">{t('form.optional')}</span>
}
