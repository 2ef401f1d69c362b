import { Form } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from './button.tsx'
import { formatDay } from './day-words.ts'
import { FormMark } from './form-mark.tsx'
import { HiddenInputs } from './hidden-inputs.tsx'

type AbsenceListProps = { absences: readonly { id: string; from_on: string; until_on: string; deputy: string }[] }

/** The absences that run or are still to come, each with the way to end it. */
export function AbsenceList({ absences }: AbsenceListProps) {
  const { t, i18n } = useTranslation('people')
  if (absences.length === 0) return <p className="mb-4 text-muted">{t('absence.none')}</p>
  const day = (on: string) => formatDay(on, i18n.language)
  return (
    <ul className="mb-5 divide-y divide-line border-y border-line">
      {absences.map(({ id, from_on, until_on, deputy }) => (
        <li key={id} className="flex flex-wrap items-center justify-between gap-3 py-2">
          <span>{t('absence.line', { from: day(from_on), until: day(until_on), deputy })}</span>
          <Form method="post" preventScrollReset>
            <FormMark />
            <HiddenInputs values={{ act: 'endAbsence', absence: id }} />
            <Button look="quiet" small busyLabel={t('absence.ending')}>
              {t('absence.end')}
            </Button>
          </Form>
        </li>
      ))}
    </ul>
  )
}
