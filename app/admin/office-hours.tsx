import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { typedInto } from '#app/http/form-values.ts'
import { Button } from '#app/ui/button.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { HOUR_FIELDS, typedOf } from '#workflows/notices/typed-hours.ts'
import type { UnitPage } from '#workflows/reading/unit-page.ts'
import { ChangeNotice } from './change-notice.tsx'
import type { NotTaken } from './not-changed.server.ts'
import { useUnitFault } from './unit-fields.tsx'
import { useHeld } from './use-held.ts'

type OfficeHoursProps = {
  unit: UnitPage['unit']
  hours: UnitPage['hours']
  answer: NotTaken | undefined
  busy: boolean
}

/** When a unit works: notices to its people leave within these hours. Empty: as the unit above it. */
export function OfficeHours({ unit, hours, answer, busy }: OfficeHoursProps) {
  const { t } = useTranslation(['units', 'site'])
  const say = useUnitFault()
  const faults = answer?.refused.code === 'invalid' ? answer.refused.faults : []
  const own = typedOf(hours.own)
  const drawnFrom = useHeld(unit, answer !== undefined)
  return (
    <Fold summary={t('units:hours.title')} open={answer !== undefined}>
      <ChangeNotice answer={answer} say={say} />
      <Form method="post" id="hours" key={`${unit.id} ${drawnFrom.revision}`} preventScrollReset className="pb-4">
        <FormMark seen={unit.revision} />
        <HiddenInputs values={{ act: 'changeOfficeHours' }} />
        <p className="mb-4">{t('units:hours.means')}</p>
        <div className="grid grid-cols-2 gap-x-6">
          {HOUR_FIELDS.map((field) => (
            <TextInput
              key={field}
              name={field}
              type="time"
              optional
              label={t(`units:fields.${field}`)}
              error={faults.filter((fault) => fault.field === field).map(say)[0]}
              defaultValue={typedInto(answer?.typed, field) ?? own[field]}
            />
          ))}
        </div>
        <p className="mb-4 text-sm text-muted">{t('units:hours.counts')}</p>
        <Button look="quiet" busy={busy} busyLabel={t('site:buttons.saving')}>
          {t('units:hours.save')}
        </Button>
      </Form>
    </Fold>
  )
}
