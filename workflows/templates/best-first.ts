import { OUTCOMES, type Purpose } from './purposes.ts'

type Findable = { purpose: Purpose; kind: string | null; outcome: string | null }

/** `outcomes`: what the case asks for, the closest first; null where the template brings its own. */
export type Wanted = { kind: string | null; outcomes: readonly string[] | null }

/**
 * The templates that fit, the best first: those for this kind before those for any, those for just this outcome before
 * the general ones; alike ones in the order they came in. One for another kind or another outcome does not fit.
 */
export function bestFirst<Template extends Findable>(templates: readonly Template[], { kind, outcomes }: Wanted) {
  const closeness = ({ purpose, kind: own, outcome }: Template): number | null => {
    if (own !== null && own !== kind) return null
    const forKind = own === null ? 0 : 100
    if (outcome === null) return forKind
    const order = outcomes ?? OUTCOMES[purpose]
    const at = order.indexOf(outcome)
    return at < 0 ? null : forKind + (outcomes ? outcomes.length : OUTCOMES[purpose].length) - at
  }
  return templates
    .flatMap((template) => {
      const close = closeness(template)
      return close === null ? [] : [{ template, close }]
    })
    .sort((a, b) => b.close - a.close)
    .map(({ template }) => template)
}
