import { Form, useNavigation } from '@remix-run/react'
import { useTranslation } from 'react-i18next'
import { commaOf } from '#app/ui/comma.ts'
import { typedInto } from '#app/http/form-values.ts'
import { Badge } from '#app/ui/badge.tsx'
import { Button } from '#app/ui/button.tsx'
import { Fold } from '#app/ui/fold.tsx'
import { FormMark } from '#app/ui/form-mark.tsx'
import { HiddenInputs } from '#app/ui/hidden-inputs.tsx'
import { RadioGroup } from '#app/ui/radio-group.tsx'
import { TextArea } from '#app/ui/text-area.tsx'
import { TextInput } from '#app/ui/text-input.tsx'
import { COMPLEXITIES } from '#workflows/case/names.ts'
import type { KindEntry } from '#workflows/reading/kinds.ts'
import type { Fault } from '#workflows/settings-desk/change.ts'
import { ChangeNotice } from './change-notice.tsx'
import type { NotTaken } from './not-changed.server.ts'

type KindFoldProps = {
  kind: KindEntry
  /** which department is in charge of which line */
  lines: Record<string, string>
  first: boolean
  answer: NotTaken | undefined
}
const FIELDS = ['name_zh', 'name_en', 'mode', 'complexity', 'lines', 'basis_zh', 'basis_en', 'retired'] as const
type KindField = (typeof FIELDS)[number]

/** One kind: its name and what follows from it, folded; in it the form to change that. */
export function KindFold({ kind, lines, first, answer }: KindFoldProps) {
  const { t, i18n } = useTranslation(['kinds', 'case', 'site'])
  const { code, revision } = kind
  const busy = useNavigation().formData?.get('code') === code
  const say = ({ field, problem }: Fault) => {
    const known = FIELDS.find((each) => each === field)
    return t(`kinds:problems.${problem}` as 'kinds:problems.missing', {
      field: known ? t(`kinds:fields.${known}`) : field,
    })
  }
  const idOf = (field: string) => `${code}-${field}`
  const faults = answer?.refused.code === 'invalid' ? answer.refused.faults : []
  const named =
    answer?.refused.code === 'invalid'
      ? {
          ...answer,
          refused: { ...answer.refused, faults: faults.map((each) => ({ ...each, field: idOf(each.field) })) },
        }
      : answer
  const field = (name: KindField) => ({
    name,
    id: idOf(name),
    label: t(`kinds:fields.${name}`),
    error: faults.filter((fault) => fault.field === name).map(say)[0],
  })
  const value = (name: Exclude<KindField, 'retired' | 'lines'>) => typedInto(answer?.typed, name) ?? kind[name]
  const summary = (
    <span id={code} className={kind.retired ? 'text-muted' : ''}>
      <span className="tabular-nums">{code}</span> {i18n.language === 'en' ? kind.name_en : kind.name_zh}{' '}
      {kind.retired && <Badge>{t('kinds:retired')}</Badge>}
    </span>
  )
  const hint = [
    t(`kinds:modes.${kind.mode}`),
    t(`case:complexities.${kind.complexity}`),
    kind.lines.map((line) => lines[line] ?? line).join(commaOf(i18n.language)),
    kind.cases !== null && t('kinds:cases', { count: kind.cases }),
  ]
  return (
    <Fold summary={summary} hint={hint.filter(Boolean).join(' · ')} open={answer !== undefined}>
      <Form method="post" preventScrollReset>
        <FormMark seen={revision} />
        <HiddenInputs values={{ act: 'change', code }} />
        <ChangeNotice answer={named} say={(fault) => say({ ...fault, field: fault.field.split('-')[1] ?? '' })} />
        <div className="gap-x-6 sm:grid sm:grid-cols-2">
          <TextInput {...field('name_zh')} defaultValue={value('name_zh')} />
          <TextInput {...field('name_en')} defaultValue={value('name_en')} />
          <RadioGroup
            {...field('mode')}
            choices={(['verifyFirst', 'assignToVerify'] as const).map((mode) => ({
              value: mode,
              label: t(`kinds:modes.${mode}`),
            }))}
            defaultValue={value('mode')}
          />
          <RadioGroup
            {...field('complexity')}
            inline
            choices={COMPLEXITIES.map((each) => ({ value: each, label: t(`case:complexities.${each}`) }))}
            defaultValue={value('complexity')}
          />
        </div>
        <TextInput
          {...field('lines')}
          optional
          help={t('kinds:linesHelp')}
          defaultValue={typedInto(answer?.typed, 'lines') ?? kind.lines.join('、')}
        />
        <div className="gap-x-6 sm:grid sm:grid-cols-2">
          <TextArea {...field('basis_zh')} rows={2} defaultValue={value('basis_zh')} />
          <TextArea {...field('basis_en')} rows={2} defaultValue={value('basis_en')} />
        </div>
        <p className="mb-3 text-sm text-muted">{t('kinds:means')}</p>
        <Button busy={busy} busyLabel={t('site:buttons.saving')}>
          {t('site:buttons.save')}
        </Button>
      </Form>
      <div className="flex gap-3 py-3">
        {!first && <Small act="raise" code={code} revision={revision} label={t('kinds:raise')} />}
        {code !== 'OUT' && (
          <Small
            act={kind.retired ? 'restore' : 'retire'}
            code={code}
            revision={revision}
            label={t(kind.retired ? 'kinds:restore' : 'kinds:retire')}
          />
        )}
      </div>
    </Fold>
  )
}

function Small({ act, code, revision, label }: { act: string; code: string; revision: number; label: string }) {
  return (
    <Form method="post" preventScrollReset>
      <FormMark seen={revision} />
      <HiddenInputs values={{ act, code }} />
      <Button look="quiet" small>
        {label}
      </Button>
    </Form>
  )
}
