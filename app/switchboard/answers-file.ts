import { redirect } from '@remix-run/node'
import { csvOf } from '#app/http/csv.ts'
import { xlsxOf } from '#app/http/xlsx.server.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { newWords } from '#app/words/new-words.ts'
import { answersBack } from '#workflows/channels/answers-back.ts'
import { answerLines } from './answer-lines.ts'
import { OPERATOR_ROLES } from './operator-roles.ts'

const WIDTHS = [24, 80]

export const loader = forStaff(OPERATOR_ROLES, async () => redirect('/switchboard/answers', 303))

/** Order numbers and public replies, and nothing else; written out, they count as given. */
export const action = forStaff(OPERATOR_ROLES, async ({ house, by, request, locale }) => {
  const form = await request.formData()
  const kind = form.get('kind') === 'csv' ? 'csv' : 'xlsx'
  const answers = await answersBack(house, by, { again: form.has('again') })
  const t = newWords(locale).getFixedT(locale, 'case')
  const lines = answerLines(t, answers)
  const body = kind === 'csv' ? csvOf(lines) : new Uint8Array(await xlsxOf(lines, { sheet: '答复', widths: WIDTHS }))
  return new Response(body, {
    headers: {
      'Content-Type':
        kind === 'csv'
          ? 'text/csv; charset=utf-8'
          : 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'Content-Disposition': `attachment; filename="answers.${kind}"`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
})
