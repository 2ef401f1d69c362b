import type { SpokenCall, Turn } from './call.ts'
import { plainOrder } from './call-mark.ts'
import { callOfRow, type Meaning } from './columns.ts'
import { orderNumber } from './order-number.ts'
import { told, whoIs } from './turns-of-text.ts'
import { TAKES } from './voices.ts'

/** `below`: columns of which the cell goes on from the row above. */
type Row = { row: number; cells: readonly string[]; below: readonly number[] }
type Who = Pick<Turn, 'speaker' | 'voice' | 'name'>
type RowOfCall = Row & { spoken: SpokenCall; who: Who }
/** `row`: its first. */
export type CallOfRows = { row: number; spoken: SpokenCall }

/**
 * The rows of a table as calls. With a column that says who spoke a row is a sentence, and the rows of one number are one
 * call, wherever they stand; in a table without numbers all are, where both speak in it. Otherwise a row is a call.
 */
export function callsOfRows(rows: readonly Row[], meanings: readonly Meaning[]): CallOfRows[] {
  const read = rows.map((row): RowOfCall => {
    const who = row.cells.flatMap((cell, at) => (meanings[at] === 'speaker' && cell !== '' ? [whoIs(cell)] : []))
    return { ...row, spoken: callOfRow(row.cells, meanings), who: who[0] ?? { speaker: null } }
  })
  const isNumbered = meanings.includes('order')
  if (!meanings.includes('speaker') || !(isNumbered || isDialogue(read))) return merged(read.map(spokenBy), meanings)
  const calls = new Map<string, RowOfCall[]>()
  let [before, key] = ['', '']
  for (const each of read.map(spokenBy)) {
    const said = each.spoken.order ?? ''
    // an empty cell, and again what is no number: the call goes on
    if (said !== '' && said !== before) key = keyOf(said) ?? `row ${each.row}`
    before = said || before
    calls.set(key, [...(calls.get(key) ?? []), each])
  }
  return [...calls.values()].flatMap((each) => {
    const [first] = each
    return first ? [{ row: first.row, spoken: joined(each.map(({ spoken }) => spoken)) }] : []
  })
}

/** Two speak, and one of them more than once or as one who takes a call. */
function isDialogue(rows: readonly RowOfCall[]): boolean {
  const speakers = rows.flatMap(({ who }) => who.speaker ?? who.voice ?? [])
  const several = new Set(speakers)
  if (several.has('operator') && several.has('caller')) return true
  const isTaken = rows.some(({ spoken }) => spoken.turns.some(({ text }) => TAKES.test(text)))
  return several.size >= 2 && (several.size < speakers.length || isTaken)
}

/** A row is a call. Where the number of one, or its caller, stands in a cell over several rows, these are one. */
function merged(rows: readonly RowOfCall[], meanings: readonly Meaning[]): CallOfRows[] {
  const calls: RowOfCall[][] = []
  for (const row of rows) {
    const goesOn = row.below.some((column) => meanings[column] === (meanings.includes('order') ? 'order' : 'caller'))
    const last = calls.at(-1)
    if (goesOn && last) last.push(row)
    else calls.push([row])
  }
  return calls.flatMap(([first, ...more]) => {
    if (!first) return []
    const spoken = more.length > 0 ? joined([first, ...more].map(({ spoken }) => spoken)) : first.spoken
    return [{ row: first.row, spoken }]
  })
}

/** A number under which rows belong together. */
function keyOf(said: string): string | null {
  const { order } = orderNumber(said)
  return order === null ? null : `order ${plainOrder(order)}`
}

/** The title is nobody's word. */
function spokenBy(row: RowOfCall): RowOfCall {
  const [title, ...said] = row.spoken.turns
  const turns = said.map((turn) => (turn.speaker || turn.name ? turn : { ...turn, ...row.who }))
  return { ...row, spoken: { ...row.spoken, turns: title ? [title, ...turns] : turns } }
}

function joined(rows: readonly SpokenCall[]): SpokenCall {
  const every = (field: 'place' | 'unit' | 'happened' | 'kind', comma: string) =>
    [...new Set(rows.map((row) => row[field] ?? '').filter(Boolean))].join(comma)
  const titles = new Set<string>()
  const isNew = ({ text }: Turn) => !titles.has(text) && titles.add(text)
  return {
    turns: told(rows.flatMap(({ turns }) => turns.filter((turn, at) => at > 0 || isNew(turn)))),
    order: rows.find(({ order }) => order)?.order ?? null,
    place: every('place', '，'),
    unit: every('unit', '，'),
    happened: every('happened', '，'),
    kind: every('kind', '／'),
    day: rows.find(({ day }) => day)?.day,
    unsaid: [...new Set(rows.flatMap(({ unsaid }) => unsaid ?? []))],
    agents: [...new Set(rows.flatMap(({ agents }) => agents ?? []))],
  }
}
