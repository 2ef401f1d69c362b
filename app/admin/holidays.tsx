import { data, redirect } from '@remix-run/node'
import { Link, useActionData, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy, valuesOf } from '#app/http/form-values.ts'
import { problem } from '#app/http/problem.ts'
import { readPosted } from '#app/http/uploads.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { readNoticeFile } from '#workflows/imports/notice-apart.ts'
import type { NoticeFileProblem } from '#workflows/imports/notice-file.ts'
import { previewNotice, readHolidays } from '#workflows/reading/holidays.ts'
import type { Fault } from '#workflows/settings-desk/change.ts'
import { closeDay, withdrawClosure } from '#workflows/settings-desk/closures.ts'
import { storeNotice } from '#workflows/settings-desk/holidays.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { Closures } from './closures.tsx'
import { answerNotChanged } from './not-changed.server.ts'
import { MOST_TEXT, NoticeImport } from './notice-import.tsx'

export const handle = { title: 'holidays:title' }

/** Also after a refusal: whoever was too late sees how it stands now, and can save again from there. */
export const shouldRevalidate = () => true

export const loader = forStaff(ADMIN_ROLES, async ({ house, request }) => {
  const year = new URL(request.url).searchParams.get('year') ?? ''
  return readHolidays(house, /^20\d{2}$/.test(year) ? Number(year) : null)
})

export const action = forStaff(ADMIN_ROLES, async ({ house, by, request }) => {
  const { fields: form, files, problems, empty, broken } = await readPosted(request)
  if (broken) throw problem('400')
  const text = form.get('text') ?? ''
  const year = Number(form.get('year'))
  const day = form.get('day') ?? ''
  if (form.get('act') === 'closeDay' || form.get('act') === 'withdrawClosure') {
    const outcome =
      form.get('act') === 'closeDay'
        ? await closeDay(house, by, { day, name: form.get('name') ?? '' }, askedBy(form))
        : await withdrawClosure(house, by, day, askedBy(form))
    if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
    return redirect(`/admin/holidays?done=${String(form.get('act'))}#closures`, 303)
  }
  if (form.get('act') !== 'importCalendar') {
    const [file] = files
    const read = file ? await readNoticeFile(file.bytes, year, by.id) : { text }
    if (problems.length > 0 || empty.length > 0) return notRead(form, problems.length > 0 ? 'tooLarge' : 'empty')
    if ('problem' in read) return notRead(form, read.problem)
    // what the file says stands in the field from now on: it can be put right by hand, and is what will be stored
    form.set('text', read.text)
    if (read.text.length <= MOST_TEXT && Number.isInteger(year))
      return data({ preview: await previewNotice(house, read.text, year), typed: valuesOf(form), refused: null })
  }
  const outcome = await storeNotice(
    house,
    by,
    { text: form.get('text') ?? '', year, sure: form.has('sure') },
    askedBy(form),
  )
  if (outcome.kind === 'changed') return redirect(`/admin/holidays?year=${year}&done=importCalendar`, 303)
  if (outcome.code !== 'invalid' || outcome.faults[0]?.problem !== 'doubt') return answerNotChanged(outcome, form)
  // what is to be looked at stays on the page, with the box that was not ticked
  const preview = await previewNotice(house, text, year)
  return data({ preview, typed: valuesOf(form), refused: outcome }, { status: 422 })
})

const notRead = (form: URLSearchParams, why: NoticeFileProblem) =>
  answerNotChanged({ kind: 'refused', code: 'invalid', faults: [{ field: 'file', problem: `file.${why}` }] }, form)

const DONE = ['importCalendar', 'closeDay', 'withdrawClosure'] as const
const CLOSING: readonly unknown[] = ['closeDay', 'withdrawClosure']

/** The years whose holidays are known, and the notice of the next to be stored. */
export default function Holidays() {
  const { t, i18n } = useTranslation(['holidays', 'site'])
  const { years, year, days, next, version, provisional, closures, today } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [searchParams] = useSearchParams()
  const done = answer ? undefined : DONE.find((each) => each === searchParams.get('done'))
  const submitting = useNavigation().formData?.get('act')
  const notTaken = answer?.refused ? { refused: answer.refused, typed: answer.typed } : undefined
  const aboutClosure = CLOSING.includes(answer?.typed.act?.[0])
  const refused = aboutClosure ? undefined : notTaken
  const preview = answer && 'preview' in answer ? answer.preview : null
  const say = ({ problem, with: what }: Fault) =>
    t(`holidays:problems.${problem}` as 'holidays:problems.year', { what })
  return (
    <>
      <PageHead title={t('holidays:title')} lead={t('holidays:lead')} />
      {done && <Callout>{t(`holidays:done.${done}`, { year })}</Callout>}
      {provisional > 0 && <Callout>{t('holidays:provisional', { count: provisional, year: next })}</Callout>}
      <div className="gap-8 lg:grid lg:grid-cols-2">
        <section aria-labelledby="stored" className="mb-6">
          <h2 id="stored" className="mb-2 text-lg">
            {t('holidays:stored', { year })}
          </h2>
          <ul className="mb-3 flex flex-wrap gap-x-3 text-sm tabular-nums">
            {years.map((each) => (
              <li key={each}>
                <Link
                  to={`/admin/holidays?year=${each}`}
                  aria-current={each === year ? 'true' : undefined}
                  className="link aria-[current]:font-semibold aria-[current]:no-underline"
                >
                  {each}
                </Link>
              </li>
            ))}
          </ul>
          {days.length === 0 ? (
            <Empty title={t('holidays:none', { year })}>
              <p>{t('holidays:noneAdvice')}</p>
            </Empty>
          ) : (
            <ul className="text-sm sm:columns-2">
              {days.map(({ day, working, name }) => (
                <li key={day} className="flex break-inside-avoid items-baseline gap-2 border-b border-line py-0.5">
                  <span className="tabular-nums">{formatDay(day, i18n.language)}</span>
                  <Badge strong={working}>{t(working ? 'holidays:worked' : 'holidays:off')}</Badge>
                  {!working && <span lang="zh-CN">{name}</span>}
                </li>
              ))}
            </ul>
          )}
        </section>
        <NoticeImport
          next={next}
          version={version}
          refused={refused}
          preview={preview}
          typed={(field) => answer?.typed[field]?.[0]}
          busy={submitting}
          say={say}
        />
      </div>
      <Closures
        closures={closures}
        today={today}
        version={version}
        answer={aboutClosure ? notTaken : undefined}
        busy={CLOSING.includes(submitting)}
        say={say}
      />
    </>
  )
}
