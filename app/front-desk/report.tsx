import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { carrying } from '#app/http/typed-in.ts'
import { type Posted, readPosted } from '#app/http/uploads.ts'
import { forAnyone } from '#app/session/who-may.server.ts'
import { isReadingChoice } from '#app/session/reading-choice.server.ts'
import { Callout } from '#app/ui/callout.tsx'
import { BESIDE, PublicLayout } from '#app/ui/public-layout.tsx'
import { accept } from '#workflows/channels/accept.ts'
import { newChallenge } from '#workflows/channels/web/proof-of-work.ts'
import { fileName } from '#workflows/channels/file-name.ts'
import { readReportForm, type Typed, typedReport } from '#workflows/channels/web/report-form.ts'
import { vaultIsThere } from '#workflows/channels/web/vault-is-there.ts'
import { type Day, dayOf } from '#workflows/clock.ts'
import { nextVisit } from '#workflows/deadlines/objection-window.ts'
import { printReceipt } from '#workflows/protection/receipt-code.ts'
import { issueSubmission } from '#workflows/protection/submission.ts'
import { namesToChoose, notAgain } from './files-again.server.ts'
import type { FormFault } from './faults.ts'
import { Received } from './received.tsx'
import { REPORT_FORM, ReportForm } from './report-form.tsx'
import { useReporterScript } from './use-reporter-script.ts'

type Form = { submission: string; sitekey: string | null }
export const handle = {
  title: 'frontDesk:title',
  reporterScript: true,
  hydrate: (loaded: unknown) => (loaded as Form | undefined)?.sitekey != null,
  /** who is received reads what everybody reads, and a code */
  alike: (answered: unknown, mark: string) => {
    const sent = answered as Sent
    return sent.received && sent.code && sent.files.length === 0
      ? { own: sent.code, marked: { ...sent, code: mark } }
      : null
  },
}

/** A fresh form: its own random bits, its own challenge. */
export const loader = forAnyone(async ({ house }) => {
  const { keys, clock, settings } = house
  const now = clock.wall()
  return {
    submission: issueSubmission(keys, now),
    challenge: settings.humanCheck === 'pow' ? await newChallenge(keys, now) : null,
    sitekey: settings.humanCheck === 'hcaptcha' ? (settings.hcaptcha?.sitekey ?? null) : null,
    vault: vaultIsThere(keys),
  }
})

type Sent =
  | { received: true; code: string | null; again: boolean; files: string[]; visit?: Day }
  | { received: false; typed: Typed; faults: FormFault[]; submission: string | null; again: string[] }

/** Takes a report in, or gives back everything typed with what is wrong beside it. */
export const action = forAnyone(async ({ house, request, incoming, spend, giveBack, setCookie }) => {
  const posted = await readPosted(request, incoming)
  if (await isReadingChoice(request, setCookie)) return returned(posted, typedReport(posted.fields), [])
  const read = await readReportForm(house, posted)
  if (!read.report) return returned(posted, read.typed, read.faults)
  const missing = notAgain(posted)
  if (missing.length > 0) return returned(posted, read.typed, [{ field: 'files', problem: 'notAgain', files: missing }])
  if (!spend('report')) return returned(posted, read.typed, [{ field: 'text', problem: 'tooOften' }])
  const { report } = read
  const sent = { fields: posted.fields, files: namesToChoose(posted) }
  const accepted = await carrying(house, sent, () => accept(house, report))
  if (accepted.again) giveBack('report')
  const { code } = accepted
  // the page's script sends the files beside the page, and then the form without them: that is one sending
  const uploaded = accepted.again && posted.fields.get('uploaded') ? sent.files : []
  const again = accepted.again && uploaded.length === 0
  const files = posted.files.length > 0 ? posted.files.map(({ name }) => fileName(name)) : uploaded
  const today = dayOf(house.clock.town())
  // sent again, it may have been received on another day: the thread names the day
  const visit = again ? {} : { visit: nextVisit(today, today) }
  return data<Sent>({ received: true, code: code && printReceipt(code), again, files, ...visit })
})

/** The form as it was sent keeps its random bits, so that a second try is still the same report. */
function returned(posted: Posted, typed: Typed, faults: FormFault[]) {
  const expired = faults.some(({ problem }) => problem === 'expired')
  const submission = expired ? null : posted.fields.get('submission')
  const sent = { received: false, typed, faults, submission, again: namesToChoose(posted) } as const
  return data<Sent>(sent, { status: statusOf(faults) })
}

function statusOf(faults: FormFault[]): number {
  if (faults.length === 0) return 200
  if (faults.some(({ problem }) => problem === 'tooOften')) return 429
  return faults.some(({ problem }) => problem === 'tooLarge' || problem === 'tooMuch') ? 413 : 422
}

/** One page, one required field; then the code, once. */
export default function ReportPage() {
  const { t } = useTranslation('frontDesk')
  const fresh = useLoaderData<typeof loader>()
  const sent = useActionData<Sent>()
  useReporterScript()
  if (sent?.received)
    return <Received code={sent.code} again={sent.again} visit={sent.visit ?? null} files={sent.files} />
  return (
    <PublicLayout here="/report" typing={REPORT_FORM}>
      <Callout tone="warn">
        <p>
          {t('network')}{' '}
          <a href="/about" className="link whitespace-nowrap" {...BESIDE}>
            {t('networkMore')}
          </a>
        </p>
      </Callout>
      <h1 className="text-xl">{t('heading')}</h1>
      <p className="mt-1 mb-6 text-muted">{t('lead')}</p>
      <ReportForm {...fresh} submission={sent?.submission ?? fresh.submission} returned={sent} />
    </PublicLayout>
  )
}
