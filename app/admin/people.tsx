import { Form, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { forStaff } from '#app/session/who-may.server.ts'
import { Button } from '#app/ui/button.tsx'
import { type Column, DataTable } from '#app/ui/data-table.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Empty } from '#app/ui/empty.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { type PeopleAsked, type PersonEntry, readPeople } from '#workflows/reading/people.ts'
import { ROLES } from '#workflows/roles/roles.ts'
import { ADMIN_ROLES } from './admin-roles.ts'
import { groupsOf } from './unit-groups.ts'

export const handle = { title: 'people:list.title' }

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const MOST_SEARCHED = 60

export const loader = forStaff(ADMIN_ROLES, async ({ house, request }) => {
  const { searchParams } = new URL(request.url)
  const said = (name: string) => (searchParams.get(name) ?? '').trim().slice(0, MOST_SEARCHED)
  const asked: PeopleAsked = {
    q: said('q'),
    unit: UUID.test(said('unit')) ? said('unit') : null,
    role: ROLES.find((role) => role === said('role')) ?? null,
    left: said('left') === 'on',
    after: said('after'),
  }
  return { ...(await readPeople(house, asked)), asked }
})

function addressOf({ q, unit, role, left }: PeopleAsked, after?: string) {
  const said = Object.entries({ q, unit, role, left: left ? 'on' : null, after })
  return `/admin/people?${new URLSearchParams(said.flatMap(([name, value]) => (value ? [[name, value]] : [])))}`
}

/** Everybody with an account, found by name, unit or role. */
export default function People() {
  const { t, i18n } = useTranslation('people')
  const { rows, next, units, asked } = useLoaderData<typeof loader>()
  const comma = i18n.language === 'en' ? ', ' : '、'
  const columns: Column<PersonEntry>[] = [
    { key: 'name', head: t('columns.name'), cell: ({ name }) => name },
    { key: 'login', head: t('columns.login'), cell: ({ login }) => login },
    { key: 'unit', head: t('columns.unit'), cell: ({ unit }) => unit.name },
    {
      key: 'roles',
      head: t('columns.roles'),
      cell: ({ roles }) => roles.map((role) => t(`roles.${role}`)).join(comma),
    },
    {
      key: 'now',
      head: t('columns.now'),
      cell: ({ away, leftOn }) =>
        leftOn ? t('leftOn', { day: formatDay(leftOn, i18n.language) }) : away && t('awayNow', { deputy: away }),
    },
  ]
  return (
    <>
      <PageHead title={t('list.title')} lead={t('list.lead')}>
        <LinkButton to="/admin/people/new" look="primary" small>
          {t('list.open')}
        </LinkButton>
      </PageHead>
      <Form role="search" className="mb-2 grid items-end gap-x-4 sm:grid-cols-2 lg:grid-cols-[1fr_1fr_1fr_auto_auto]">
        <TextInput name="q" type="search" label={t('list.q')} optional defaultValue={asked.q} />
        <Select
          name="unit"
          label={t('list.unit')}
          optional
          none={t('list.anyUnit')}
          groups={groupsOf(units)}
          defaultValue={asked.unit ?? ''}
        />
        <Select
          name="role"
          label={t('list.role')}
          optional
          none={t('list.anyRole')}
          choices={ROLES.map((role) => ({ value: role, label: t(`roles.${role}`) }))}
          defaultValue={asked.role ?? ''}
        />
        <Select
          name="left"
          label={t('list.state')}
          optional
          none={t('list.active')}
          choices={[{ value: 'on', label: t('list.left') }]}
          defaultValue={asked.left ? 'on' : ''}
        />
        <div className="mb-5">
          <Button look="quiet">{t('list.find')}</Button>
        </div>
      </Form>
      <DataTable
        caption={t('list.caption')}
        columns={columns}
        rows={rows}
        keyOf={({ id }) => id}
        to={({ id }) => `/admin/people/${id}`}
        empty={
          <Empty title={t('list.empty')}>
            <p>{t('list.emptyAdvice')}</p>
          </Empty>
        }
      />
      <p className="mt-4 flex gap-3 print:hidden">
        {asked.after !== '' && (
          <LinkButton small to={addressOf(asked)}>
            {t('list.first')}
          </LinkButton>
        )}
        {next && (
          <LinkButton small to={addressOf(asked, next)}>
            {t('list.next')}
          </LinkButton>
        )}
      </p>
    </>
  )
}
