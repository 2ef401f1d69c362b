import { useTranslation } from 'react-i18next'
import { ACT_KEYS } from '#app/desk/keys.ts'
import { Fold } from '#app/ui/fold.tsx'
import type { Track } from '#workflows/case/names.ts'
import type { Issue, Unsettled } from '#workflows/engine/refusal.ts'
import { type DeskAct, isDeskAct } from './act-fields.ts'
import { ActForm } from './act-form.tsx'
import { inOrder, isUsual, phaseOf } from './act-order.ts'
import type { Picked } from './ask-anew.tsx'
import type { Choices } from './choices.ts'
import { UnitNames } from './unit-input.tsx'

/** What was typed into the form that was not taken, by field name. */
export type Typed = { act: string; track: string; values: Record<string, string[]> }

export type ActsProps = {
  /** what the machine takes from this officer now */
  acts: readonly { type: string; variants: readonly { track?: Track }[] }[]
  life: string
  choices: Choices
  /** the revision the page was drawn from */
  seen: number
  /** what the likely act may lead to in the same sending */
  then?: 'accept' | null
  /** the form and templates that the address asks for */
  picked?: Picked | null
  /** the act that was just done: its form begins anew, those half filled beside it stay */
  done?: { type: string; seq: number } | null
  typed: Typed | null
  issues: readonly Issue[]
  unsettled?: readonly Unsettled[]
}

/** The right column of a case: what I may do now, the likely act open and first, the others folded. */
export function Acts({
  acts,
  life,
  choices,
  seen,
  then,
  picked = null,
  done,
  typed,
  issues,
  unsettled = [],
}: ActsProps) {
  const { t } = useTranslation(['acts', 'case'])
  // a matter split off has a kind and nobody's word yet on how hard it is: it cannot be accepted
  const phase = phaseOf(life, choices.classified.kind !== null && choices.classified.complexity !== null)
  const forms = inOrder(acts.flatMap(formsOf), phase)
  if (forms.length === 0) return <p className="text-muted">{t('acts:none')}</p>
  const isTyped = (form: Form) => typed?.act === form.type && typed.track === (form.track ?? '')
  const isPicked = (form: Form) => !typed && picked?.act === form.type && picked.track === (form.track ?? '')
  const fold = (form: Form, at: number) => (
    <Fold
      key={[form.type, form.track, form.type === done?.type ? done.seq : null].join(' ')}
      letter={ACT_KEYS[form.type]}
      open={typed || picked ? isTyped(form) || isPicked(form) : at === 0 && isUsual(form.type, phase)}
      summary={
        <>
          {t(`case:acts.${form.type}`)}
          {form.track && <span className="ml-1 text-muted">· {t(`case:tracks.${form.track}`)}</span>}
        </>
      }
    >
      <ActForm
        {...form}
        {...{ choices, seen }}
        then={form.type === 'classify' ? then : null}
        asked={isPicked(form) ? picked?.templates : []}
        typed={isTyped(form) ? (typed?.values ?? null) : null}
        issues={isTyped(form) ? issues : []}
        unsettled={isTyped(form) ? unsettled : []}
      />
    </Fold>
  )
  const usual = forms.filter(({ type }) => isUsual(type, phase))
  const others = forms.filter(({ type }) => !isUsual(type, phase))
  return (
    <div className="[&_details]:mb-2">
      <UnitNames units={choices.units} />
      {usual.map(fold)}
      {others.length > 0 && (
        <Fold summary={t('acts:others')} open={usual.length === 0 || others.some(isTyped) || others.some(isPicked)}>
          {others.map((form) => fold(form, forms.length))}
        </Fold>
      )}
    </div>
  )
}

type Form = { type: DeskAct; track: Track | null }

/** One form an act, or one a side where the act is about a letter. */
function formsOf({ type, variants }: ActsProps['acts'][number]): Form[] {
  if (!isDeskAct(type)) return []
  const tracks = new Set(variants.map(({ track }) => track ?? null))
  return [...tracks].map((track) => ({ type, track }))
}
