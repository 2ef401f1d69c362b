import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import { DueDate } from '#app/ui/due-date.tsx'
import type { CasePage } from '#workflows/reading/case-page.ts'
import { Sheet } from './case-section.tsx'

/** The orders to the units with their answers, the newest first, and what is with discipline inspection. */
export function CaseSupervision({ page }: { page: CasePage }) {
  const { t, i18n } = useTranslation('oversight')
  const day = (on: string) => formatDay(on, i18n.language)
  return (
    <>
      {page.orders.toReversed().map((order) => (
        <Sheet key={order.id} title={order.number} by={`${order.unit.name} · ${day(order.issuedOn)}`}>
          <p className="text-sm">
            {t(`orderStates.${order.state}`)}{' '}
            {order.state === 'open' && <DueDate day={order.answerBy} today={page.today} />}
          </p>
          <p className="whitespace-pre-line">{order.text}</p>
          {order.answer !== null && (
            <div className="mt-2 border-l-3 border-line pl-3">
              <p className="text-sm text-muted">
                {t('onCase.answer')}
                {order.answeredOn && ` · ${day(order.answeredOn)}`}
              </p>
              <p className="whitespace-pre-line">{order.answer}</p>
            </div>
          )}
          {page.oversees && (
            <p className="mt-2 text-sm print:hidden">
              <Link to={`/oversight/orders/${order.id}`} className="link">
                {t('onCase.print')}
              </Link>
            </p>
          )}
        </Sheet>
      ))}
      {page.referrals.map(({ id, number, on, concludedOn }) => (
        <Sheet key={id} title={number}>
          <p>{concludedOn ? t('concludedOn', { day: day(concludedOn) }) : t('onCase.referredOn', { day: day(on) })}</p>
          {page.oversees && (
            <p className="mt-2 text-sm print:hidden">
              <Link to={`/oversight/referrals/${id}`} className="link">
                {t('onCase.referral')}
              </Link>
            </p>
          )}
        </Sheet>
      ))}
    </>
  )
}
