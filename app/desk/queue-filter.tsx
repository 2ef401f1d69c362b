import { Form } from '@remix-run/react'
import type { ReactNode } from 'react'
import { useTranslation } from 'react-i18next'
import { Button } from '#app/ui/button.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { COMPLEXITIES } from '#workflows/case/names.ts'
import type { DeskQueue, QueueChoices } from '#workflows/reading/desk-queue.ts'
import { ChipFold } from './chip-fold.tsx'
import { useCaseWord } from './use-case-word.ts'

type Line = { value: string; label: string }
const FLAGS = ['urgent', 'reprisal', 'slow', 'provisional'] as const

/** Everything a queue can be narrowed by, folded away. It asks for an address, so what it makes can be kept and sent. */
export function QueueFilter({
  state,
  narrow,
  names,
  choices,
}: Pick<DeskQueue, 'state' | 'narrow' | 'names'> & { choices: QueueChoices }) {
  const { t, i18n } = useTranslation('queues')
  const word = useCaseWord()
  const kinds = choices.kinds.map(({ code, zh, en }) => ({
    value: code,
    label: `${code} ${i18n.language === 'en' ? en : zh}`,
  }))
  const complexities = COMPLEXITIES.map((value) => ({ value, label: word('complexities', value) }))
  const holders = [
    ...(['me', 'nobody'] as const).map((value) => ({ value, label: t(`holder.${value}`) })),
    ...choices.holders.map(({ login, name }) => ({ value: login, label: name })),
  ]
  const due = (['late', 'week'] as const).map((value) => ({ value, label: t(`due.${value}`) }))
  // drawn anew for another filter, or a chip that was taken away would stay in the form
  const drawn = JSON.stringify([state, narrow])
  return (
    <ChipFold summary={t('filter')} hint={t('filterHint')}>
      <Form key={drawn} method="get" action="/desk">
        <HiddenInputs values={{ state }} />
        <div className="grid gap-x-4 gap-y-3 sm:grid-cols-2 lg:grid-cols-4">
          <Pick name="kind" lines={kinds} chosen={narrow.kind} named={names.kind?.zh} />
          <Pick name="place" groups={byCounty(choices.places)} chosen={narrow.place} named={names.place} />
          <Pick name="complexity" lines={complexities} chosen={narrow.complexity} />
          <Pick name="holder" lines={holders} chosen={narrow.holder} named={names.holder} />
          <Pick name="due" lines={due} chosen={narrow.due} />
          <Labelled name="from">
            <input type="date" id="filter-from" name="from" defaultValue={narrow.from} className="control" />
          </Labelled>
          <Labelled name="to">
            <input type="date" id="filter-to" name="to" defaultValue={narrow.to} className="control" />
          </Labelled>
        </div>
        <fieldset className="mt-3">
          <legend className="text-sm font-medium">{t('parts.marks')}</legend>
          <div className="flex flex-wrap gap-x-6">
            {FLAGS.map((flag) => (
              <label key={flag} className="flex min-h-10 items-center gap-2 text-sm">
                <input
                  type="checkbox"
                  name={flag}
                  value="1"
                  defaultChecked={narrow[flag]}
                  className="size-4.5 shrink-0 accent-qing"
                />
                {t(`flags.${flag}`)}
              </label>
            ))}
          </div>
        </fieldset>
        <div className="mt-3">
          <Button small>{t('apply')}</Button>
        </div>
      </Form>
    </ChipFold>
  )
}

type PartName = 'kind' | 'place' | 'complexity' | 'holder' | 'due' | 'from' | 'to'
type Group = { label: string; lines: readonly Line[] }
type PickProps = {
  name: PartName
  lines?: readonly Line[]
  groups?: readonly Group[]
  chosen: string | undefined
  /** what is chosen, where the lines do not list it: a department, somebody who has left */
  named?: string | null
}

function Pick({ name, lines = [], groups = [], chosen, named }: PickProps) {
  const { t } = useTranslation('queues')
  const isListed = [...lines, ...groups.flatMap((group) => group.lines)].some(({ value }) => value === chosen)
  return (
    <Labelled name={name}>
      <select id={`filter-${name}`} name={name} defaultValue={chosen ?? ''} className="control">
        <option value="">{t('any')}</option>
        {chosen !== undefined && !isListed && <option value={chosen}>{named ?? chosen}</option>}
        {lines.map(drawLine)}
        {groups.map((group) => (
          <optgroup key={group.label} label={group.label}>
            {group.lines.map(drawLine)}
          </optgroup>
        ))}
      </select>
    </Labelled>
  )
}

function Labelled({ name, children }: { name: PartName; children: ReactNode }) {
  const { t } = useTranslation('queues')
  return (
    <div>
      <label htmlFor={`filter-${name}`} className="mb-1 block text-sm font-medium">
        {t(`parts.${name}`)}
      </label>
      {children}
    </div>
  )
}

const drawLine = ({ value, label }: Line) => (
  <option key={value} value={value}>
    {label}
  </option>
)

/** Townships under the county whose code theirs begins with; what is under none (the city) heads a group of its own. */
function byCounty(places: QueueChoices['places']): Group[] {
  const groups: { code: string; label: string; lines: Line[] }[] = []
  for (const { code, name, level } of places) {
    const line = { value: code, label: name }
    const county = level === 'township' ? groups.findLast((group) => code.startsWith(group.code)) : undefined
    if (county) county.lines.push(line)
    else groups.push({ code, label: name, lines: [line] })
  }
  return groups
}
