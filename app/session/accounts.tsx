import { data } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { problem } from '#app/http/problem.ts'
import { Callout } from '#app/ui/callout.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TOLD_OF_ACCOUNTS } from '#workflows/notices/catalogue.ts'
import { readAccounts } from '#workflows/reading/account-requests.ts'
import { type Decided, decideAccount } from '#workflows/settings-desk/decide-account.ts'
import { AccountPairs, NewAccounts } from './accounts-new.tsx'
import { AccountSlips } from './accounts-slips.tsx'
import { AccountsWaiting } from './accounts-waiting.tsx'
import { readFrame } from './frame.server.ts'
import { StaffFrame } from './staff-frame.tsx'
import { forStaff } from './who-may.server.ts'

export const handle: PageHandle = { hydrate: true, title: 'accounts:title' }

/** Also where something could not be done: what waits is what waits now. */
export const shouldRevalidate = () => true

export const loader = forStaff(TOLD_OF_ACCOUNTS, async (visit) => ({
  frame: await readFrame(visit),
  confirms: visit.by.roles.some((role) => role === 'head' || role === 'auditor'),
  where: `${visit.house.settings.publicUrl}/enrol`,
  ...(await readAccounts(visit.house, visit.by)),
}))

const MOST_AT_ONCE = 300
type NotDone = { id: string; why: Extract<Decided, { kind: 'refused' }>['code'] }

/** Decides what was ticked, one by one; answers with the slips on the page itself: no address leads back to them. */
export const action = forStaff(TOLD_OF_ACCOUNTS, async ({ house, by, request }) => {
  const form = await request.formData()
  const verdict = (['confirm', 'refuse'] as const).find((each) => each === form.get('verdict'))
  if (!verdict) throw problem('400')
  const ids = [...new Set(form.getAll('proposal').map(String))].slice(0, MOST_AT_ONCE)
  const slips = []
  const not: NotDone[] = []
  let done = 0
  for (const id of ids) {
    const decided = await decideAccount(house, by, id, verdict)
    if (decided.kind === 'refused') not.push({ id, why: decided.code })
    else done += 1
    if (decided.kind === 'decided' && decided.slip) slips.push(decided.slip)
  }
  return data({ ticked: ids.length, done, not, slips }, { status: not.length > 0 ? 409 : 200 })
})

/** What waits for the second person about accounts, who was added, and for the auditor who may not be second to whom. */
export default function Accounts() {
  const { t } = useTranslation('accounts')
  const { frame, confirms, where, waiting, elsewhere, fresh, pairs } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const said = (not: NotDone) => {
    const row = waiting.find(({ id }) => id === not.id)
    const why = t(`why.${not.why}`)
    return row ? t('not', { name: row.name, act: t(`acts.${row.act}`), why }) : why
  }
  return (
    <StaffFrame door={null} {...frame}>
      <PageHead title={t('title')} lead={t('lead')} />
      {answer && answer.not.length > 0 && (
        <Callout tone="warn">
          {answer.not.map((not) => (
            <p key={not.id}>{said(not)}</p>
          ))}
        </Callout>
      )}
      {answer && (answer.done > 0 || answer.ticked === 0) && (
        <Callout>
          <p role="status">{answer.ticked === 0 ? t('nothingTicked') : t('done', { count: answer.done })}</p>
        </Callout>
      )}
      {answer && answer.slips.length > 0 && <AccountSlips slips={answer.slips} where={where} />}
      {confirms && <AccountsWaiting waiting={waiting} elsewhere={elsewhere} />}
      <NewAccounts fresh={fresh} />
      {pairs && <AccountPairs pairs={pairs} />}
    </StaffFrame>
  )
}
