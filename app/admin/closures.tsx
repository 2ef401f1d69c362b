import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { typedInto } from '#app/http/form-values.ts'
import { Button } from '#app/ui/button.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import type { Fault } from '#workflows/settings-desk/change.ts'
import { ChangeNotice } from './change-notice.tsx'
import type { NotTaken } from './not-changed.server.ts'

type ClosuresProps = {
  closures: readonly { day: string; name: string }[]
  today: string
  /** of the calendar that the page shows */
  version: number
  answer: NotTaken | undefined
  busy: boolean
  say: (fault: Fault) => string
}

/** Days on which the town is closed against the calendar, and the form to close another. */
export function Closures({ closures, today, version, answer, busy, say }: ClosuresProps) {
  const { t, i18n } = useTranslation(['holidays', 'site'])
  const faults = answer?.refused.code === 'invalid' ? answer.refused.faults : []
  const error = (field: string) => faults.filter((fault) => fault.field === field).map(say)[0]
  return (
    <section id="closures" aria-labelledby="closures-title" className="mt-8 border-t border-line pt-4">
      <h2 id="closures-title" className="mb-1 text-lg">
        {t('holidays:closures.title')}
      </h2>
      <p className="mb-3 max-w-page text-sm text-muted">{t('holidays:closures.lead')}</p>
      {closures.length > 0 && (
        <ul className="mb-4 text-sm">
          {closures.map(({ day, name }) => (
            <li key={day} className="flex flex-wrap items-baseline gap-x-3 border-b border-line py-1">
              <span className="tabular-nums">{formatDay(day, i18n.language)}</span>
              <span>{name}</span>
              {day > today && (
                <Form method="post" preventScrollReset>
                  <FormMark seen={version} />
                  <HiddenInputs values={{ act: 'withdrawClosure', day }} />
                  <Button look="danger-quiet" small>
                    {t('holidays:closures.withdraw')}
                  </Button>
                </Form>
              )}
            </li>
          ))}
        </ul>
      )}
      <ChangeNotice answer={answer} say={say} />
      <Form method="post" preventScrollReset className="max-w-page">
        <FormMark seen={version} />
        <HiddenInputs values={{ act: 'closeDay' }} />
        <div className="gap-x-6 sm:grid sm:grid-cols-2">
          <TextInput
            name="day"
            type="date"
            min={today}
            label={t('holidays:closures.day')}
            error={error('day')}
            defaultValue={typedInto(answer?.typed, 'day')}
          />
          <TextInput
            name="name"
            label={t('holidays:closures.name')}
            help={t('holidays:closures.nameHelp')}
            error={error('name')}
            defaultValue={typedInto(answer?.typed, 'name')}
          />
        </div>
        <Button look="quiet" busy={busy} busyLabel={t('site:buttons.saving')}>
          {t('holidays:closures.close')}
        </Button>
      </Form>
    </section>
  )
}
