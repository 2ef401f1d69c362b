import type { ReactNode } from 'react'

/** What has been · what holds now · what is still to come · what is late. */
export type StopStanding = 'done' | 'now' | 'ahead' | 'late'
export type Stop = { key: string; title: ReactNode; on?: ReactNode; standing: StopStanding }
export type Lane = {
  /** 属地 or 主管部门, and the unit that holds the letter */
  name: ReactNode
  unit: ReactNode
  /** 主办 or 协办 */
  duty?: ReactNode
  stops: readonly Stop[]
}

const DOTS: Record<StopStanding, string> = {
  done: 'bg-qing border-qing',
  now: 'bg-paper border-qing ring-4 ring-qing-wash',
  ahead: 'bg-paper border-edge',
  late: 'bg-red border-red rounded-none!',
}
const TITLES: Record<StopStanding, string> = {
  done: '',
  now: 'font-semibold text-qing',
  ahead: 'text-muted',
  late: 'font-semibold text-red',
}

/** One of the two tracks: its unit, then its stops down the line; the line stands at the inner edge, so that both meet the forks. */
export function TrackLane({ lane, side }: { lane: Lane; side: 'left' | 'right' }) {
  const left = side === 'left'
  return (
    <div className={left ? 'mr-8 border-r-2 border-qing pr-4 text-right' : 'ml-8 border-l-2 border-qing pl-4'}>
      <p className="text-sm text-muted">
        {lane.name}
        {lane.duty && <> · {lane.duty}</>}
      </p>
      <p className="mb-2 leading-snug font-semibold">{lane.unit}</p>
      <ol className="space-y-2 text-sm">
        {lane.stops.map(({ key, title, on, standing }) => (
          <li key={key} aria-current={standing === 'now' ? 'step' : undefined} className="relative">
            <span
              aria-hidden="true"
              className={`absolute top-1.5 size-3 rounded-full border-2 ${left ? '-right-[23px]' : '-left-[23px]'} ${DOTS[standing]}`}
            />
            <span className={TITLES[standing]}>{title}</span>
            {on && <span className="block text-muted">{on}</span>}
          </li>
        ))}
      </ol>
    </div>
  )
}
