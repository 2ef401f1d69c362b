import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Tabs } from '#app/ui/tabs.tsx'
import { readsCases } from '#workflows/reading/oversight.ts'
import { readOrderList } from '#workflows/reading/supervision-papers.ts'
import { OrderTable } from './order-table.tsx'
import { type OrdersAsked, ordersAddress, ordersAsked } from './orders-address.ts'
import { OVERSIGHT_ROLES } from './oversight-roles.ts'

export const handle = { title: 'oversight:orders.title' }

export const loader = forStaff(OVERSIGHT_ROLES, async ({ house, by, request }) => {
  const asked: OrdersAsked = ordersAsked(new URL(request.url).searchParams)
  return { ...(await readOrderList(house, by, asked)), asked, mayRead: readsCases(by) }
})

/** Every supervision order: those that stand, and those that are settled. */
export default function Orders() {
  const { t } = useTranslation(['oversight', 'site'])
  const { orders, next, today, asked, mayRead } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead
        above={
          <Link to="/oversight" className="link">
            {t('oversight:title')}
          </Link>
        }
        title={t('oversight:orders.all')}
      />
      <Tabs
        label={t('oversight:orders.tabs')}
        tabs={[
          { to: ordersAddress(true), label: t('oversight:orders.open'), current: asked.open },
          { to: ordersAddress(false), label: t('oversight:orders.settled'), current: !asked.open },
        ]}
      />
      {orders.length === 0 ? (
        <p className="text-muted">{t('oversight:orders.calm')}</p>
      ) : (
        <OrderTable caption={t('oversight:orders.all')} {...{ orders, today, mayRead }} />
      )}
      <p className="mt-4 flex gap-3 print:hidden">
        {asked.after && (
          <LinkButton small to={ordersAddress(asked.open)}>
            {t('oversight:first')}
          </LinkButton>
        )}
        {next && (
          <LinkButton small to={ordersAddress(asked.open, next)}>
            {t('site:buttons.next')}
          </LinkButton>
        )}
      </p>
    </>
  )
}
