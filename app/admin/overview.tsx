import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { DefinitionList } from '#app/ui/definition-list.tsx'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { type Concern, readStanding } from '#workflows/reading/house-standing.ts'
import { ADMIN_ROLES } from './admin-roles.ts'

export const handle = { title: 'admin:title' }

export const loader = forStaff(ADMIN_ROLES, async ({ house }) => readStanding(house))

/** Where each concern is put right. */
const PAGE_OF: Record<Concern['about'], string> = {
  noUnits: '/admin/imports',
  yearMissing: '/admin/holidays',
  provisional: '/admin/holidays',
  unitsWithoutPeople: '/admin/units?show=withoutPeople',
  rolesWithoutPeople: '/admin/people',
  heldByNobodyActive: '/admin/people',
}

/** What stands out about the house; nothing of its cases but how many. */
export default function Overview() {
  const { t } = useTranslation(['admin', 'session'])
  const { concerns, units, people, years } = useLoaderData<typeof loader>()
  return (
    <>
      <PageHead title={t('admin:title')} lead={t('admin:lead')} />
      {concerns.length === 0 ? (
        <Empty title={t('admin:concerns.none')}>
          <p>{t('admin:concerns.noneAdvice')}</p>
        </Empty>
      ) : (
        <ul className="mb-6 divide-y divide-line border-y border-line">
          {concerns.map((concern) => (
            <li key={`${concern.about} ${concern.year ?? ''}`} className="py-2">
              <Link to={PAGE_OF[concern.about]} className="link">
                {t(`admin:concerns.${concern.about}`, {
                  count: concern.count,
                  year: concern.year,
                  roles: concern.roles?.map((role) => t(`session:roles.${role}`)).join(t('admin:comma')),
                })}
              </Link>
            </li>
          ))}
        </ul>
      )}
      <DefinitionList
        items={[
          { term: t('admin:figures.units'), is: t('admin:figures.open', { count: units }) },
          { term: t('admin:figures.people'), is: t('admin:figures.active', { count: people }) },
          {
            term: t('admin:figures.years'),
            is: years ? t('admin:figures.fromTo', years) : t('admin:figures.noYears'),
          },
        ]}
      />
    </>
  )
}
