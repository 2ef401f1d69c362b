import type { SerializeFrom } from '@remix-run/node'
import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Fold } from '#app/ui/fold.tsx'
import type { LookedAt } from '#workflows/channels/look-at-mail.ts'

export type ShownMail = SerializeFrom<LookedAt>

/** The words of a mail as words, whatever they are made of, and its files by name. */
export function MailShown({ mail }: { mail: ShownMail }) {
  const { t, i18n } = useTranslation('mails')
  const { read, subject, own, beside, cut, files, looks } = mail
  const seenBy = (
    <p className="text-sm text-muted">{t('looked', { names: looks.map(({ name }) => name).join('、') })}</p>
  )
  if (mail.purgedOn)
    return (
      <div>
        <p className="mb-4">{t('purged', { day: formatDay(mail.purgedOn, i18n.language) })}</p>
        {seenBy}
      </div>
    )
  return (
    <div>
      {!read && (
        <Callout tone="warn">
          <p>{t('unread')}</p>
        </Callout>
      )}
      <section className="mb-4 rounded-md border border-line bg-sheet px-4 py-3">
        <h2 className="mb-1 text-base">{t('words')}</h2>
        {subject && (
          <p className="mb-2 text-sm text-muted">
            {t('subject')}：{subject}
          </p>
        )}
        {own ? (
          <p className="wrap-anywhere whitespace-pre-line">{own}</p>
        ) : (
          <p className="text-muted">{t('noWords')}</p>
        )}
        {cut && <p className="mt-2 text-sm text-muted">{t('cut')}</p>}
        <p className="mt-3 text-sm text-muted">{files.length > 0 ? t('files') : t('noFiles')}</p>
        <ul className="text-sm">
          {files.map(({ name, type, size }, at) => (
            <li key={at} className="wrap-anywhere">
              {name || type} <span className="text-muted">{t('sizeIn', { size: Math.ceil(size / 1024) })}</span>
            </li>
          ))}
        </ul>
      </section>
      {beside && (
        <Fold summary={t('beside')} hint={t('besideHint')}>
          <p className="wrap-anywhere pb-3 text-sm whitespace-pre-line">{beside}</p>
        </Fold>
      )}
      <p className="text-sm text-muted">{t('notShown')}</p>
      {seenBy}
    </div>
  )
}
