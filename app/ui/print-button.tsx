import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { useAlive } from './use-alive.ts'

/** Prints the page as it is laid out for paper. Without scripts the browser's own menu does the same. */
export function PrintButton() {
  const { t } = useTranslation('site')
  const isAlive = useAlive()
  return (
    <span className={isAlive ? undefined : 'invisible'}>
      <Button type="button" look="quiet" small onClick={() => window.print()}>
        {t('buttons.print')}
      </Button>
    </span>
  )
}
