import { Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { formatClock, formatDay } from '#app/ui/day-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { type Oversight, readOversight } from '#workflows/reading/oversight.ts'
import { DatedTable } from './dated-table.tsx'
import { OrderTable } from './order-table.tsx'
import { OVERSIGHT_ROLES } from './oversight-roles.ts'
import { listAddress, screenAsked } from './screen-address.ts'
import { ScreenFilter } from './screen-filter.tsx'
import { Section } from './section.tsx'
import { UnitGroups } from './unit-groups.tsx'
import { useFresh } from './use-fresh.ts'

export const handle = { title: 'oversight:title' }

export const loader = forStaff(OVERSIGHT_ROLES, async ({ house, by, request }) => {
  const asked = screenAsked(new URL(request.url).searchParams)
  return { ...(await readOversight(house, by, asked)), asked }
})

/** What units are late with and what falls due, by date: on a wall with large letters, on a phone as cards. */
export default function Screen() {
  const { t, i18n } = useTranslation('oversight')
  const screen = useLoaderData<typeof loader>()
  const { asked, late, soon, office, officeFigures, orders, referrals, today } = screen
  useFresh(asked.wall)
  const Dated = asked.byUnit ? UnitGroups : DatedTable
  const moreOf = (list: 'late' | 'soon' | 'office', more: boolean) =>
    more ? listAddress({ list, unit: asked.unit, rung: asked.rung, after: null }) : null
  return (
    <div className="min-[1700px]:[--text-base:1.3rem] min-[1700px]:[--text-sm:1.16rem] min-[1700px]:[--text-xl:1.9rem]">
      <PageHead
        title={t('title')}
        lead={
          <>
            {formatDay(today, i18n.language)} · {t('asOf', { time: formatClock(new Date(screen.at)) })}
          </>
        }
      >
        <ScreenFilter asked={asked} unit={unitNamed(screen)} />
      </PageHead>
      <div className="gap-x-10 min-[1500px]:grid min-[1500px]:grid-cols-[minmax(0,1.03fr)_minmax(0,1fr)]">
        <div>
          <Section
            id="late"
            title={t('late.title')}
            calm={t('late.calm')}
            isCalm={late.lines.length === 0}
            more={moreOf('late', late.more)}
          >
            <Dated caption={t('late.title')} lines={late.lines} today={today} asked={asked} />
          </Section>
          <Section
            id="orders"
            title={t('orders.title')}
            calm={t('orders.calm')}
            isCalm={orders.lines.length === 0}
            more="/oversight/orders"
          >
            <OrderTable caption={t('orders.title')} orders={orders.lines} today={today} mayRead={screen.readsCases} />
          </Section>
        </div>
        <div>
          <Section
            id="soon"
            title={t('soon.title')}
            calm={t('soon.calm')}
            isCalm={soon.lines.length === 0}
            more={moreOf('soon', soon.more)}
          >
            <Dated caption={t('soon.title')} lines={soon.lines} today={today} asked={asked} />
          </Section>
          {office && (
            <Section
              id="office"
              title={t('office.title')}
              calm={t('office.calm')}
              isCalm={office.lines.length === 0}
              more={moreOf('office', office.more)}
            >
              <DatedTable caption={t('office.title')} lines={office.lines} today={today} asked={asked} office />
            </Section>
          )}
          {officeFigures && <OfficeFigures {...officeFigures} />}
          {referrals.lines.length > 0 && (
            <Section id="referrals" title={t('referrals.title')} calm="" isCalm={false}>
              <ul className="divide-y divide-line border-b border-line text-sm print:text-[9pt]">
                {referrals.lines.map(({ id, number, on }) => (
                  <li key={id} className="flex flex-wrap gap-x-4 px-2 py-2">
                    <Link to={`/oversight/referrals/${id}`} className="link">
                      {number}
                    </Link>
                    <span className="text-muted">{t('referrals.since', { day: formatDay(on, i18n.language) })}</span>
                  </li>
                ))}
              </ul>
            </Section>
          )}
        </div>
      </div>
      <p className="max-w-measure text-sm text-muted print:hidden">
        {t(screen.readsCases ? 'rules' : 'rulesForLeader')}
      </p>
    </div>
  )
}

/** About how much the office itself is late with, for whoever may see no single date of it. */
function OfficeFigures({ takenOn, late }: NonNullable<Oversight['officeFigures']>) {
  const { t, i18n } = useTranslation('oversight')
  return (
    <Section id="office" title={t('office.title')} calm="" isCalm={false}>
      <p className="py-2">
        {takenOn !== null && (late === null ? t('office.few') : t('office.about', { count: late }))}{' '}
        <span className="text-sm text-muted">
          {takenOn === null ? t('office.notYet') : t('office.takenOn', { day: formatDay(takenOn, i18n.language) })}
        </span>
      </p>
    </Section>
  )
}

/** The unit that the screen is narrowed to, by the name one of its lines gives it. */
function unitNamed({ asked, late, soon, orders }: ReturnType<typeof useLoaderData<typeof loader>>): string | null {
  const units = [...late.lines, ...soon.lines, ...orders.lines].flatMap(({ unit }) => unit ?? [])
  return asked.unit && (units.find(({ id }) => id === asked.unit)?.name ?? null)
}
