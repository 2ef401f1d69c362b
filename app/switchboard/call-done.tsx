import { Link } from '@remix-run/react'
import { useEffect, useRef } from 'react'
import { useTranslation } from 'react-i18next'
import { buttonLook } from '#app/ui/button-look.ts'
import { Callout } from '#app/ui/callout.tsx'
import { PageHead } from '#app/ui/page-head.tsx'

/** The call is over; Enter begins the next. */
export function CallDone({ how }: { how: 'right' | 'supplement' | 'expired' }) {
  const { t } = useTranslation('switchboard')
  const next = useRef<HTMLAnchorElement>(null)
  useEffect(() => next.current?.focus(), [])
  return (
    <>
      <PageHead title={t(`done.${how}.title`)} />
      <div role="status">
        <Callout tone={how === 'expired' ? 'warn' : 'note'}>{t(`done.${how}.text`)}</Callout>
      </div>
      <Link ref={next} to="/switchboard" className={buttonLook('primary')}>
        {t('done.next')}
      </Link>
    </>
  )
}
