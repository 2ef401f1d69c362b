import type { AnyStateNode, AnyTransitionDefinition } from 'xstate'
import { z } from 'zod'

/**
 * Draws what lies inside a state as a Mermaid state diagram: one line per state, one per way from one to
 * another. What lies inside a state of `folded` is left for a drawing of its own.
 */
export function toMermaid(root: AnyStateNode, folded: readonly AnyStateNode[] = []): string {
  const name = (node: AnyStateNode) => node.path.slice(root.path.length).join('_')
  const childrenOf = (node: AnyStateNode) => (folded.includes(node) ? [] : Object.values(node.states))
  const ways = (node: AnyStateNode): string[] => [
    ...transitionsOf(node).flatMap((transition) =>
      (transition.target ?? []).map((target) => `  ${name(node)} --> ${name(target)} : ${labelOf(transition)}`),
    ),
    ...(node.type === 'final' ? [`  ${name(node)} --> [*]`] : []),
    ...childrenOf(node).flatMap(ways),
  ]
  const inside = (node: AnyStateNode, indent: string): string[] => {
    const first = node.type === 'compound' ? node.initial.target[0] : undefined
    const children = childrenOf(node).flatMap((child, position) => [
      ...(node.type === 'parallel' && position > 0 ? [`${indent}--`] : []),
      ...(childrenOf(child).length > 0
        ? [`${indent}state ${name(child)} {`, ...inside(child, `${indent}  `), `${indent}}`]
        : [`${indent}${name(child)}`]),
    ])
    return first ? [`${indent}[*] --> ${name(first)}`, ...children] : children
  }
  return ['stateDiagram-v2', ...inside(root, '  '), ...childrenOf(root).flatMap(ways)].join('\n')
}

/** Every transition that starts at this very state, those that need no event among them. */
export const transitionsOf = (node: AnyStateNode): AnyTransitionDefinition[] => [
  ...[...node.transitions.values()].flat(),
  ...(node.always ?? []),
]

function labelOf({ eventType, guard }: AnyTransitionDefinition): string {
  const event = eventType.startsWith('xstate.done') ? 'both done' : eventType || 'at once'
  return guard ? `${event} [${guardName(guard)}]` : event
}
/** `lapsed supplement`, `mayRule reassigned`; the track goes without saying. */
function guardName(guard: unknown): string {
  if (typeof guard === 'string') return guard
  const { type, params } = named.parse(guard)
  const { track: _, ...said } = params
  return [type, ...Object.values(said)].join(' ')
}
const named = z.object({ type: z.string(), params: z.record(z.string(), z.string()).default({}) })
