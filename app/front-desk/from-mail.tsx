import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { readPosted } from '#app/http/uploads.ts'
import { forAnyone } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { codeOfLink } from '#workflows/channels/code-of-link.ts'
import { printReceipt } from '#workflows/protection/receipt-code.ts'
import { Received } from './received.tsx'

export const handle = { title: 'frontDesk:fromMail.title', reporterScript: true }

/** This address holds what shows the code: what the page loads or leads to learns the site alone. */
export const headers = () => ({ 'Referrer-Policy': 'strict-origin' })

/** What mail servers and messengers open to look at it uses nothing up: the page has a button, whatever the link is. */
export const loader = forAnyone(async ({ request }) => ({ token: new URL(request.url).searchParams.get('t') ?? '' }))

type Shown = { code: string | null }

/** Shows the code, once. A link that was used, is over or never was gets the same answer. */
export const action = forAnyone(async ({ house, request }) => {
  const { fields } = await readPosted(request)
  const code = await codeOfLink(house, fields.get('t') ?? '')
  return data<Shown>({ code: code && printReceipt(code) }, { status: code ? 200 : 410 })
})

/** Where the link of a mail leads: a button, then the code. */
export default function FromMail() {
  const { t } = useTranslation('frontDesk')
  const { token } = useLoaderData<typeof loader>()
  const shown = useActionData<Shown>()
  if (shown?.code) return <Received code={shown.code} again={false} visit={null} />
  if (shown) return <Gone />
  return (
    <PublicLayout once>
      <Callout tone="warn">
        <p>{t('fromMail.network')}</p>
      </Callout>
      <PageHead title={t('fromMail.heading')} lead={t('fromMail.lead')} />
      <form method="post" action="/from-mail">
        <FormMark />
        <input type="hidden" name="t" value={token} />
        <Button busyLabel={t('fromMail.showing')}>{t('fromMail.show')}</Button>
      </form>
    </PublicLayout>
  )
}

function Gone() {
  const { t } = useTranslation('frontDesk')
  return (
    <PublicLayout once>
      <PageHead title={t('fromMail.gone.heading')} lead={t('fromMail.gone.lead')} />
      <p className="flex flex-wrap items-center gap-x-4 gap-y-2">
        {t('fromMail.gone.has')} <LinkButton to="/follow">{t('received.follow')}</LinkButton>
      </p>
      <p className="mt-6">{t('fromMail.gone.lost')}</p>
    </PublicLayout>
  )
}
