import { Form, Link, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { dayIn, formatClock, formatDay } from '#app/ui/day-words.ts'
import { PageHead } from '#app/ui/page-head.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { addDays, dayOf } from '#workflows/clock.ts'
import { type OfficerLooks, readOfficerLooks } from '#workflows/reading/officer-looks.ts'
import { AUDIT_ROLES } from './insights-roles.ts'
import { periodOf } from './period.ts'
import { ReasonCounts, Reasons } from './reasons.tsx'
import { useCaseTerm } from './use-case-term.ts'

export const handle = { title: 'insights:looks.title' }
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const A_MONTH = 30

export const loader = forStaff(AUDIT_ROLES, async ({ house, by, request }) => {
  const { searchParams } = new URL(request.url)
  const officer = searchParams.get('officer') ?? ''
  const today = dayOf(house.clock.town())
  const period = periodOf(searchParams, { from: addDays(today, -A_MONTH), until: today })
  const asked = { officer: UUID.test(officer) ? officer : null, ...period }
  return { ...(await readOfficerLooks(house, by, asked)), asked }
})

/** What one officer looked at, and what they asked for and were refused. */
export default function Looks() {
  const { t, i18n } = useTranslation('insights')
  const term = useCaseTerm()
  const { people, person, cases, mails, refusals, reasons, counts, more, asked } = useLoaderData<typeof loader>()
  const instant = (at: Date | string) => `${formatDay(dayIn(new Date(at)), i18n.language)} ${formatClock(new Date(at))}`
  const pageWord = (page: string) => (i18n.exists(`insights:pages.${page}`) ? t(`pages.${page}` as 'pages.desk') : page)
  const comma = i18n.language === 'en' ? ', ' : '、'
  const caseColumns: Column<OfficerLooks['cases'][number]>[] = [
    {
      key: 'number',
      head: t('looks.number'),
      cell: ({ number }) => (
        <Link to={`/insights/record/${number}`} className="link tabular-nums">
          {number}
        </Link>
      ),
    },
    { key: 'state', head: t('looks.state'), cell: ({ life }) => term('states', life) },
    { key: 'looks', head: t('looks.looks'), cell: ({ looks }) => looks, figures: true },
    {
      key: 'acts',
      head: t('looks.acts'),
      cell: ({ acts }) => (acts === 0 ? t('looks.noActs') : acts),
      figures: true,
    },
    { key: 'last', head: t('looks.last'), cell: ({ last }) => instant(last) },
    { key: 'pages', head: t('looks.pages'), cell: ({ pages }) => pages.map(pageWord).join(comma) },
  ]
  const mailColumns: Column<OfficerLooks['mails'][number]>[] = [
    { key: 'number', head: t('looks.mail'), cell: ({ number }) => <span className="tabular-nums">{number}</span> },
    { key: 'received', head: t('looks.received'), cell: ({ received_on }) => formatDay(received_on, i18n.language) },
    { key: 'reason', head: t('looks.reason'), cell: ({ reason }) => reason && t(`mailReasons.${reason}` as never) },
    { key: 'looks', head: t('looks.looks'), cell: ({ looks }) => looks, figures: true },
    { key: 'last', head: t('looks.last'), cell: ({ last }) => instant(last) },
    {
      key: 'fate',
      head: t('looks.fate'),
      cell: ({ state, isGone }) => `${t(`looks.fates.${state}`)}${isGone ? t('looks.fates.gone') : ''}`,
    },
  ]
  const refusalColumns: Column<OfficerLooks['refusals'][number]>[] = [
    { key: 'at', head: t('record.when'), cell: ({ at }) => instant(at) },
    {
      key: 'what',
      head: t('record.what'),
      cell: ({ type }) => (i18n.exists(`case:acts.${type}`) ? term('acts', type) : t('looks.unknownAct')),
    },
    {
      key: 'why',
      head: t('looks.why'),
      cell: ({ code }) => (i18n.exists(`insights:refusals.${code}`) ? t(`refusals.${code}` as 'refusals.stale') : code),
    },
    {
      key: 'number',
      head: t('looks.number'),
      cell: ({ number }) =>
        number && (
          <Link to={`/insights/record/${number}`} className="link tabular-nums">
            {number}
          </Link>
        ),
    },
  ]
  return (
    <>
      <PageHead title={t('looks.title')} lead={t('looks.lead')} />
      <Form role="search" className="mb-4 grid items-end gap-x-4 sm:grid-cols-2 lg:grid-cols-[2fr_1fr_1fr_auto]">
        <Select
          name="officer"
          label={t('looks.officer')}
          none={t('looks.choose')}
          choices={people.map(({ id, name, unit, left }) => ({
            value: id,
            label: `${name} · ${unit}${left ? ` · ${t('looks.left')}` : ''}`,
          }))}
          defaultValue={asked.officer ?? ''}
        />
        <TextInput name="from" type="date" label={t('looks.from')} defaultValue={asked.from} />
        <TextInput name="until" type="date" label={t('looks.until')} defaultValue={asked.until} />
        <div className="mb-5">
          <Button look="quiet">{t('looks.show')}</Button>
        </div>
      </Form>
      {!person && <ReasonCounts counts={counts} />}
      {person && (
        <>
          <Reasons name={person.name} reasons={reasons} />
          <h2 className="mt-8 mb-2 text-lg">{t('looks.seen', { name: person.name })}</h2>
          <DataTable
            caption={t('looks.seen', { name: person.name })}
            columns={caseColumns}
            rows={cases}
            keyOf={({ number }) => number}
            empty={<p className="text-muted">{t('looks.none')}</p>}
          />
          <h2 className="mt-8 mb-2 text-lg">{t('looks.seenMails', { name: person.name })}</h2>
          <DataTable
            caption={t('looks.seenMails', { name: person.name })}
            columns={mailColumns}
            rows={mails}
            keyOf={({ number }) => number}
            empty={<p className="text-muted">{t('looks.noMails')}</p>}
          />
          <h2 className="mt-8 mb-2 text-lg">{t('looks.refused', { name: person.name })}</h2>
          <DataTable
            caption={t('looks.refused', { name: person.name })}
            columns={refusalColumns}
            rows={refusals}
            keyOf={({ id }) => id}
            empty={<p className="text-muted">{t('looks.noneRefused')}</p>}
          />
          {more && <p className="mt-3 text-sm text-muted">{t('looks.more')}</p>}
        </>
      )}
    </>
  )
}
