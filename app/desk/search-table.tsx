import { useTranslation } from 'react-i18next'
import { Badge } from '#app/ui/badge.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import type { Hit } from '#workflows/reading/search.ts'
import { useCaseWord } from './use-case-word.ts'

const FLAGS = ['reprisal', 'urgent'] as const

/** A line a case: what it is, and the sentence it was found by. */
export function SearchTable({ hits }: { hits: Hit[] }) {
  const { t, i18n } = useTranslation(['search', 'desk'])
  const word = useCaseWord()
  const hasPassages = hits.some(({ passages, isClosed }) => isClosed || passages.length > 0)
  const columns: Column<Hit>[] = [
    {
      key: 'number',
      head: t('desk:queue.number'),
      cell: ({ number }) => <span className="whitespace-nowrap">{number}</span>,
    },
    {
      key: 'state',
      head: t('desk:queue.state'),
      cell: (hit) => (
        <span className="flex flex-wrap items-baseline gap-x-2 gap-y-1">
          {word('states', hit.life)}
          {FLAGS.filter((flag) => hit[flag]).map((flag) => (
            <Badge key={flag} strong>
              {t(`desk:flags.${flag}`)}
            </Badge>
          ))}
        </span>
      ),
    },
    {
      key: 'kind',
      head: t('desk:queue.kind'),
      cell: ({ kind }) =>
        kind ? i18n.language === 'en' ? kind.en : kind.zh : <Muted>{t('desk:queue.notClassified')}</Muted>,
    },
    {
      key: 'place',
      head: t('desk:queue.place'),
      cell: ({ place }) => place ?? <Muted>{t('desk:queue.placeUnknown')}</Muted>,
    },
    {
      key: 'received',
      head: t('received'),
      cell: ({ receivedOn }) => <span className="whitespace-nowrap">{formatDay(receivedOn, i18n.language)}</span>,
    },
    ...(hasPassages ? [{ key: 'found', head: t('foundIn'), cell: (hit: Hit) => <Passages hit={hit} /> }] : []),
  ]
  return (
    <DataTable
      caption={t('caption')}
      columns={columns}
      rows={hits}
      keyOf={({ id }) => id}
      to={({ id }) => `/desk/cases/${id}`}
    />
  )
}

/** Each sentence with what it stands in; a case found by its number alone has none. */
function Passages({ hit: { passages, isClosed } }: { hit: Hit }) {
  const { t } = useTranslation('search')
  if (isClosed) return <Muted>{t('found.closed')}</Muted>
  if (passages.length === 0) return <Muted>{t('found.number')}</Muted>
  return (
    <ul className="max-w-measure space-y-1">
      {passages.map(({ name, pieces }, at) => (
        <li key={at}>
          <Badge>{t(`found.${name}`)}</Badge>{' '}
          {pieces.map(({ text, found }, piece) =>
            found ? (
              <mark key={piece} className="bg-qing-wash font-semibold text-ink underline decoration-qing">
                {text}
              </mark>
            ) : (
              text
            ),
          )}
        </li>
      ))}
    </ul>
  )
}

const Muted = ({ children }: { children: string }) => <span className="text-muted">{children}</span>
