import { data, redirect } from '@remix-run/node'
import { useActionData, useLoaderData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { backPath } from '#app/http/back-path.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { signIn, type SignInTries } from '#workflows/settings-desk/sign-in.ts'
import { listSampleAccounts } from './sample-accounts.server.ts'
import { SampleTown } from './sample-town.tsx'
import { SignInForm } from './sign-in-form.tsx'
import { firstDoor } from './staff-doors.ts'
import { staffCookie } from './staff-session.server.ts'
import { forAnyone, type Visit } from './who-may.server.ts'

export const handle = { title: 'session:signIn.title' }

/** In the sample town `?as=` fills in one of its accounts, the current one-time code with it. */
export const loader = forAnyone(async ({ house, request }) => {
  const { searchParams } = new URL(request.url)
  const accounts = await listSampleAccounts(house)
  const chosen = accounts.find(({ login }) => login === searchParams.get('as')) ?? null
  return { back: searchParams.get('back'), sampleTown: house.settings.sampleTown, accounts, chosen }
})

export const action = forAnyone(async (visit) => {
  const { house, request, setCookie } = visit
  const form = await request.formData()
  const typed = (field: string) => String(form.get(field) ?? '').slice(0, 200)
  const login = typed('login').trim()
  const refuse = (why: 'wrong' | 'tooOften') => data({ why, login }, { status: why === 'wrong' ? 422 : 429 })
  const outcome = await signIn(
    house,
    { login, password: typed('password'), oneTime: typed('oneTime') },
    triesOf(visit, login),
  )
  if (outcome.kind === 'refused') return refuse(outcome.why)
  setCookie(staffCookie(house, outcome.token))
  return redirect(form.has('back') ? backPath(form.get('back')) : firstDoor(outcome.roles), 303)
})

/** The network and the account are slowed apart: either is enough, and neither keeps the other's officers out. */
const triesOf = ({ spend, giveBack }: Visit, login: string): SignInTries => ({
  spend: (on) => {
    if (on === 'code') return spend('oneTime', login)
    return spend('signInFrom') && spend('signInAs', login)
  },
  giveBack: (on) => {
    if (on === 'code') return giveBack('oneTime', login)
    giveBack('signInFrom')
    giveBack('signInAs', login)
  },
})

export default function SignIn() {
  const { t } = useTranslation('session')
  const { back, sampleTown, accounts, chosen } = useLoaderData<typeof loader>()
  const refused = useActionData<typeof action>()
  const filled = refused ? { login: refused.login } : chosen
  return (
    <PublicLayout>
      <h1 className="mb-6 text-xl">{t('signIn.title')}</h1>
      {refused && (
        <ErrorSummary title={t(`signIn.${refused.why}`)} mistakes={[{ field: 'login', message: t('signIn.login') }]} />
      )}
      <SignInForm filled={filled} back={back} chosenName={refused ? null : (chosen?.name ?? null)} />
      {sampleTown && <SampleTown accounts={accounts} back={back} />}
    </PublicLayout>
  )
}
