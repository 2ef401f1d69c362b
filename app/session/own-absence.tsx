import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { AbsenceFields } from '#app/ui/absence-fields.tsx'
import { AbsenceList } from '#app/ui/absence-list.tsx'
import { Button } from '#app/ui/button.tsx'
import { Callout } from '#app/ui/callout.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import type { OwnAccount } from '#workflows/reading/own-account.ts'

type OwnAbsenceProps = {
  own: OwnAccount
  busy: boolean
  mistakes: readonly { field: string; message: string }[]
  typed: (field: string) => string | undefined
}

/** When I am away and who stands in for me; for whom I stand in. */
export function OwnAbsence({ own, busy, mistakes, typed }: OwnAbsenceProps) {
  const { t, i18n } = useTranslation('people')
  const day = (on: string) => formatDay(on, i18n.language)
  const comma = i18n.language === 'en' ? ', ' : '、'
  return (
    <section>
      <h2 className="mb-2 text-lg">{t('account.away')}</h2>
      {own.now.length > 0 && <Callout>{t('absence.standsInNow', { names: own.now.join(comma) })}</Callout>}
      <ErrorSummary mistakes={mistakes} />
      <AbsenceList absences={own.absences} />
      {own.deputies.length === 0 ? (
        <p className="text-muted">{t('absence.nobody')}</p>
      ) : (
        <Form method="post" preventScrollReset>
          <FormMark />
          <HiddenInputs values={{ act: 'setAbsence' }} />
          <AbsenceFields
            deputies={own.deputies}
            typed={typed}
            faultOf={(field) => mistakes.find((mistake) => mistake.field === field)?.message}
          />
          <Button look="quiet" busy={busy} busyLabel={t('absence.setting')}>
            {t('absence.set')}
          </Button>
        </Form>
      )}
      {own.standsIn.length > 0 && (
        <>
          <h3 className="mt-8 mb-1 text-base">{t('absence.standsIn')}</h3>
          <ul className="mb-2">
            {own.standsIn.map(({ id, name, from_on, until_on }) => (
              <li key={id}>{t('absence.standsInLine', { name, from: day(from_on), until: day(until_on) })}</li>
            ))}
          </ul>
          <p className="text-sm text-muted">{t('absence.whileStandingIn')}</p>
        </>
      )}
    </section>
  )
}
