import { useTranslation } from 'react-i18next'
import { CheckBox } from '#app/ui/check-box.tsx'
import type { Choice } from '#app/ui/choice.ts'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import {
  COMPLEXITIES,
  FINDINGS,
  LOOK_BACK_METHODS,
  NO_REPLY_GROUNDS,
  REFUSAL_REASONS,
  TRACKS,
} from '#workflows/case/names.ts'
import { AccusedPeople } from './accused-people.tsx'
import type { ActField, DeskAct } from './act-fields.ts'
import type { Choices } from './choices.ts'
import { NamingText } from './naming-text.tsx'
import { UnitInput, UnitsInput } from './unit-input.tsx'

type ActInputProps = {
  id: string
  type: DeskAct
  field: ActField
  choices: Choices
  said: readonly string[]
  error: string | undefined
}

/** One field of an act, drawn by what it asks for. */
export function ActInput({ id, type, field, choices, said, error }: ActInputProps) {
  const { t } = useTranslation(['acts', 'case'])
  const { t: p } = useTranslation('together')
  const part = field.name.split('.')
  const label = t(`acts:fields.${type}.${part.at(-1)}` as 'acts:fields.note.text', {
    side: part.length > 1 ? t(`case:tracks.${part[1] === 'department' ? 'department' : 'territory'}`) : '',
  })
  const isGuess = type === 'classify' && field.name === 'place' && choices.classified.placeIsGuess
  const help = isGuess ? t('acts:fromText') : undefined
  const colleagueWord = ({ name, unit, deputy }: Choices['colleagues'][number]) =>
    `${name}(${unit})${deputy === null ? '' : ` · ${p('awayNow', { deputy })}`}`
  const shared = { id, name: field.name, label, help, error, optional: field.optional }
  const [first = ''] = said
  switch (field.as) {
    case 'text':
      if (field.names) return <NamingText {...shared} {...{ field, choices }} said={first} />
      return <TextArea {...shared} rows={field.rows} most={field.most} defaultValue={first} />
    case 'choice':
      return <RadioGroup {...shared} choices={choicesOf(field.of, t)} defaultValue={first} />
    case 'day':
      return <TextInput {...shared} type="date" max={choices.today} defaultValue={first} />
    case 'yesNo':
      return (
        <RadioGroup
          {...shared}
          inline
          choices={(['yes', 'no'] as const).map((value) => ({ value, label: t(`acts:${value}`) }))}
          defaultValue={first}
        />
      )
    case 'tracks':
      return (
        <fieldset className="mb-5">
          <legend className="font-medium">{label}</legend>
          {TRACKS.map((track) => (
            <CheckBox
              key={track}
              id={`${id}-${track}`}
              name={field.name}
              value={track}
              label={t(`case:tracks.${track}`)}
              defaultChecked={said.includes(track)}
            />
          ))}
        </fieldset>
      )
    case 'accusedPeople':
      return <AccusedPeople {...{ id, label, choices, said }} name={field.name} />
    case 'kind':
      return (
        <Select
          {...shared}
          none={t('acts:choose')}
          choices={choices.kinds.map(({ code, name }) => ({ value: code, label: name }))}
          defaultValue={first}
        />
      )
    case 'colleague':
      return (
        <Select
          {...shared}
          none={t('acts:choose')}
          choices={choices.colleagues.map((each) => ({ value: each.id, label: colleagueWord(each) }))}
          defaultValue={first}
        />
      )
    case 'case':
      return (
        <Select
          {...shared}
          none={t('acts:choose')}
          choices={choices.mergeInto.map((each) => ({
            value: each.id,
            label: [each.number, each.kind, each.place].filter(Boolean).join(' · '),
          }))}
          defaultValue={first}
        />
      )
    case 'unit':
      return <UnitInput {...shared} names={choices.unitNames} said={first} />
    case 'units':
      return <UnitsInput {...shared} {...{ choices, said }} />
  }
}

type Words = ReturnType<typeof useTranslation<['acts', 'case']>>['t']
type ChoiceField = Extract<ActField, { as: 'choice' }>['of']

function choicesOf(of: ChoiceField, t: Words): Choice[] {
  switch (of) {
    case 'refusalReasons':
      return REFUSAL_REASONS.map((value) => ({
        value,
        label: t(`case:refusalReasons.${value}`),
        help: t(`case:otherChannels.${value}`),
      }))
    case 'noReplyGrounds':
      return NO_REPLY_GROUNDS.map((value) => ({ value, label: t(`case:noReplyGrounds.${value}`) }))
    case 'lookBackMethods':
      return LOOK_BACK_METHODS.map((value) => ({ value, label: t(`case:lookBackMethods.${value}`) }))
    case 'findings':
      return FINDINGS.map((value) => ({ value, label: t(`case:findings.${value}`) }))
    case 'complexities':
      return COMPLEXITIES.map((value) => ({ value, label: t(`case:complexities.${value}`) }))
    case 'tracks':
      return TRACKS.map((value) => ({ value, label: t(`case:tracks.${value}`) }))
    case 'rulings':
      return (['reassigned', 'confirmed'] as const).map((value) => ({ value, label: t(`acts:rulings.${value}`) }))
  }
}
