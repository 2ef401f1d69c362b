import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import type { Issue } from '#workflows/engine/refusal.ts'
import type { SeveralCases } from '#workflows/reading/several-cases.ts'
import { ACT_FIELDS } from './acts/act-fields.ts'
import { ActInput } from './acts/act-input.tsx'
import { followKind } from './acts/follow-kind.ts'
import { startersOf } from './acts/starters.ts'
import { UnitNames } from './acts/unit-input.tsx'
import { CaseSection } from './case-section.tsx'
import { ACT_KEYS } from './keys.ts'
import { isForSeveral, type SeveralAct } from './several-asked.ts'
import { useSeveralChoices } from './use-several-choices.ts'

type Cases = SeveralCases & { then: 'accept' | null }
type Typed = { act: string; values: Record<string, string[]> } | null
type SeveralActsProps = { cases: Cases; typed: Typed; issues: readonly Issue[] }

/** What every one of the chosen cases allows now, each act as one form that carries all of them. */
export function SeveralActs({ cases, typed, issues }: SeveralActsProps) {
  const { t } = useTranslation(['several', 'case'])
  const acts = cases.acts.filter(isForSeveral)
  return (
    <CaseSection id="acts" title={t('several:acts')}>
      {acts.length === 0 && <p className="text-muted">{t('several:noneInCommon')}</p>}
      <UnitNames units={cases.choices.units} />
      <div className="[&_details]:mb-2">
        {acts.map((type) => (
          <Fold key={type} letter={ACT_KEYS[type]} summary={t(`case:acts.${type}`)} open={typed?.act === type}>
            <SeveralForm
              {...{ type, cases }}
              typed={typed?.act === type ? typed.values : {}}
              issues={typed?.act === type ? issues : []}
            />
          </Fold>
        ))}
      </div>
    </CaseSection>
  )
}

type SeveralFormProps = {
  type: SeveralAct
  cases: Cases
  typed: Record<string, string[]>
  issues: readonly Issue[]
}

function SeveralForm({ type, cases, typed, issues }: SeveralFormProps) {
  const { t } = useTranslation(['acts', 'case'])
  const busy = useNavigation().formData?.get('act') === type
  const choices = useSeveralChoices(cases)
  const starters = startersOf(type, null, choices, [])
  const errorOf = (name: string) => {
    const issue = issues.find(({ field }) => field === name)
    return issue && t(`acts:problems.${issue.problem}`)
  }
  const fields = ACT_FIELDS[type]
  const then = type === 'classify' ? cases.then : null
  return (
    <Form method="post" className="pb-4" onChange={type === 'classify' ? followKind(choices.kinds) : undefined}>
      <FormMark />
      <input type="hidden" name="act" value={type} />
      {cases.rows.map(({ id, revision }) => (
        <input key={id} type="hidden" name="case" value={`${id} ${revision}`} />
      ))}
      <ErrorSummary
        mistakes={fields.flatMap(({ name }) => {
          const message = errorOf(name)
          return message ? [{ field: `${type}-${name}`, message }] : []
        })}
      />
      <p className="mb-4 text-sm text-muted">{t(`acts:does.${type}`)}</p>
      {fields.map((field) => (
        <ActInput
          key={field.name}
          id={`${type}-${field.name}`}
          {...{ type, field, choices }}
          error={errorOf(field.name)}
          said={typed[field.name] ?? starters[field.name] ?? []}
        />
      ))}
      <span className="flex flex-wrap gap-3">
        {then && (
          <Button small name="then" value={then} busy={busy} busyLabel={t('acts:busy')}>
            {t(`acts:and.${then}`)}
          </Button>
        )}
        <Button small look={then ? 'quiet' : 'primary'} busy={busy} busyLabel={t('acts:busy')}>
          {t(`case:acts.${type}`)}
        </Button>
      </span>
    </Form>
  )
}
