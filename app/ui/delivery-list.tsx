import { useTranslation } from 'react-i18next'
import { formatClock, formatDay, dayIn } from './day-words.ts'

type Channel = 'mail' | 'sms'
type DeliveryListProps = {
  channels: readonly { channel: Channel; address: string | null; quiet: boolean; isOpen: boolean; waiting: number }[]
  hours: readonly { opens: string; closes: string }[]
  heldUntil: string | null
  sendings: readonly {
    id: string
    channel: Channel
    state: 'open' | 'sent' | 'givenUp' | 'needless'
    unsure: boolean
    attempts: number
    failure: 'refused' | 'badAddress' | 'later' | 'unreachable' | 'login' | 'unclear' | null
    on: string
  }[]
}

/** By what somebody is reached, what waits for them, and how the last sendings went: never what they were about. */
export function DeliveryList({ channels, hours, heldUntil, sendings }: DeliveryListProps) {
  const { t, i18n } = useTranslation('delivery')
  const day = (on: string) => formatDay(on, i18n.language)
  const held = heldUntil === null ? null : new Date(heldUntil)
  const when = held ? t('when.held', { day: day(dayIn(held)), clock: formatClock(held) }) : t('when.next')
  return (
    <>
      <dl className="mb-4 divide-y divide-line border-y border-line text-sm">
        {channels.map(({ channel, address, quiet, isOpen, waiting }) => (
          <div key={channel} className="grid gap-x-4 py-2 sm:grid-cols-[5rem_1fr]">
            <dt className="font-medium">{t(`channels.${channel}`)}</dt>
            <dd className="min-w-0 break-words">
              {!isOpen
                ? t(`closed.${channel}`)
                : address === null
                  ? t(`noAddress.${channel}`)
                  : t(`address.${channel}`, { address })}
              {isOpen && quiet && <span className="block text-muted">{t('quiet')}</span>}
              {waiting > 0 && <span className="block text-muted">{t('waiting', { count: waiting, when })}</span>}
            </dd>
          </div>
        ))}
      </dl>
      <p className="mb-6 text-sm text-muted">
        {t('hours', { hours: hours.map(({ opens, closes }) => `${opens}–${closes}`).join(' · ') })}
      </p>
      <h3 className="mb-1 text-base">{t('sent.title')}</h3>
      {sendings.length === 0 && <p className="text-sm text-muted">{t('sent.none')}</p>}
      <ul className="divide-y divide-line text-sm">
        {sendings.map(({ id, channel, state, unsure, attempts, failure, on }) => (
          <li key={id} className="py-1.5">
            <span className="text-muted tabular-nums">
              {t('sent.line', { day: day(on), channel: t(`channels.${channel}`) })}
            </span>{' '}
            <span className="font-medium">{t(`sent.states.${state}`)}</span>
            {failure && (
              <span className="block text-muted">
                {t('sent.failed', { count: attempts })} · {t(`sent.failures.${failure}`)}
                {state === 'open' && unsure && ` · ${t('sent.unsure')}`}
              </span>
            )}
          </li>
        ))}
      </ul>
    </>
  )
}
