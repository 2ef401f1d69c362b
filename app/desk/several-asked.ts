import type { Chosen } from '#workflows/engine/step-several.ts'
import type { DeskAct } from './acts/act-fields.ts'

/** How many cases one sending may be about. */
export const MOST_AT_ONCE = 50

/** The acts that make sense for many cases alike; the others need each case to be read. */
export const SEVERAL_ACTS = [
  'classify',
  'accept',
  'merge',
  'take',
  'handOver',
  'markUrgent',
  'proposeRefusal',
] as const satisfies readonly DeskAct[]
export type SeveralAct = (typeof SEVERAL_ACTS)[number]
export const isForSeveral = (type: string): type is SeveralAct => SEVERAL_ACTS.some((act) => act === type)

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/
const CASE = /^(\S+)(?: (\d{1,9}))?$/

/** The cases that an address or a form names (`id`, or `id revision`): each once, no more than may be done at once. */
export function chosenIn(said: readonly unknown[]): { chosen: Chosen[]; cut: boolean } {
  const found = new Map<string, Chosen>()
  for (const one of said) {
    const [, id = '', seen = '0'] = CASE.exec(String(one)) ?? []
    if (UUID.test(id)) found.set(id, { id, seen: Number(seen) })
  }
  return { chosen: [...found.values()].slice(0, MOST_AT_ONCE), cut: found.size > MOST_AT_ONCE }
}

/** The list that the cases were chosen in, if it is one of the desk's. */
export const listIn = (said: unknown): string =>
  typeof said === 'string' && /^\/desk(?=$|[/?])[^\\]*$/.test(said) ? said : '/desk'
