import { useTranslation } from 'react-i18next'
import { commaOf } from '#app/ui/comma.ts'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import type { AccountsPage } from '#workflows/reading/account-requests.ts'
import type { Role } from '#workflows/roles/roles.ts'

type Fresh = AccountsPage['fresh'][number]
type Pair = NonNullable<AccountsPage['pairs']>[number]

/** Who was added to the office, or may do more than before: everybody who works there reads it. */
export function NewAccounts({ fresh }: { fresh: Fresh[] }) {
  const { t, i18n } = useTranslation(['accounts', 'session'])
  const comma = commaOf(i18n.language)
  const columns: Column<Fresh>[] = [
    { key: 'name', head: t('accounts:fresh.name'), cell: ({ name }) => <span lang="zh-CN">{name}</span> },
    { key: 'unit', head: t('accounts:fresh.unit'), cell: ({ unit }) => <span lang="zh-CN">{unit}</span> },
    {
      key: 'roles',
      head: t('accounts:fresh.roles'),
      cell: ({ roles }) => (roles ?? []).map((role) => t(`session:roles.${role as Role}`)).join(comma),
    },
    {
      key: 'since',
      head: t('accounts:fresh.since'),
      cell: ({ set_up_on }) => set_up_on && formatDay(set_up_on, i18n.language),
    },
    { key: 'maker', head: t('accounts:fresh.maker'), cell: ({ maker }) => maker ?? t('accounts:terminal') },
  ]
  return (
    <section aria-labelledby="fresh" className="mb-10 print:hidden">
      <h2 id="fresh" className="mb-2 text-lg">
        {t('accounts:fresh.title')}
      </h2>
      <DataTable
        caption={t('accounts:fresh.title')}
        columns={columns}
        rows={fresh}
        keyOf={({ id }) => id}
        empty={<p className="text-muted">{t('accounts:fresh.none')}</p>}
      />
      <p className="mt-3 max-w-measure text-sm text-muted">
        {t('accounts:fresh.rule')} {t('accounts:fresh.doubt')}
      </p>
    </section>
  )
}

/** For the auditor: between which accounts an act of two people is refused, and why one should look at them. */
export function AccountPairs({ pairs }: { pairs: Pair[] }) {
  const { t, i18n } = useTranslation('accounts')
  const columns: Column<Pair>[] = [
    { key: 'account', head: t('pairs.account'), cell: ({ name }) => <span lang="zh-CN">{name}</span> },
    {
      key: 'others',
      head: t('pairs.others'),
      cell: ({ others }) => <span lang="zh-CN">{others.join(commaOf(i18n.language))}</span>,
    },
    { key: 'maker', head: t('fresh.maker'), cell: ({ maker }) => maker ?? t('terminal') },
  ]
  return (
    <section aria-labelledby="pairs" className="mb-10 print:hidden">
      <h2 id="pairs" className="mb-2 text-lg">
        {t('pairs.title')}
      </h2>
      <p className="mb-2 max-w-measure text-muted">{t('pairs.lead')}</p>
      <DataTable
        caption={t('pairs.title')}
        columns={columns}
        rows={pairs}
        keyOf={({ id }) => id}
        empty={<p className="text-muted">{t('pairs.none')}</p>}
      />
    </section>
  )
}
