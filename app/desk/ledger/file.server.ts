import { redirect } from '@remix-run/node'
import type { StaffVisit } from '#app/session/who-may.server.ts'
import { newWords } from '#app/words/new-words.ts'
import { readLedger } from '#workflows/reading/ledger.ts'
import { ledgerAsked } from './asked.server.ts'
import { headOf, LEDGER_COLUMNS } from './columns.ts'
import { csvOf } from '#app/http/csv.ts'
import { oneAtATime } from './one-at-a-time.server.ts'
import { xlsxOf } from '#app/http/xlsx.server.ts'

const TYPES = {
  csv: 'text/csv; charset=utf-8',
  xlsx: 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
}

/**
 * The ledger of a queue as a file, in the reader's language. Where the address is not understood, or there are more
 * cases than a file holds, the page of the ledger says so instead: a file of something else would be filed unseen.
 */
export const ledgerFile = ({ house, by, request, locale }: StaffVisit, kind: 'csv' | 'xlsx'): Promise<Response> =>
  oneAtATime(house, async () => {
    const url = new URL(request.url)
    const { state, narrow, misread, page } = ledgerAsked(url)
    if (misread.length > 0) return redirect(`/desk/ledger${url.search}`, 303)
    const ledger = await readLedger(house, by, { state, narrow }, 'file')
    if (ledger.tooMany || ledger.unknown.length > 0) return redirect(page, 303)
    const t = newWords(locale).getFixedT(locale, ['queues', 'case', 'desk'] as const)
    const reader = { t, language: locale, today: ledger.today }
    const lines = [
      LEDGER_COLUMNS.map(({ name }) => headOf(t, name)),
      ...ledger.rows.map((row) => LEDGER_COLUMNS.map(({ cell }) => cell(row, reader))),
    ]
    const sheet = { sheet: t('queues:ledger.sheet'), widths: LEDGER_COLUMNS.map(({ width }) => width) }
    const body = kind === 'csv' ? csvOf(lines) : new Uint8Array(await xlsxOf(lines, sheet))
    const name = encodeURIComponent(`${t('queues:ledger.file')}-${ledger.today}.${kind}`)
    return new Response(body, {
      headers: {
        'Content-Type': TYPES[kind],
        'Content-Disposition': `attachment; filename="ledger-${ledger.today}.${kind}"; filename*=UTF-8''${name}`,
        'Content-Security-Policy': "default-src 'none'; sandbox",
      },
    })
  })
