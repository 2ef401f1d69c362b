/** Which members of a segment hold each token. A member's number has twelve bits; the highest says who wrote the token. */
export type Postings = { tokens: Uint32Array; starts: Uint32Array; members: Uint16Array }

/** Members of a segment. */
export const MEMBERS = 4096
const MEMBER = MEMBERS - 1
/** Office or units wrote it too. */
const OFFICE = 0x8000

type Member = { tokens: Uint32Array; office: Uint8Array }

/** The postings of some members, numbered as they stand. */
export function postingsOf(members: readonly Member[]): Postings {
  const length = members.reduce((sum, { tokens }) => sum + tokens.length, 0)
  let keys = new Uint32Array(length)
  let values = new Uint16Array(length)
  let at = 0
  members.forEach(({ tokens, office }, nth) => {
    keys.set(tokens, at)
    office.forEach((mark, token) => {
      values[at + token] = mark ? nth | OFFICE : nth
    })
    at += tokens.length
  })
  for (const shift of [0, 16]) [keys, values] = sortedBy(shift, keys, values)
  return grouped(keys, values)
}

/** One round of a radix sort: by sixteen bits, members in their order. Sorting pairs by comparison would take ten times as long. */
function sortedBy(shift: number, keys: Uint32Array, values: Uint16Array) {
  const next = new Uint32Array(0x10001)
  for (const key of keys) bump(next, ((key >>> shift) & 0xffff) + 1)
  for (let digit = 0; digit < 0x10000; digit++) next[digit + 1] = (next[digit + 1] ?? 0) + (next[digit] ?? 0)
  const sortedKeys = new Uint32Array(keys.length)
  const sortedValues = new Uint16Array(keys.length)
  for (let from = 0; from < keys.length; from++) {
    const key = keys[from] ?? 0
    const to = bump(next, (key >>> shift) & 0xffff)
    sortedKeys[to] = key
    sortedValues[to] = values[from] ?? 0
  }
  return [sortedKeys, sortedValues] as const
}

function bump(counts: Uint32Array, at: number): number {
  const before = counts[at] ?? 0
  counts[at] = before + 1
  return before
}

function grouped(keys: Uint32Array, members: Uint16Array): Postings {
  const firsts = keys.reduce((count, key, at) => (at === 0 || key !== keys[at - 1] ? count + 1 : count), 0)
  const tokens = new Uint32Array(firsts)
  const starts = new Uint32Array(firsts + 1).fill(keys.length)
  let group = 0
  keys.forEach((key, at) => {
    if (at > 0 && key === keys[at - 1]) return
    tokens[group] = key
    starts[group] = at
    group += 1
  })
  return { tokens, starts, members }
}

/** The members that hold all these tokens, ascending; `office`: in what office and units wrote. */
export function membersWith({ tokens, starts, members }: Postings, wanted: Uint32Array, office: boolean): number[] {
  const lists: Uint16Array[] = []
  for (const token of wanted) {
    const at = placeIn(tokens, token)
    if (at < 0) return []
    lists.push(members.subarray(starts[at], starts[at + 1]))
  }
  const [shortest, ...others] = lists.sort((one, other) => one.length - other.length)
  let found = Array.from(shortest ?? [])
    .filter((each) => !office || each & OFFICE)
    .map((each) => each & MEMBER)
  for (const list of others) {
    let at = 0
    found = found.filter((member) => {
      while (at < list.length && ((list[at] ?? 0) & MEMBER) < member) at += 1
      const there = list[at]
      return there !== undefined && (there & MEMBER) === member && (!office || (there & OFFICE) !== 0)
    })
  }
  return found
}

/** Where a token stands among ascending ones, or -1. */
export function placeIn(tokens: Uint32Array, token: number): number {
  let from = 0
  let to = tokens.length - 1
  while (from <= to) {
    const middle = (from + to) >> 1
    const there = tokens[middle] ?? 0
    if (there === token) return middle
    if (there < token) from = middle + 1
    else to = middle - 1
  }
  return -1
}
