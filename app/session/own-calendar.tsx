import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { FormMark } from '#app/ui/form-mark.tsx'
import type { CalendarAddress } from '#workflows/settings-desk/calendar-address.ts'

type OwnCalendarProps = {
  since: string | null
  made: CalendarAddress | null
  busy: 'makeCalendar' | 'revokeCalendar' | null
}

/** The secret address of my dates: made, shown once, revoked. */
export function OwnCalendar({ since, made, busy }: OwnCalendarProps) {
  const { t, i18n } = useTranslation('delivery')
  return (
    <section>
      <h2 className="mb-2 text-lg">{t('calendar.title')}</h2>
      <p className="mb-3 text-muted">{t('calendar.lead')}</p>
      {made && (
        <div role="status" className="mb-4 space-y-2 rounded-r-md border-l-3 border-qing bg-qing-wash px-4 py-3">
          <p className="font-semibold">{t('calendar.made')}</p>
          <p>{t('calendar.madeHelp')}</p>
          {(['address', 'user', 'password'] as const).map((part) => (
            <p key={part}>
              <label htmlFor={`calendar-${part}`} className="mb-1 block text-sm">
                {t(`calendar.parts.${part}`)}
              </label>
              <input id={`calendar-${part}`} readOnly className="control font-mono text-sm" value={made[part]} />
            </p>
          ))}
        </div>
      )}
      <p className="mb-3">
        {since ? t('calendar.since', { day: formatDay(since, i18n.language) }) : t('calendar.none')}
      </p>
      <Form method="post" className="flex flex-wrap gap-3" preventScrollReset>
        <FormMark />
        <Button
          look="quiet"
          name="act"
          value="makeCalendar"
          busy={busy === 'makeCalendar'}
          busyLabel={t('calendar.making')}
        >
          {t(since ? 'calendar.renew' : 'calendar.make')}
        </Button>
        {since && (
          <Button
            look="quiet"
            name="act"
            value="revokeCalendar"
            busy={busy === 'revokeCalendar'}
            busyLabel={t('calendar.revoking')}
          >
            {t('calendar.revoke')}
          </Button>
        )}
      </Form>
    </section>
  )
}
