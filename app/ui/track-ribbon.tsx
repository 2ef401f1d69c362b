import type { ReactNode } from 'react'
import { TrackLane, type Lane } from './track-lane.tsx'

type TrackRibbonProps = {
  /** what is drawn, for those who hear it: 「两条办理轨道:…」 */
  label: string
  /** where the two letters left: the act and its date */
  split: { title: ReactNode; on?: string }
  territory: Lane
  department: Lane
  /** where both come together again, and whether they have */
  join: { title: ReactNode; on?: string; reached: boolean }
}

/** The dual assignment as a ribbon: one line that splits into two tracks, each with its dates, and joins when both are in. */
export function TrackRibbon({ label, split, territory, department, join }: TrackRibbonProps) {
  return (
    <section aria-label={label} className="mb-6 tabular-nums">
      <Knot {...split} filled />
      <Fork d="M33 0C33 22 1 10 1 32M33 0C33 22 65 10 65 32" open={false} />
      <div className="grid grid-cols-2">
        <TrackLane lane={territory} side="left" />
        <TrackLane lane={department} side="right" />
      </div>
      <Fork d="M1 0C1 22 33 10 33 32M65 0C65 22 33 10 33 32" open={!join.reached} />
      <Knot {...join} filled={join.reached} />
    </section>
  )
}

function Knot({ title, on, filled }: { title: ReactNode; on?: string; filled: boolean }) {
  return (
    <p className="text-center">
      <span
        className={`inline-block rounded-full border-2 border-qing px-4 py-0.5 text-sm font-medium ${
          filled ? 'bg-qing text-on-qing' : 'border-dashed bg-paper text-qing'
        }`}
      >
        {title}
        {on && <> · {on}</>}
      </span>
    </p>
  )
}

/** The two curves between a knot and the lanes; dashed while the lanes have not come together. */
const Fork = ({ d, open }: { d: string; open: boolean }) => (
  <svg viewBox="0 0 66 32" width="66" height="32" className="mx-auto block text-qing" aria-hidden="true">
    <path d={d} fill="none" stroke="currentColor" strokeWidth="2" strokeDasharray={open ? '4 4' : undefined} />
  </svg>
)
