import type { LetterAct, LetterActType } from '#workflows/engine/step-letter.ts'

/** The texts each act carries, by the name of their field. */
export const FIELDS = {
  acknowledge: [],
  object: ['grounds'],
  askExtension: ['days', 'grounds'],
  submitResult: ['facts', 'measures', 'effect', 'prevention', 'upkeep'],
  answerOrder: ['text'],
} as const satisfies Record<LetterActType, readonly string[]>
export type FieldName = (typeof FIELDS)[LetterActType][number]

/** The longest a text may be, as the engine takes it. */
export const MOST: Record<Exclude<FieldName, 'days'>, number> = {
  grounds: 10_000,
  text: 10_000,
  facts: 1_500,
  measures: 1_500,
  effect: 1_500,
  prevention: 1_500,
  upkeep: 200,
}
const ACTS: readonly LetterActType[] = ['acknowledge', 'object', 'askExtension', 'submitResult', 'answerOrder']

/** The act a form asks for, with the fields of that act alone; null where it asks for none there is. */
export function actFrom(form: FormData): LetterAct | null {
  const type = ACTS.find((each) => each === form.get('act'))
  if (!type) return null
  const typed = (field: string) => {
    const value = form.get(field)
    return typeof value === 'string' ? value : ''
  }
  const said = Object.fromEntries(FIELDS[type].map((field) => [field, typed(field)]))
  if (type === 'askExtension') return { type, ...said, days: /^\d$/.test(typed('days')) ? Number(typed('days')) : null }
  return { type, ...said }
}
