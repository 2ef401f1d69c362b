import { useTranslation } from 'react-i18next'
import { Callout } from '#app/ui/callout.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import type { FirstSecret } from '#workflows/settings-desk/imports.ts'

/** First passwords and one-time secrets, to be printed, cut apart and handed over: they are not shown again. */
export function FirstSecrets({ secrets }: { secrets: FirstSecret[] }) {
  const { t } = useTranslation('imports')
  const columns: Column<FirstSecret>[] = [
    { key: 'name', head: t('name'), cell: ({ name }) => <span lang="zh-CN">{name}</span> },
    { key: 'login', head: t('key'), cell: ({ login }) => login },
    { key: 'password', head: t('password'), cell: ({ password }) => <code className="font-mono">{password}</code> },
    {
      key: 'secret',
      head: t('secret'),
      cell: ({ oneTimeSecret }) => <code className="font-mono">{oneTimeSecret}</code>,
    },
  ]
  return (
    <section className="mb-6">
      <Callout tone="warn" title={t('once')}>
        <p>{t('onceAdvice')}</p>
      </Callout>
      <DataTable caption={t('once')} columns={columns} rows={secrets} keyOf={({ login }) => login} />
    </section>
  )
}
