/** The text of workflows/README.md, drawn from the machines and the tables themselves; a test keeps the file fresh. */
import type { AnyStateNode } from 'xstate'
import { z } from 'zod'
import { caseMachine } from '#workflows/case/machine.ts'
import { DEADLINES } from '#workflows/deadlines/catalogue.ts'
import { PERMISSIONS, SECOND_PERSON, TYPICAL_CASE_PERMISSIONS } from '#workflows/roles/permissions.ts'
import { typicalCaseMachine } from '#workflows/typical-case/machine.ts'
import { toMermaid, transitionsOf } from './mermaid.ts'

export function workflowsReadme(): string {
  const { life, ...beside } = caseMachine.root.states
  const rectifying = life?.states.rectifying
  const letter = rectifying?.states.territory
  const tables = { ...PERMISSIONS, ...TYPICAL_CASE_PERMISSIONS }
  if (!life || !rectifying || !letter) throw new Error('the case machine has no letters')
  return [
    '# The rules, drawn from the rules',
    paragraph(
      'Written by `npm run draw`; a test fails while it is stale. Words: the glossary of the [README](../README.md).',
      '`engine/step.ts` alone moves a case: it locks the row, asks who may, gathers the facts, asks the machine, and',
      'writes state, journal, dates and errands in one transaction. The machines only say what follows from what.',
    ),

    '## The life of a case',
    diagram(life, [rectifying]),
    table(
      ['state', 'what it is', 'date', 'acts that leave it there'],
      Object.values(life.states)
        .flatMap((state) => [state, ...(state === rectifying ? [] : partsOf(state))])
        .map((state) => stateRow(state, life)),
    ),
    paragraph(
      `Heard in every state that does not take them for itself: ${stayingActs(caseMachine.root)}.`,
      'Every state is left only by the acts drawn; all others are refused there.',
    ),

    '## The life of one letter',
    'Two of them run inside `rectifying`, one for the territory and one for the department.',
    diagram(letter),
    table(
      ['state', 'what it is', 'date', 'acts that leave it there'],
      partsOf(letter).map((state) => stateRow(state, letter)),
    ),

    '## Beside the life of a case',
    ...Object.values(beside).flatMap((region) => [`**${region.key}**`, diagram(region)]),

    '## The life of a typical case',
    diagram(typicalCaseMachine.root),

    '## Who may send what',
    'A guard of the machine may ask for more; `both sides` names the acts whose author may not do this one.',
    table(
      ['event', 'by', 'both sides'],
      Object.entries(PERMISSIONS).map(([event, senders]) => [code(event), senders.join(', '), firstSide(event)]),
    ),
    'Of a typical case:',
    table(
      ['event', 'by'],
      Object.entries(TYPICAL_CASE_PERMISSIONS).map(([event, senders]) => [code(event), senders.join(', ')]),
    ),
    'The same by role:',
    table(
      ['role', 'events'],
      [...new Set(Object.values(tables).flat())].map((role) => [role, eventsOf(role)]),
    ),

    '## Dates',
    'Counted from the day after the step that sets them; the last day lasts until 24:00 in Shanghai.',
    table(
      ['date', 'length', 'when it passes', 'source'],
      Object.entries(DEADLINES).map(([name, { days, unit, lapses, source }]) => [
        code(name),
        `${lengths(days)} ${days === 1 ? UNIT[unit].slice(0, -1) : UNIT[unit]}`,
        { moves: 'the case moves on', tells: 'somebody is late, and told', ends: 'a right ends' }[lapses],
        source,
      ]),
    ),

    '## Notices to staff',
    table(['notice', 'sent by'], noticeRows([caseMachine.root, typicalCaseMachine.root])),
  ]
    .join('\n\n')
    .concat('\n')
}

const code = (name: string) => `\`${name}\``
const paragraph = (...lines: string[]) => lines.join('\n')
const diagram = (node: AnyStateNode, folded: AnyStateNode[] = []) =>
  ['```mermaid', toMermaid(node, folded), '```'].join('\n')
/** Columns as wide as their widest cell, which is also how the formatter would have them. */
function table(head: string[], rows: string[][]): string {
  const widths = head.map((_, column) => Math.max(3, ...[head, ...rows].map((row) => width(row[column] ?? ''))))
  const line = (cells: string[]) =>
    `| ${cells.map((cell, column) => cell + ' '.repeat((widths[column] ?? 0) - width(cell))).join(' | ')} |`
  return [line(head), line(widths.map((wide) => '-'.repeat(wide))), ...rows.map(line)].join('\n')
}
/** A Chinese character takes the room of two Latin ones. */
const width = (cell: string) => cell.length + (cell.match(/[\u3000-\u9fff\uff00-\uff60]/g) ?? []).length

const UNIT = { workingDays: 'working days', calendarDays: 'calendar days' } as const
const lengths = (days: number | Record<string, number>) =>
  typeof days === 'number'
    ? String(days)
    : Object.entries(days)
        .map(([complexity, length]) => `${length} (${complexity})`)
        .join(', ')

const partsOf = (state: AnyStateNode): AnyStateNode[] =>
  Object.values(state.states).flatMap((part) => [part, ...partsOf(part)])
const stateRow = (state: AnyStateNode, within: AnyStateNode) => [
  code(state.path.slice(within.path.length).join('.')),
  state.description ?? '',
  actionsOf(state.entry)
    .filter(({ type }) => type === 'setDeadline')
    .map(({ params }) => code(params.deadline ?? ''))
    .join(', '),
  stayingActs(state),
]
const stayingActs = (state: AnyStateNode) =>
  [
    ...new Set(
      transitionsOf(state)
        .filter(({ target }) => !target)
        .map(({ eventType }) => eventType),
    ),
  ]
    .map(code)
    .join(', ')

const SIDES: Readonly<Record<string, readonly string[] | undefined>> = SECOND_PERSON
const firstSide = (event: string) => (SIDES[event] ?? []).map(code).join(', ')
const eventsOf = (role: string) =>
  [...Object.entries(PERMISSIONS), ...Object.entries(TYPICAL_CASE_PERMISSIONS)]
    .filter(([, senders]) => senders.some((sender) => sender === role))
    .map(([event]) => code(event))
    .join(', ')

/** The actions that become rows, as the machines write them; assigns and the like are left out. */
const row = z.object({
  type: z.string(),
  params: z.object({ deadline: z.string(), notice: z.string() }).partial(),
})
const actionsOf = (actions: readonly unknown[]) => actions.flatMap((action) => row.safeParse(action).data ?? [])

/** Each notice with what sends it: entering or leaving a state, or an act. */
function noticeRows(machines: AnyStateNode[]): string[][] {
  const senders = new Map<string, Set<string>>()
  const note = (actions: readonly unknown[], by: string) => {
    for (const { params } of actionsOf(actions))
      if (params.notice) senders.set(params.notice, (senders.get(params.notice) ?? new Set()).add(by))
  }
  for (const state of machines.flatMap((machine) => [machine, ...partsOf(machine)])) {
    note(state.entry, `entering ${state.key}`)
    note(state.exit, `leaving ${state.key}`)
    for (const { actions, eventType } of transitionsOf(state))
      note(actions, eventType ? code(eventType) : `in ${state.key}`)
  }
  return [...senders].map(([notice, by]) => [code(notice), [...by].join(', ')])
}
