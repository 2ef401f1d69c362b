/** What was typed into one of the thread's forms: given back to it whenever it was not taken. */
export type TypedAct = { act: string; text: string; satisfied: '' | 'yes' | 'no'; consent: boolean; sure: boolean }

export function typedActIn(form: URLSearchParams): TypedAct | null {
  const act = form.get('act')
  if (!act) return null
  const satisfied = form.get('satisfied')
  return {
    act,
    text: form.get('text') ?? '',
    satisfied: satisfied === 'yes' || satisfied === 'no' ? satisfied : '',
    consent: Boolean(form.get('consent')),
    sure: Boolean(form.get('sure')),
  }
}

/** The same as fields of a form that carries it along. */
export const carried = ({ act, text, satisfied, consent }: TypedAct): Record<string, string | null> => ({
  act,
  text: text || null,
  satisfied: satisfied || null,
  consent: consent ? 'on' : null,
})

/** What was typed into the form of this act, if it was that one. */
export const typedFor = (typed: TypedAct | null, act: string): TypedAct | undefined =>
  typed?.act === act ? typed : undefined
