import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { DifferenceList } from '#app/ui/difference-list.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import type { AccountRequest } from '#workflows/reading/account-requests.ts'

const FORM = 'decide'

/** What waits for this officer's yes or no, ticked and decided together. */
export function AccountsWaiting({ waiting, elsewhere }: { waiting: AccountRequest[]; elsewhere: number }) {
  const { t, i18n } = useTranslation('accounts')
  const busy = useNavigation().formData?.get('verdict')
  const columns: Column<AccountRequest>[] = [
    { key: 'what', head: t('columns.what'), cell: ({ act }) => t(`acts.${act}`) },
    {
      key: 'who',
      head: t('columns.who'),
      cell: ({ name, login }) => (
        <>
          <span lang="zh-CN">{name}</span> <span className="text-muted">{login}</span>
        </>
      ),
    },
    { key: 'says', head: t('columns.says'), cell: ({ says }) => <DifferenceList differences={says} /> },
    {
      key: 'proposer',
      head: t('columns.proposer'),
      cell: ({ proposer, proposedOn }) =>
        t('proposedBy', { name: proposer ?? t('terminal'), day: formatDay(proposedOn, i18n.language) }),
    },
  ]
  return (
    <section aria-labelledby="waiting" className="mb-10 print:hidden">
      <h2 id="waiting" className="mb-2 text-lg">
        {t('waiting')}
      </h2>
      <DataTable
        caption={t('waiting')}
        columns={columns}
        rows={waiting}
        keyOf={({ id }) => id}
        tick={{
          form: FORM,
          name: 'proposal',
          all: t('tickAll'),
          box: ({ id, name, act }) => ({ value: id, label: t('tick', { name, act: t(`acts.${act}`) }) }),
        }}
        empty={
          <Empty title={t('none')}>
            <p>{t('noneAdvice')}</p>
          </Empty>
        }
      />
      {waiting.length > 0 && (
        <Form method="post" id={FORM} className="mt-4">
          <FormMark />
          <p className="mb-3 max-w-measure text-sm text-muted">{t('confirmMeans')}</p>
          <div className="flex flex-wrap gap-3">
            <Button name="verdict" value="confirm" busy={busy === 'confirm'} busyLabel={t('deciding')}>
              {t('confirm')}
            </Button>
            <Button look="quiet" name="verdict" value="refuse" busy={busy === 'refuse'} busyLabel={t('deciding')}>
              {t('refuse')}
            </Button>
          </div>
        </Form>
      )}
      {elsewhere > 0 && <p className="mt-3 text-sm text-muted">{t('elsewhere', { count: elsewhere })}</p>}
    </section>
  )
}
