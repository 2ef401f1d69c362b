import { useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { DESK_ROLES } from '#app/desk/desk-roles.ts'
import { type Misread, queueAddress } from '#app/desk/queue-address.ts'
import { QueueMisread } from '#app/desk/queue-misread.tsx'
import { useCaseWord } from '#app/desk/use-case-word.ts'
import { useNarrowingWords } from '#app/desk/use-narrowing-words.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { LinkButton } from '#app/ui/link-button.tsx'
import { readLedger } from '#workflows/reading/ledger.ts'
import { MOST_IN_FILE, MOST_PRINTED } from '#workflows/reading/ledger-limits.ts'
import { ledgerAsked } from './asked.server.ts'
import { headOf, LEDGER_COLUMNS } from './columns.ts'

export const handle = { title: 'queues:ledger.title' }

export const loader = forStaff(DESK_ROLES, async ({ house, by, request }) => {
  const url = new URL(request.url)
  const { state, narrow, misread } = ledgerAsked(url)
  const { unknown, ...ledger } = await readLedger(house, by, { state, narrow }, 'print')
  const unread = unknown.map((part): Misread => ({ part, value: url.searchParams.get(part) ?? '', why: 'noSuchThing' }))
  return { ...ledger, state, misread: [...misread, ...unread] }
})

/** The ledger on paper: A4 across, its head on every sheet, no case broken over two. On screen it is the same sheet. */
export default function LedgerPage() {
  const { t, i18n } = useTranslation(['queues', 'case', 'desk', 'site'])
  const word = useCaseWord()
  const { state, narrow, names, today, count, tooMany, rows, misread } = useLoaderData<typeof loader>()
  const words = useNarrowingWords(narrow, names).map((each) => each.word)
  const said = [state === 'all' ? t('queues:ledger.all') : word('states', state), ...words]
  const reader = { t, language: i18n.language, today }
  return (
    <div className="ledger">
      <header className="mb-3 flex flex-wrap items-end justify-between gap-x-6 gap-y-2">
        <div>
          <h1 className="text-xl">{t('ledger.title')}</h1>
          <p className="text-sm text-muted">
            {t('ledger.by', { words: said.join(i18n.language === 'en' ? '; ' : '；') })}
          </p>
          <p className="text-sm text-muted">
            {t('ledger.on', {
              day: formatDay(today, i18n.language),
              cases: tooMany ? `${MOST_IN_FILE}+` : count,
            })}
          </p>
        </div>
        <div className="flex flex-wrap gap-2 print:hidden">
          <LinkButton small to={queueAddress(state, narrow)}>
            {t('ledger.back')}
          </LinkButton>
          {!tooMany && count > 0 && (
            <>
              <LinkButton small download="" to={queueAddress(state, narrow, null, '/desk/ledger.xlsx')}>
                {t('ledger.excel')}
              </LinkButton>
              <LinkButton small download="" to={queueAddress(state, narrow, null, '/desk/ledger.csv')}>
                {t('ledger.csv')}
              </LinkButton>
            </>
          )}
        </div>
      </header>
      <QueueMisread misread={misread} />
      {tooMany && (
        <Callout tone="warn" title={t('ledger.tooMany.title')}>
          <p>{t('ledger.tooMany.advice', { most: MOST_IN_FILE })}</p>
        </Callout>
      )}
      {count > MOST_PRINTED && <p className="mb-3 text-sm">{t('ledger.first', { most: MOST_PRINTED })}</p>}
      {rows.length === 0 ? (
        <p className="text-muted">{t('ledger.empty')}</p>
      ) : (
        // it is as wide as paper: on a phone it scrolls in its own frame
        <section className="overflow-x-auto print:overflow-visible" aria-label={t('ledger.caption')} tabIndex={0}>
          <table className="ledger-table">
            <caption className="sr-only">{t('ledger.caption')}</caption>
            <thead>
              <tr>
                {LEDGER_COLUMNS.map(({ name }) => (
                  <th key={name} scope="col">
                    {headOf(t, name)}
                  </th>
                ))}
              </tr>
            </thead>
            <tbody>
              {rows.map((row) => (
                <tr key={row.id}>
                  {LEDGER_COLUMNS.map(({ name, cell }) => (
                    <td key={name} data-column={name}>
                      {cell(row, reader)}
                    </td>
                  ))}
                </tr>
              ))}
            </tbody>
          </table>
        </section>
      )}
      <p className="mt-3 text-sm text-muted print:hidden">
        {t('ledger.print')} {t('ledger.recorded')}
      </p>
    </div>
  )
}
