import { Fragment } from 'react'
import { useTranslation } from 'react-i18next'
import { Form, useNavigation } from '@remix-run/react'
import { SettlePlaces } from '#app/http/settle-places.tsx'
import { Button } from '#app/ui/button.tsx'
import { ErrorSummary } from '#app/ui/error-summary.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import type { Track } from '#workflows/case/names.ts'
import type { Issue, Unsettled } from '#workflows/engine/refusal.ts'
import { type DeskAct, fieldsOf } from './act-fields.ts'
import { ActInput } from './act-input.tsx'
import { AskAnew } from './ask-anew.tsx'
import { AskedByUnit } from './asked-by-unit.tsx'
import type { Choices } from './choices.ts'
import { followKind } from './follow-kind.ts'
import { RecognisedUnits } from './recognised-units.tsx'
import { startersOf } from './starters.ts'
import { TemplatePicker } from './template-picker.tsx'
import { beginsWith, firstFieldOf, slotsOf } from './template-slots.ts'
import { Waiting } from './waiting.tsx'

type ActFormProps = {
  type: DeskAct
  track: Track | null
  choices: Choices
  seen: number
  /** what may be done in the same sending */
  then?: 'accept' | null
  /** the templates the page was asked to begin with */
  asked?: readonly string[]
  typed: Record<string, string[]> | null
  issues: readonly Issue[]
  unsettled?: readonly Unsettled[]
}

/** What cannot be taken back by the same hand. */
export const HARD_TO_UNDO: readonly DeskAct[] = [
  'proposeRefusal',
  'confirmRefusal',
  'merge',
  'handUp',
  'exposeCode',
  'proposeNoReply',
  'confirmNoReply',
]

/** One act as one plain form. Works with scripts off; a field that was not taken keeps what was typed. */
export function ActForm({ type, track, choices, seen, then, asked = [], typed, issues, unsettled = [] }: ActFormProps) {
  const { t } = useTranslation(['acts', 'case'])
  const navigation = useNavigation()
  const sent = navigation.formData
  const busy = sent?.get('act') === type && (sent.get('track') ?? null) === track
  const starters = startersOf(type, track, choices, asked)
  const slots = slotsOf(type, track)
  const anew = ['anew', type, track].filter(Boolean).join('-')
  const fields = fieldsOf(type, choices.mode)
  const idOf = (name: string) => [type, track, name].filter(Boolean).join('-')
  const messageOf = (name: string) => {
    const issue = issues.find(({ field }) => field === name || field.startsWith(`${name}.`))
    const field = fields.find((each) => each.name === name)
    const naming = field?.as === 'text' && field.names && issues.find((each) => each.field.startsWith('mentions'))
    if (naming) return t(`acts:naming.${naming.problem === 'tooLong' ? 'tooMany' : 'unknown'}`)
    if (!issue) return undefined
    if (issue.problem === 'wrong' && (field?.as === 'unit' || field?.as === 'units')) return t('acts:noUnit')
    const general = t(`acts:problems.${issue.problem}`)
    return issue.problem === 'wrong'
      ? String(t(`acts:wrong.${type}.${name}` as never, { defaultValue: general } as never))
      : general
  }
  return (
    <>
      {slots.length > 0 && <AskAnew id={anew} track={track} />}
      <Form
        method="post"
        preventScrollReset
        className="pb-4"
        onChange={type === 'classify' && choices.classified.complexity === null ? followKind(choices.kinds) : undefined}
      >
        <FormMark seen={seen} />
        <HiddenInputs values={{ act: type, track }} />
        <ErrorSummary
          mistakes={fields.flatMap(({ name }) => {
            const message = messageOf(name)
            return message ? [{ field: idOf(name), message }] : []
          })}
        />
        <p className="mb-4 text-sm text-muted">{t(`acts:does.${type}`)}</p>
        <Waiting type={type} waiting={choices.waiting} />
        <AskedByUnit {...{ type, track }} asked={choices.asked} />
        {fields.map((field) => (
          <Fragment key={field.name}>
            {slots
              .filter((slot) => firstFieldOf(slot) === field.name)
              .map((slot) => (
                <TemplatePicker
                  key={slot.prefix}
                  id={`${idOf(field.name)}-template`}
                  {...{ slot, templates: choices.templates }}
                  begun={typed ? undefined : beginsWith(slot, choices.templates, asked)?.id}
                  act={type}
                  askedIn={anew}
                />
              ))}
            <ActInput
              id={idOf(field.name)}
              {...{ type, field, choices }}
              error={messageOf(field.name)}
              said={typed?.[field.name] ?? starters[field.name] ?? []}
            />
            <SettlePlaces
              id={`${idOf(field.name)}-settle`}
              unsettled={unsettled.find((one) => one.field === field.name)}
              ticked={typed?.settled ?? []}
            />
          </Fragment>
        ))}
        {then && <RecognisedUnits choices={choices} />}
        {then && (
          <span className="mr-3">
            <Button small name="then" value={then} busy={busy} busyLabel={t('acts:busy')}>
              {t(`acts:and.${then}`)}
            </Button>
          </span>
        )}
        <Button
          look={then ? 'quiet' : HARD_TO_UNDO.includes(type) ? 'danger-quiet' : 'primary'}
          small
          busy={busy}
          busyLabel={t('acts:busy')}
        >
          {t(`case:acts.${type}`)}
        </Button>
      </Form>
    </>
  )
}
