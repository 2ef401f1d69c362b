import type { FormEvent } from 'react'
import type { Choices } from './choices.ts'

/** A kind brings how hard it usually is, until somebody has said it for this case. */
export const followKind =
  (kinds: Choices['kinds']) =>
  ({ currentTarget: form, target }: FormEvent<HTMLFormElement>): void => {
    if (target instanceof HTMLInputElement && target.name === 'complexity') form.dataset.said = 'complexity'
    if (!(target instanceof HTMLSelectElement) || target.name !== 'kind' || form.dataset.said) return
    const usual = kinds.find(({ code }) => code === target.value)?.complexity
    for (const choice of form.querySelectorAll<HTMLInputElement>('[name=complexity]'))
      choice.checked = choice.value === usual
  }
