import { Link } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { QueueState } from '#workflows/reading/desk-queue.ts'
import type { Narrowing, NarrowingNames } from '#workflows/reading/queue-filter.ts'
import { queueAddress } from './queue-address.ts'
import { useNarrowingWords } from './use-narrowing-words.ts'

/** What an officer asks for all day, always at hand: one click on, one click off. */
const ALWAYS: readonly Narrowing[] = [{ holder: 'me' }, { holder: 'nobody' }, { due: 'late' }, { due: 'week' }]
const NO_NAMES: NarrowingNames = { kind: null, place: null, holder: null }

const CHIP =
  'inline-flex min-h-9 items-center rounded-full border border-edge px-3 text-sm text-muted no-underline hover:border-qing hover:text-qing aria-[current]:border-qing aria-[current]:bg-qing-wash aria-[current]:font-medium aria-[current]:text-qing'

/** The filters of a queue as chips: the usual ones to put on and off, the others to take away. Each is a link, for the address is the filter. */
export function QueueChips({ state, narrow, names }: { state: QueueState; narrow: Narrowing; names: NarrowingNames }) {
  const { t } = useTranslation(['queues', 'desk'])
  const usual = ALWAYS.map((one) => ({ one, isOn: isPartOf(one, narrow) }))
  const words = useNarrowingWords(narrow, names)
  const others = words.filter(({ part }) => !usual.some(({ one, isOn }) => isOn && part in one))
  return (
    <ul aria-label={t('desk:queue.narrow')} className="flex flex-wrap gap-2 print:hidden">
      {usual.map(({ one, isOn }) => (
        <li key={Object.values(one).join()}>
          <Link
            to={queueAddress(state, isOn ? without(narrow, one) : { ...narrow, ...one })}
            aria-current={isOn ? 'true' : undefined}
            className={CHIP}
          >
            {isOn && <span aria-hidden="true">✓&nbsp;</span>}
            <Usual narrow={one} />
          </Link>
        </li>
      ))}
      {others.map(({ part, word }) => (
        <li key={part}>
          <Link
            to={queueAddress(state, { ...narrow, [part]: undefined })}
            aria-label={t('queues:remove', { name: word })}
            aria-current="true"
            className={CHIP}
          >
            {word}
            <span aria-hidden="true">&nbsp;✕</span>
          </Link>
        </li>
      ))}
      {words.length > 1 && (
        <li>
          <Link to={queueAddress(state, {})} className="link inline-flex min-h-9 items-center px-1 text-sm">
            {t('queues:clear')}
          </Link>
        </li>
      )}
    </ul>
  )
}

function Usual({ narrow }: { narrow: Narrowing }) {
  const [said] = useNarrowingWords(narrow, NO_NAMES)
  return said?.word
}

const isPartOf = (one: Narrowing, narrow: Narrowing) =>
  (one.holder === undefined || one.holder === narrow.holder) && (one.due === undefined || one.due === narrow.due)
const without = (narrow: Narrowing, one: Narrowing): Narrowing => ({
  ...narrow,
  ...(one.holder ? { holder: undefined } : {}),
  ...(one.due ? { due: undefined } : {}),
})
