import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { typedInto } from '#app/http/form-values.ts'
import { Button } from '#app/ui/button.tsx'
import { formatDay } from '#app/ui/day-words.ts'
import { Fold } from '#app/ui/fold.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { Select } from '#app/ui/select.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { COMPLEXITIES } from '#workflows/case/names.ts'
import { RUNG_FIELDS, type RungField } from '#workflows/deadlines/rung-fields.ts'
import type { DateEntry, DatesPage, RuleEntry } from '#workflows/reading/dates.ts'
import type { Fault } from '#workflows/settings-desk/change.ts'
import { ChangeNotice } from './change-notice.tsx'
import type { NotTaken } from './not-changed.server.ts'

type DateRulesProps = {
  date: DateEntry
  kinds: DatesPage['kinds']
  today: string
  /** what was refused, if it was about this date */
  answer: NotTaken | undefined
}

/** One date: the catalogue's length, what stands in its place, and the form to set another. */
export function DateRules({ date, kinds, today, answer }: DateRulesProps) {
  const { t } = useTranslation(['dates', 'case'])
  const { name, days, unit, source, inForce, coming, past } = date
  const own = typeof days === 'number' ? t(`dates:days.${unit}`, { days }) : t('dates:byComplexity', days)
  const set = [...inForce, ...coming]
  return (
    <section id={name} className="border-t border-line py-3">
      <div className="flex flex-wrap items-baseline gap-x-4">
        <h2 className="min-w-48 text-base">{t(`case:deadlines.${name}`)}</h2>
        <p className={inForce.some(({ kind, complexity }) => !kind && !complexity) ? 'text-muted line-through' : ''}>
          {own}
        </p>
        <p className="text-sm text-muted">{source ?? t('dates:default')}</p>
      </div>
      {set.length > 0 && (
        <ul className="mt-1 text-sm">
          {set.map((rule) => (
            <li key={rule.id} className="flex flex-wrap items-baseline gap-x-3 py-1">
              <RuleLine rule={rule} unit={unit} coming={rule.from > today} />
              <Form method="post" preventScrollReset>
                <FormMark />
                <HiddenInputs values={{ act: 'endDeadlineRule', name, rule: rule.id }} />
                <Button look="danger-quiet" small>
                  {t('dates:end')}
                </Button>
              </Form>
            </li>
          ))}
        </ul>
      )}
      <div className="mt-2 flex flex-wrap gap-x-4 text-sm *:mb-0">
        <Fold summary={t('dates:set')} open={answer !== undefined}>
          <SetRule date={date} kinds={kinds} today={today} answer={answer} />
        </Fold>
        {past.length > 0 && (
          <Fold summary={t('dates:past', { count: past.length })}>
            <ul className="pb-3">
              {past.map((rule) => (
                <li key={rule.id}>
                  <RuleLine rule={rule} unit={unit} coming={false} />
                </li>
              ))}
            </ul>
          </Fold>
        )}
      </div>
    </section>
  )
}

function RuleLine({ rule, unit, coming }: { rule: RuleEntry; unit: DateEntry['unit']; coming: boolean }) {
  const { t, i18n } = useTranslation(['dates', 'case'])
  const { kind, complexity, days, from, until, source, by } = rule
  const english = i18n.language === 'en'
  const scope = [kind && (english ? kind.en : kind.zh), complexity && t(`case:complexities.${complexity}`)]
  return (
    <span>
      <strong className="font-medium">{t(`dates:days.${unit}`, { days })}</strong>
      {' · '}
      {scope.filter(Boolean).join(' · ') || t('dates:all')}
      {' · '}
      <span className={coming ? 'font-medium' : 'text-muted'}>
        {until
          ? t('dates:fromUntil', { from: formatDay(from, i18n.language), until: formatDay(until, i18n.language) })
          : t('dates:from', { from: formatDay(from, i18n.language) })}
      </span>
      {RUNG_FIELDS.flatMap((rung) => {
        const at = rule.rungs[rung]
        return at === null
          ? []
          : [` · ${at === 0 ? t(`dates:rungs.none.${rung}`) : t(`dates:rungs.${rung}`, { days: at })}`]
      })}
      <span className="text-muted">{` · ${source}${by ? ` · ${by}` : ''}`}</span>
    </span>
  )
}

const FIELDS = ['kind', 'complexity', 'days', 'validFrom', 'source', ...RUNG_FIELDS] as const

function SetRule({ date, kinds, today, answer }: DateRulesProps) {
  const { t, i18n } = useTranslation(['dates', 'case', 'site'])
  const busy = useNavigation().formData?.get('name') === date.name
  const idOf = (field: string) => `${date.name}-${field}`
  const say = ({ field, problem }: Fault) => {
    const known = FIELDS.find((each) => each === field)
    return t(`dates:problems.${problem}` as 'dates:problems.missing', {
      field: known ? t(`dates:fields.${known}`) : field,
    })
  }
  const faults = answer?.refused.code === 'invalid' ? answer.refused.faults : []
  const named = answer && {
    ...answer,
    refused:
      answer.refused.code === 'invalid'
        ? { ...answer.refused, faults: faults.map((fault) => ({ ...fault, field: idOf(fault.field) })) }
        : answer.refused,
  }
  const field = (name: (typeof FIELDS)[number]) => ({
    name,
    id: idOf(name),
    label: t(`dates:fields.${name}`),
    error: faults.filter((fault) => fault.field === name).map(say)[0],
  })
  const english = i18n.language === 'en'
  const typed = (name: string) => typedInto(answer?.typed, name)
  const usual = (rung: RungField) => {
    const days = date.ladder?.[rung === 'supervision' ? 'order' : rung]
    return days ? t(`dates:usual.${rung}`, { days }) : t('dates:usual.none')
  }
  return (
    <Form method="post" preventScrollReset className="pb-3">
      <FormMark />
      <HiddenInputs values={{ act: 'setDeadlineRule', name: date.name }} />
      <input type="hidden" name="newest" value={date.newest} />
      <ChangeNotice answer={named} say={(fault) => say({ ...fault, field: fault.field.split('-')[1] ?? '' })} />
      <p className="mb-3 text-muted">{t('dates:means')}</p>
      <div className="gap-x-6 sm:grid sm:grid-cols-2">
        <TextInput {...field('days')} inputMode="numeric" defaultValue={typed('days')} />
        <TextInput {...field('validFrom')} type="date" min={today} defaultValue={typed('validFrom') ?? today} />
        <Select
          {...field('kind')}
          optional
          none={t('dates:anyKind')}
          choices={kinds.map(({ code, zh, en }) => ({ value: code, label: `${code} ${english ? en : zh}` }))}
          defaultValue={typed('kind')}
        />
        <Select
          {...field('complexity')}
          optional
          none={t('dates:anyComplexity')}
          choices={COMPLEXITIES.map((each) => ({ value: each, label: t(`case:complexities.${each}`) }))}
          defaultValue={typed('complexity')}
        />
      </div>
      {date.ladder && (
        <Fold summary={t('dates:ladder')} hint={t('dates:ladderHelp')} open={RUNG_FIELDS.some((each) => typed(each))}>
          <div className="gap-x-6 sm:grid sm:grid-cols-2">
            {RUNG_FIELDS.map((each) => (
              <TextInput
                key={each}
                {...field(each)}
                optional
                inputMode="numeric"
                help={usual(each)}
                defaultValue={typed(each)}
              />
            ))}
          </div>
        </Fold>
      )}
      <TextInput {...field('source')} help={t('dates:sourceHelp')} defaultValue={typed('source')} />
      <Button busy={busy} busyLabel={t('site:buttons.saving')}>
        {t('site:buttons.save')}
      </Button>
    </Form>
  )
}
