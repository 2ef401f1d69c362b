import { data } from '@remix-run/node'
import { useActionData } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { LinkButton } from '#app/ui/link-button.tsx'
import { PageHead } from '#app/ui/page-head.tsx'
import { PublicLayout } from '#app/ui/public-layout.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { oneTimeUri } from '#workflows/protection/one-time.ts'
import { SHORTEST_PASSWORD } from '#workflows/settings-desk/change-password.ts'
import { enrol, readSlip } from '#workflows/settings-desk/enrol.ts'
import { EnrolForm, type Shown } from './enrol-form.tsx'
import { qrCode } from './qr-code.server.ts'
import { forAnyone } from './who-may.server.ts'

export const handle = { title: 'enrol:title' }
const ISSUER = '回音 Huiyin'
const LONGEST = 200

/** The slip stands in no address: it is typed, and sent in the body of a form. */
export const loader = forAnyone(async () => null)

type Answer =
  | { now: 'slip'; wrong: 'wrong' | 'tooOften' }
  | { now: 'choose'; shown: Shown; faults: { field: string; problem: string }[] }
  | { now: 'done' }

export const action = forAnyone(async ({ house, request, spend, giveBack }) => {
  const form = await request.formData()
  const said = (field: string) => String(form.get(field) ?? '').slice(0, LONGEST)
  const [slip, check] = [said('slip'), said('check')]
  // every try, right or wrong, before anything is looked up: a right slip does not open ways to guess what goes with it
  if (!spend('enrol')) return data<Answer>({ now: 'slip', wrong: 'tooOften' }, { status: 429 })
  const enrolling = await readSlip(house, { slip, check })
  if (!enrolling) return data<Answer>({ now: 'slip', wrong: 'wrong' }, { status: 422 })
  const uri = enrolling.oneTimeSecret && oneTimeUri(enrolling.oneTimeSecret, enrolling.login, ISSUER)
  const shown = { ...enrolling, slip, check, qr: uri && qrCode(uri), shortest: SHORTEST_PASSWORD }
  if (!form.has('oneTime')) {
    giveBack('enrol')
    return data<Answer>({ now: 'choose', shown, faults: [] })
  }
  const typed = { slip, check, password: said('password'), again: said('again'), oneTime: said('oneTime') }
  const outcome = await enrol(house, typed)
  if (outcome.kind === 'changed') {
    giveBack('enrol')
    return data<Answer>({ now: 'done' })
  }
  if (outcome.code !== 'invalid') return data<Answer>({ now: 'slip', wrong: 'wrong' }, { status: 409 })
  return data<Answer>({ now: 'choose', shown, faults: outcome.faults }, { status: 422 })
})

/** The owner of an account sets up how they sign in: first the slip, then what they choose. */
export default function Enrol() {
  const { t } = useTranslation('enrol')
  const answer = useActionData<Answer>()
  if (answer?.now === 'choose')
    return (
      <PublicLayout once>
        <EnrolForm shown={answer.shown} faults={answer.faults} />
      </PublicLayout>
    )
  if (answer?.now === 'done')
    return (
      <PublicLayout>
        <PageHead title={t('title')} />
        <Callout>
          <p role="status">{t('done')}</p>
        </Callout>
        <LinkButton to="/sign-in">{t('signIn')}</LinkButton>
      </PublicLayout>
    )
  const wrong = answer && t(answer.wrong)
  return (
    <PublicLayout>
      <PageHead title={t('title')} lead={t('lead')} />
      {wrong && <ErrorSummary title={wrong} mistakes={[{ field: 'slip', message: t('slip') }]} />}
      <form method="post" action="/enrol" className="max-w-sm">
        <FormMark />
        <TextInput
          name="slip"
          label={t('slip')}
          help={t('slipHelp')}
          autoComplete="off"
          autoCapitalize="none"
          spellCheck={false}
        />
        <TextInput
          name="check"
          label={t('check')}
          help={t('checkHelp')}
          inputMode="numeric"
          autoComplete="off"
          optional
        />
        <Button busyLabel={t('opening')}>{t('open')}</Button>
      </form>
    </PublicLayout>
  )
}
