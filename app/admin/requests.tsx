import { redirect } from '@remix-run/node'
import { Form, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { DifferenceList } from '#app/ui/difference-list.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { type ProposedAccount, readProposed } from '#workflows/reading/account-requests.ts'
import { withdrawRequest } from '#workflows/settings-desk/account-requests.ts'
import { ADMIN_ROLES } from './admin-roles.ts'

export const handle = { title: 'accounts:requests.title' }

export const loader = forStaff(ADMIN_ROLES, async ({ house }) => ({ rows: await readProposed(house) }))

export const action = forStaff(ADMIN_ROLES, async ({ house, by, request }) => {
  const form = await request.formData()
  const outcome = await withdrawRequest(house, by, String(form.get('withdraw') ?? ''))
  if (outcome.kind === 'refused') throw problem('404')
  return redirect('/admin/requests?done=withdrawn', 303)
})

/** What administrators proposed about accounts, how far it is, and the check code for its owner. */
export default function Requests() {
  const { t, i18n } = useTranslation(['accounts', 'session'])
  const { rows } = useLoaderData<typeof loader>()
  const [search] = useSearchParams()
  const busy = useNavigation().state === 'submitting'
  const done = search.get('done')
  const stateOf = ({ state, confirmer, decider, slipOut }: ProposedAccount) => {
    const said = t(`accounts:requests.states.${state}`, {
      confirmer: t(`session:roles.${confirmer}`),
      name: decider ?? t('accounts:terminal'),
    })
    return slipOut ? `${said} · ${t('accounts:requests.slipOut')}` : said
  }
  const columns: Column<ProposedAccount>[] = [
    { key: 'what', head: t('accounts:columns.what'), cell: ({ act }) => t(`accounts:acts.${act}`) },
    {
      key: 'who',
      head: t('accounts:columns.who'),
      cell: ({ name, login }) => (
        <>
          <span lang="zh-CN">{name}</span> <span className="text-muted">{login}</span>
        </>
      ),
    },
    { key: 'says', head: t('accounts:columns.says'), cell: ({ says }) => <DifferenceList differences={says} /> },
    {
      key: 'proposer',
      head: t('accounts:columns.proposer'),
      cell: ({ proposer, proposedOn }) =>
        t('accounts:proposedBy', {
          name: proposer ?? t('accounts:terminal'),
          day: formatDay(proposedOn, i18n.language),
        }),
    },
    {
      key: 'check',
      head: t('accounts:columns.check'),
      cell: ({ checkCode }) => checkCode && <code className="font-mono whitespace-nowrap">{checkCode}</code>,
    },
    {
      key: 'state',
      head: t('accounts:columns.state'),
      cell: (row) => (
        <>
          <span>{stateOf(row)}</span>
          {row.state === 'open' && (
            <Form method="post" className="mt-1 print:hidden">
              <FormMark />
              <HiddenInputs values={{ withdraw: row.id }} />
              <Button look="quiet" small busy={busy} busyLabel={t('accounts:requests.withdrawing')}>
                {t('accounts:requests.withdraw')}
              </Button>
            </Form>
          )}
        </>
      ),
    },
  ]
  return (
    <>
      <PageHead title={t('accounts:requests.title')} lead={t('accounts:requests.lead')} />
      {(done === 'sent' || done === 'withdrawn') && <Callout>{t(`accounts:requests.${done}`)}</Callout>}
      <DataTable
        caption={t('accounts:requests.title')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        empty={
          <Empty title={t('accounts:requests.none')}>
            <p>{t('accounts:requests.noneAdvice')}</p>
          </Empty>
        }
      />
    </>
  )
}
