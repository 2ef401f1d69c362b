import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { buttonLook } from '#app/ui/button-look.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readFrame } from './frame.server.ts'
import { StaffFrame } from './staff-frame.tsx'
import { forStaff } from './who-may.server.ts'

export const handle: PageHandle = { hydrate: true, title: 'session:doorsPage.title' }

export const loader = forStaff([], readFrame)

/** Where an officer begins whose work has no page here: who they are, and what everyone may read. */
export default function Doors() {
  const { t } = useTranslation('session')
  const frame = useLoaderData<typeof loader>()
  return (
    <StaffFrame door={null} {...frame}>
      <PageHead title={t('doorsPage.title')} />
      <Empty title={t('doorsPage.nothing')}>
        <p>{t('doorsPage.read')}</p>
        <p className="mt-4 flex flex-wrap gap-3">
          <a href="/cases" className={buttonLook('quiet')}>
            {t('doorsPage.cases')}
          </a>
          <a href="/figures" className={buttonLook('quiet')}>
            {t('doorsPage.figures')}
          </a>
        </p>
      </Empty>
    </StaffFrame>
  )
}
