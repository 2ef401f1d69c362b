import { useTranslation } from 'react-i18next'
import { formatDay } from '#app/ui/day-words.ts'
import { type Moment, Timeline } from '#app/ui/timeline.tsx'
import type { LetterPage } from '#workflows/reading/letter-page.ts'

const PARTS = ['facts', 'measures', 'effect', 'prevention', 'upkeep'] as const
type Dated = Moment & { on: string }

/** What the unit and the office said to each other on this letter, day by day. */
export function LetterHistory({ letter }: { letter: LetterPage }) {
  const { t, i18n } = useTranslation('handling')
  const day = (on: string) => formatDay(on, i18n.language)
  const moment = (key: string, on: string, title: string, body?: Moment['body']): Dated => ({
    key,
    on,
    title,
    at: day(on),
    instant: on,
    body,
  })
  const moments: Dated[] = [
    moment('issued', letter.issuedOn, t('history.issued')),
    ...(letter.acknowledgedOn ? [moment('acknowledged', letter.acknowledgedOn, t('history.acknowledged'))] : []),
    ...letter.objections.map((one) =>
      moment(
        one.id,
        one.on,
        t('history.objected'),
        <>
          {one.grounds}
          <Ruling label={t(`history.ruling.${one.ruling ?? 'awaited'}`)} grounds={one.rulingGrounds} />
        </>,
      ),
    ),
    ...letter.extensions.map((one) =>
      moment(
        one.id,
        one.on,
        t('history.asked', { count: one.days }),
        <>
          {one.grounds}
          <Ruling
            label={t(`history.extension.${one.granted === null ? 'awaited' : one.granted ? 'granted' : 'refused'}`)}
            grounds={one.rulingGrounds}
          />
        </>,
      ),
    ),
    ...letter.results.map((one) =>
      moment(
        one.id,
        one.on,
        t(one.returned === null ? 'history.submitted' : 'history.submittedAndReturned'),
        <>
          {PARTS.map(
            (part) =>
              one[part] && (
                <p key={part}>
                  <span className="font-medium">{t('history.part', { name: t(`fields.${part}`) })}</span>
                  {one[part]}
                </p>
              ),
          )}
          {one.returned !== null && <Ruling label={t('history.missing')} grounds={one.returned} />}
        </>,
      ),
    ),
    ...letter.orders.flatMap((one) => [
      moment(one.id, one.issuedOn, `${t('history.ordered')} ${one.number}`, one.text),
      ...(one.answeredOn
        ? [moment(`${one.id} answered`, one.answeredOn, `${t('history.answered')} ${one.number}`, one.answer)]
        : []),
    ]),
  ]
  // acts of one day stay in the order in which they can follow each other
  return <Timeline moments={moments.toSorted((a, b) => (a.on < b.on ? -1 : a.on > b.on ? 1 : 0))} />
}

const Ruling = ({ label, grounds }: { label: string; grounds: string | null }) => (
  <span className="mt-1 block border-l-3 border-line pl-3">
    <span className="font-medium">{label}</span>
    {grounds && <span className="block">{grounds}</span>}
  </span>
)
