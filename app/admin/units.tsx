import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readUnits, type UnitsAsked } from '#workflows/reading/units-tree.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { UnitRow } from './unit-row.tsx'

export const handle = { title: 'units:title' }

const SHOWN = ['tree', 'withoutPeople', 'closed'] as const satisfies readonly UnitsAsked['show'][]
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const MOST_SEARCHED = 60

export const loader = forStaff(ADMIN_ROLES, async ({ house, request }) => {
  const { searchParams } = new URL(request.url)
  const at = searchParams.get('at') ?? ''
  const asked: UnitsAsked = {
    at: UUID.test(at) ? at : null,
    search: (searchParams.get('q') ?? '').trim().slice(0, MOST_SEARCHED),
    show: SHOWN.find((each) => each === searchParams.get('show')) ?? 'tree',
  }
  return { ...(await readUnits(house, asked)), asked }
})

/** The unit tree by place, open along one way; or what was searched for. */
export default function Units() {
  const { t } = useTranslation(['units', 'site'])
  const { entries, total, more, asked } = useLoaderData<typeof loader>()
  const isTree = asked.search === '' && asked.show === 'tree'
  return (
    <>
      <PageHead title={t('units:title')} lead={t('units:lead', { count: total })}>
        <LinkButton to={asked.at ? `/admin/units/new?under=${asked.at}` : '/admin/units/new'} look="primary" small>
          {t('units:new.title')}
        </LinkButton>
        <LinkButton to="/admin/imports" small>
          {t('units:import')}
        </LinkButton>
      </PageHead>
      <div className="mb-4 flex flex-wrap items-end gap-x-6 gap-y-3">
        <Form role="search" className="flex gap-2">
          <input
            type="search"
            name="q"
            aria-label={t('units:search')}
            placeholder={t('units:search')}
            defaultValue={asked.search}
            className="control"
          />
          <div className="shrink-0">
            <Button look="quiet">{t('site:buttons.search')}</Button>
          </div>
        </Form>
        <ul className="flex flex-wrap gap-x-4 text-sm">
          {SHOWN.map((show) => (
            <li key={show}>
              <Link
                to={show === 'tree' ? '/admin/units' : `/admin/units?show=${show}`}
                aria-current={asked.show === show && asked.search === '' ? 'true' : undefined}
                className="link aria-[current]:font-semibold aria-[current]:no-underline"
              >
                {t(`units:show.${show}`)}
              </Link>
            </li>
          ))}
        </ul>
      </div>
      {entries.length === 0 ? (
        <Empty title={t(total === 0 ? 'units:empty.none' : 'units:empty.notFound')}>
          <p>{t(total === 0 ? 'units:empty.noneAdvice' : 'units:empty.notFoundAdvice')}</p>
        </Empty>
      ) : (
        <ul aria-label={t('units:title')} className="border-t border-line">
          {entries.map((entry) => (
            <UnitRow key={entry.id} entry={entry} inTree={isTree} />
          ))}
        </ul>
      )}
      {more && <p className="mt-3 text-sm text-muted">{t('units:more')}</p>}
    </>
  )
}
