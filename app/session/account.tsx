import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData, useNavigation, useSearchParams } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import type { PageHandle } from '#app/http/drawn-with.ts'
import { askedBy, typedInto, valuesOf } from '#app/http/form-values.ts'
import { problem } from '#app/http/problem.ts'
import { Callout } from '#app/ui/callout.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { SizeChoice } from '#app/ui/reading-choices.tsx'
import { readOwnAccount } from '#workflows/reading/own-account.ts'
import { endAbsence, setAbsence } from '#workflows/settings-desk/absence.ts'
import { makeCalendarAddress, revokeCalendarAddress } from '#workflows/settings-desk/calendar-address.ts'
import { changePassword, SHORTEST_PASSWORD } from '#workflows/settings-desk/change-password.ts'
import { changeReached } from '#workflows/settings-desk/reached.ts'
import { OwnAbsence } from './own-absence.tsx'
import { OwnCalendar } from './own-calendar.tsx'
import { OwnPassword } from './own-password.tsx'
import { OwnReached } from './own-reached.tsx'
import { readFrame } from './frame.server.ts'
import { StaffFrame } from './staff-frame.tsx'
import { staffToken } from './staff-session.server.ts'
import { forStaff } from './who-may.server.ts'

export const handle: PageHandle = { hydrate: true, title: 'people:account.title' }

export const loader = forStaff([], async (visit) => ({
  frame: await readFrame(visit),
  login: visit.login,
  own: await readOwnAccount(visit.house, visit.by),
  shortest: SHORTEST_PASSWORD,
}))

const ACTS = ['changePassword', 'setAbsence', 'endAbsence', 'changeReached', 'makeCalendar', 'revokeCalendar'] as const
type Act = (typeof ACTS)[number]

export const action = forStaff([], async ({ house, by, login, request, spend }) => {
  const form = await request.formData()
  const act = ACTS.find((each) => each === form.get('act'))
  const token = staffToken(house, request)
  if (!act || !token) throw problem('400')
  const said = (field: string) => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  // an account left open on a desk is not a place to try passwords
  if (act === 'changePassword' && !spend('ownPassword', login)) throw problem('429')
  if (act === 'makeCalendar') {
    const made = await makeCalendarAddress(house, by)
    if (made.kind === 'refused') throw problem('404')
    // shown this once: no page leads back to it
    return data({ act, made: made.made, faults: [], typed: {} })
  }
  if (act === 'revokeCalendar') {
    await revokeCalendarAddress(house, by)
    return redirect(`/account?done=${act}`, 303)
  }
  const outcome =
    act === 'changePassword'
      ? await changePassword(house, by, { old: said('old'), fresh: said('fresh'), again: said('again') }, token)
      : act === 'setAbsence'
        ? await setAbsence(
            house,
            by,
            by.id,
            { deputy: said('deputy'), from: said('from'), until: said('until') },
            askedBy(form),
          )
        : act === 'changeReached'
          ? await changeReached(house, by, reachedFrom(form), askedBy(form))
          : await endAbsence(house, by, said('absence'))
  if (outcome.kind === 'changed') return redirect(`/account?done=${act}`, 303)
  if (outcome.code !== 'invalid') throw problem('404')
  // passwords are not handed back to the page
  const typed = act === 'changePassword' ? {} : valuesOf(form)
  return data({ act, made: null, faults: outcome.faults, typed }, { status: 422 })
})

const reachedFrom = (form: FormData) => ({
  mobile: String(form.get('mobile') ?? ''),
  language: String(form.get('language') ?? ''),
  quiet: form.getAll('quiet').filter((channel) => typeof channel === 'string'),
})

/** What every officer keeps of their own: when they are away, and their password. */
export default function Account() {
  const { t, i18n } = useTranslation(['people', 'delivery'])
  const { frame, login, own, shortest } = useLoaderData<typeof loader>()
  const answer = useActionData<typeof action>()
  const [search] = useSearchParams()
  const busy = useNavigation().formData?.get('act')
  const typedFor = (act: Act) => (field: string) => (answer?.act === act ? typedInto(answer.typed, field) : undefined)
  const done = answer ? null : search.get('done')
  const say = (faults: { field: string; problem: string }[]) =>
    faults.map(({ field, problem: why }) => ({
      field,
      message: t(`problems.${why}` as 'problems.missing', {
        field: t(`fields.${field}` as 'fields.from'),
        shortest,
      }),
    }))
  const mistakesOf = (act: Act) => (answer?.act === act ? say(answer.faults) : [])
  const comma = i18n.language === 'en' ? ', ' : '、'
  return (
    <StaffFrame door={null} {...frame}>
      <PageHead
        title={t('account.title')}
        lead={t('account.lead', { login, roles: frame.roles.map((role) => t(`roles.${role}`)).join(comma) })}
      />
      <div className="mb-6">
        <SizeChoice />
      </div>
      {done === 'changePassword' && <Callout>{t('account.changed')}</Callout>}
      {done === 'setAbsence' && <Callout>{t('absence.wasSet')}</Callout>}
      {done === 'endAbsence' && <Callout>{t('absence.wasEnded')}</Callout>}
      {done === 'changeReached' && <Callout>{t('delivery:form.saved')}</Callout>}
      {done === 'revokeCalendar' && <Callout>{t('delivery:calendar.revoked')}</Callout>}
      <div className="gap-10 lg:grid lg:grid-cols-2">
        {own.delivery && (
          <OwnReached
            delivery={own.delivery}
            busy={busy === 'changeReached'}
            faults={answer?.act === 'changeReached' ? answer.faults.map(({ field }) => field) : []}
            typed={typedFor('changeReached')}
          />
        )}
        <div className="space-y-10 max-lg:mt-10">
          {own.delivery && (
            <OwnCalendar
              since={own.delivery.calendarSince}
              made={answer?.made ?? null}
              busy={busy === 'makeCalendar' || busy === 'revokeCalendar' ? busy : null}
            />
          )}
          <OwnAbsence
            own={own}
            busy={busy === 'setAbsence'}
            mistakes={[...mistakesOf('setAbsence'), ...mistakesOf('endAbsence')]}
            typed={typedFor('setAbsence')}
          />
          <OwnPassword busy={busy === 'changePassword'} mistakes={mistakesOf('changePassword')} shortest={shortest} />
        </div>
      </div>
    </StaffFrame>
  )
}
