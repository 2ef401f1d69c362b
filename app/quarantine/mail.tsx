import { data, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy } from '#app/http/form-values.ts'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { type Decided, rejectMail, releaseMail } from '#workflows/channels/decide-quarantined.ts'
import { lookAtMail } from '#workflows/channels/look-at-mail.ts'
import { QUARANTINE_ROLES } from '#workflows/reading/quarantine.ts'
import { DecideMail } from './decide-mail.tsx'
import { MailShown } from './mail-shown.tsx'

export const handle = { title: 'mails:title' }

export const loader = forStaff(QUARANTINE_ROLES, async ({ house, by, params }) => {
  const mail = await lookAtMail(house, by, params.id ?? '')
  if (!mail) throw problem('404')
  return mail
})

type NotDecided = Extract<Decided, { kind: 'stale' | 'invalid' }>
export type MailAnswer = { not: NotDecided; typed: { text: string; grounds: string } }

export const action = forStaff(QUARANTINE_ROLES, async ({ house, by, request, params }) => {
  const form = await request.formData()
  const typed = { text: textIn(form, 'text'), grounds: textIn(form, 'grounds') }
  const said = { seen: askedBy(form).seen ?? 0, ...typed }
  const decide = form.get('act') === 'release' ? releaseMail : rejectMail
  const decided = await decide(house, by, params.id ?? '', said)
  if (decided.kind === 'unknown') throw problem('404')
  if (decided.kind === 'released' || decided.kind === 'rejected')
    return redirect(`/desk/quarantine?done=${decided.kind}`, 303)
  return data<MailAnswer>({ not: decided, typed }, { status: decided.kind === 'invalid' ? 422 : 409 })
})

const textIn = (form: FormData, field: string): string => {
  const value = form.get(field)
  return typeof value === 'string' ? value : ''
}

/** One mail that waits: what it says, and what becomes of it. */
export default function QuarantinedMail() {
  const { t, i18n } = useTranslation('mails')
  const mail = useLoaderData<typeof loader>()
  const answer = useActionData<MailAnswer>()
  const not = answer?.not
  const mistakes =
    not?.kind === 'invalid'
      ? [
          {
            field: not.field,
            message: not.problem === 'tooLong' ? t('wrong.tooLong') : t(`wrong.missing.${not.field}`),
          },
        ]
      : []
  return (
    <>
      <PageHead
        above={
          <Link to="/desk/quarantine" className="link">
            {t('back')}
          </Link>
        }
        title={String(t(`reasons.${mail.reason}` as never))}
        lead={`${t('numbered', { number: mail.number })} · ${formatDay(mail.receivedOn, i18n.language)} · ${t('sizeIn', { size: Math.ceil(mail.size / 1024) })}`}
      />
      <ErrorSummary title={t('wrong.title')} mistakes={mistakes} />
      {not?.kind === 'stale' && (
        <Callout tone="warn">
          <p role="alert">{t(`stale.${not.state}`)}</p>
        </Callout>
      )}
      <div className="grid items-start gap-x-8 gap-y-6 lg:grid-cols-[minmax(0,1fr)_minmax(0,26rem)]">
        <MailShown mail={mail} />
        {mail.state === 'waiting' ? (
          <DecideMail mail={mail} answer={answer} mistakes={mistakes} />
        ) : (
          <p>{t(`decided.${mail.state}`)}</p>
        )}
      </div>
    </>
  )
}
