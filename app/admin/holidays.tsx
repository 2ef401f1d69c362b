import { data, redirect } from '@remix-run/node'
import { Form, Link, useActionData, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { askedBy, valuesOf } from '#app/http/form-values.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { previewNotice, readHolidays } from '#workflows/reading/holidays.ts'
import type { Fault } from '#workflows/settings-desk/change.ts'
import { closeDay, withdrawClosure } from '#workflows/settings-desk/closures.ts'
import { storeNotice } from '#workflows/settings-desk/holidays.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { ChangeNotice } from './change-notice.tsx'
import { Closures } from './closures.tsx'
import { answerNotChanged } from './not-changed.server.ts'
import { NoticePreviewed } from './notice-previewed.tsx'

export const handle = { title: 'holidays:title' }
const MOST_TEXT = 20_000

export const loader = forStaff(ADMIN_ROLES, async ({ house, request }) => {
  const year = new URL(request.url).searchParams.get('year') ?? ''
  return readHolidays(house, /^20\d{2}$/.test(year) ? Number(year) : null)
})

export const action = forStaff(ADMIN_ROLES, async ({ house, by, request }) => {
  const form = await request.formData()
  const text = String(form.get('text') ?? '')
  const year = Number(form.get('year'))
  const day = String(form.get('day') ?? '')
  if (form.get('act') === 'closeDay' || form.get('act') === 'withdrawClosure') {
    const outcome =
      form.get('act') === 'closeDay'
        ? await closeDay(house, by, { day, name: String(form.get('name') ?? '') }, askedBy(form))
        : await withdrawClosure(house, by, day, askedBy(form))
    if (outcome.kind === 'refused') return answerNotChanged(outcome, form)
    return redirect(`/admin/holidays?done=${String(form.get('act'))}#closures`, 303)
  }
  if (form.get('act') !== 'importCalendar' && text.length <= MOST_TEXT && Number.isInteger(year))
    return data({ preview: await previewNotice(house, text, year), typed: valuesOf(form), refused: null })
  const done = (act: string) => redirect(`/admin/holidays?year=${year}&done=${act}`, 303)
  const outcome = await storeNotice(house, by, { text, year }, askedBy(form))
  return outcome.kind === 'refused' ? answerNotChanged(outcome, form) : done('importCalendar')
})

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
  const typed = (field: string) => answer?.typed[field]?.[0]
  const mayStore = preview !== null && preview.faults.length === 0
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
        <section aria-labelledby="store">
          <h2 id="store" className="mb-2 text-lg">
            {t('holidays:import')}
          </h2>
          <ChangeNotice answer={refused} say={say} />
          {preview && <NoticePreviewed preview={preview} />}
          {mayStore && (
            <Form method="post" className="mb-6">
              <FormMark seen={version} />
              <HiddenInputs values={{ act: 'importCalendar', year: preview.year, text: typed('text') }} />
              <Button busy={submitting === 'importCalendar'} busyLabel={t('site:buttons.saving')}>
                {t('holidays:store', { year: preview.year })}
              </Button>
            </Form>
          )}
          <Form method="post">
            <FormMark seen={version} />
            <HiddenInputs values={{ act: 'preview' }} />
            <TextInput
              name="year"
              label={t('holidays:year')}
              inputMode="numeric"
              defaultValue={typed('year') ?? String(next)}
            />
            <TextArea
              name="text"
              label={t('holidays:text')}
              help={t('holidays:textHelp')}
              rows={10}
              most={MOST_TEXT}
              defaultValue={typed('text')}
            />
            <Button
              look={mayStore ? 'quiet' : 'primary'}
              busy={submitting === 'preview'}
              busyLabel={t('holidays:looking')}
            >
              {t('holidays:preview')}
            </Button>
          </Form>
        </section>
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
