import type { TypedNames } from '#workflows/reading/typed-names.ts'
import { eventFrom } from './event-from.ts'

type Said = { type: string } & Record<string, unknown>

/**
 * The events one sending asks for, in their order. Classifying may confirm the units that the text was seen to accuse
 * (`recognised`), and take the case in at once (`then`): each is an act of its own, judged and recorded by itself.
 */
export function eventsFrom(form: FormData, names: TypedNames): [Said, ...Said[]] {
  const event = eventFrom(form, names)
  if (event.type !== 'classify') return [event]
  const units = form.getAll('accused').filter((unit) => typeof unit === 'string' && unit !== '')
  return [
    event,
    ...(form.has('recognised') ? [{ type: 'nameAccused', units }] : []),
    ...(form.get('then') === 'accept' ? [{ type: 'accept' }] : []),
  ]
}
