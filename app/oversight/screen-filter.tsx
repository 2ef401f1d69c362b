import { Link } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { RUNGS } from '#workflows/deadlines/ladder.ts'
import { type ScreenAsked, screenAddress } from './screen-address.ts'

/** What the screen shows: of which card, by unit or by date; and how it is kept fresh. Links all: nothing needs scripts. */
export function ScreenFilter({ asked, unit }: { asked: ScreenAsked; unit: string | null }) {
  const { t } = useTranslation('oversight')
  if (asked.wall)
    return (
      <Link to={screenAddress(asked, { wall: false })} className="link text-sm">
        {t('filter.offWall')}
      </Link>
    )
  return (
    <nav aria-label={t('filter.label')} className="flex flex-wrap items-center gap-x-5 gap-y-1 text-sm">
      <span className="flex flex-wrap gap-x-3">
        <Choice to={screenAddress(asked, { rung: null })} current={asked.rung === null}>
          {t('filter.allRungs')}
        </Choice>
        {RUNGS.map((rung) => (
          <Choice key={rung} to={screenAddress(asked, { rung })} current={asked.rung === rung}>
            {t(`rungs.unit.${rung}`)}
          </Choice>
        ))}
      </span>
      <span className="flex flex-wrap gap-x-3">
        <Choice to={screenAddress(asked, { byUnit: false })} current={!asked.byUnit}>
          {t('filter.byDate')}
        </Choice>
        <Choice to={screenAddress(asked, { byUnit: true })} current={asked.byUnit}>
          {t('filter.byUnit')}
        </Choice>
      </span>
      {asked.unit && (
        <Link to={screenAddress(asked, { unit: null })} className="link">
          {t('filter.allUnits', { unit: unit ?? '' })}
        </Link>
      )}
      <Link to={screenAddress(asked, { wall: true })} className="link">
        {t('filter.onWall')}
      </Link>
      <Link to={screenAddress(asked)} reloadDocument className="link">
        {t('filter.reload')}
      </Link>
    </nav>
  )
}

const Choice = ({ to, current, children }: { to: string; current: boolean; children: ReactNode }) => (
  <Link
    to={to}
    aria-current={current ? 'true' : undefined}
    className="inline-flex min-h-9 items-center text-muted no-underline hover:text-qing aria-[current]:font-semibold aria-[current]:text-ink aria-[current]:underline aria-[current]:underline-offset-8"
  >
    {children}
  </Link>
)
