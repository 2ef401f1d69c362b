import { csvOf } from '#app/http/csv.ts'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { newWords } from '#app/words/new-words.ts'
import { readRefusedCalls } from '#workflows/reading/call-import.ts'
import { OPERATOR_ROLES } from './operator-roles.ts'

/** Headed as the export of the other system is, so that the mended file can be looked at as it is. */
const HEADS = ['行', '原因', '办件编号', '诉求内容', '地址', '被反映单位', '发生时间', '类别', '派发时间']

/** The calls of an import that were refused, without what was left out of them. */
export const loader = forStaff(OPERATOR_ROLES, async ({ house, by, params, locale }) => {
  const rows = await readRefusedCalls(house, by, params.id ?? '')
  if (!rows) throw problem('404')
  const t = newWords(locale).getFixedT(locale, 'switchboard')
  const lines = rows.map(({ row, reason, call }) => [
    row,
    t(`reasons.${reason as 'empty'}`),
    call.order,
    call.text,
    call.place,
    call.unit,
    call.happened,
    call.kind,
    call.day,
  ])
  return new Response(csvOf([HEADS, ...lines]), {
    headers: {
      'Content-Type': 'text/csv; charset=utf-8',
      'Content-Disposition': 'attachment; filename="refused.csv"',
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
})
