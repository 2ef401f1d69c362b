import { useTranslation } from 'react-i18next'

/** How far a date has come: reminded, a day before it, over it, to be ordered, told to the leader. */
type Rung = 'reminder' | 'yellow' | 'red' | 'order' | 'leader'

const LOOKS: Record<Rung, string> = {
  reminder: 'text-muted',
  yellow: 'bg-amber-wash text-amber',
  red: 'bg-red-wash text-red',
  order: 'bg-red-wash text-red',
  leader: 'bg-red-wash text-red',
}
/** A ring, a triangle, a card; then a card with one bar, and with two: the shape says what the colour says. */
const SHAPES: Record<Rung, string> = {
  reminder: 'M6 1.5a4.5 4.5 0 1 0 .01 0z',
  yellow: 'M6 1 11.5 11H.5z',
  red: 'M2 .5h8v11H2z',
  order: 'M2 .5h8v11H2zM3.5 5h5v2h-5z',
  leader: 'M2 .5h8v11H2zM3.5 3h5v2h-5zM3.5 7h5v2h-5z',
}

/** The card a date has drawn, by word, shape and colour. `of`: only units get cards; the office is simply late. */
export function RungMark({ rung, of = 'unit' }: { rung: Rung; of?: 'unit' | 'office' }) {
  const { t } = useTranslation('oversight')
  return (
    <span
      data-rung={rung}
      className={`inline-flex items-center gap-1 rounded-sm px-1.5 text-sm font-medium whitespace-nowrap ${LOOKS[rung]}`}
    >
      <svg viewBox="0 0 12 12" width="12" height="12" className="size-3 shrink-0" aria-hidden="true">
        <path
          d={SHAPES[rung]}
          fillRule="evenodd"
          fill={rung === 'reminder' ? 'none' : 'currentColor'}
          stroke={rung === 'reminder' ? 'currentColor' : 'none'}
        />
      </svg>
      {t(`rungs.${of}.${rung}`)}
    </span>
  )
}
