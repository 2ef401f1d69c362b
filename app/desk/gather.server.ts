import { askedBy } from '#app/http/form-values.ts'
import type { House } from '#workflows/house.ts'
import { readNumbers } from '#workflows/reading/several-cases.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { chosenIn } from './several-asked.ts'
import { stepOpened } from './step-opened.server.ts'

/**
 * The ticked cases, each merged into this one or taken out of it in a step of its own; null where the form asks for
 * something else. One that changed meanwhile, or may not be, says so and stops none of the others.
 */
export async function gather(house: House, by: Staff, id: string, form: FormData) {
  const asked = form.get('act')
  if (asked !== 'mergeHere' && asked !== 'unmergeHere') return null
  const event = asked === 'mergeHere' ? { type: 'merge', into: id } : { type: 'unmerge' }
  const { chosen } = chosenIn(form.getAll('case'))
  const came = await stepOpened(house, chosen, [event], by, askedBy(form).request)
  const numbers = await readNumbers(
    house,
    by,
    came.map((each) => each.id),
  )
  return { act: event.type, came: came.map((each) => ({ ...each, number: numbers[each.id] ?? '–' })) }
}
