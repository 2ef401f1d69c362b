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
    for (let token = 0; token < office.length; token++) values[at + token] = office[token] ? nth | OFFICE : nth
    at += tokens.length
  })
  for (const shift of [0, 16]) [keys, values] = sortedBy(shift, keys, values)
  return grouped(keys, values)
}

/**
 * One round of a radix sort: by sixteen bits, members in their order. Sorting pairs by comparison would take ten times as
 * long, and plain loops take a third of what callbacks do.
 */
function sortedBy(
  shift: number,
  keys: Uint32Array,
  values: Uint16Array,
): [Uint32Array<ArrayBuffer>, Uint16Array<ArrayBuffer>] {
  const next = new Uint32Array(0x10001)
  for (let at = 0; at < keys.length; at++) next[(((keys[at] as number) >>> shift) & 0xffff) + 1]! += 1
  for (let digit = 0; digit < 0x10000; digit++) next[digit + 1]! += next[digit] as number
  const sortedKeys = new Uint32Array(keys.length)
  const sortedValues = new Uint16Array(keys.length)
  for (let from = 0; from < keys.length; from++) {
    const key = keys[from] as number
    const digit = (key >>> shift) & 0xffff
    const to = next[digit] as number
    next[digit] = to + 1
    sortedKeys[to] = key
    sortedValues[to] = values[from] as number
  }
  return [sortedKeys, sortedValues]
}

function grouped(keys: Uint32Array, members: Uint16Array): Postings {
  const tokens = new Uint32Array(keys.length)
  const starts = new Uint32Array(keys.length + 1)
  let groups = 0
  for (let at = 0; at < keys.length; at++) {
    const key = keys[at] as number
    if (at > 0 && key === keys[at - 1]) continue
    tokens[groups] = key
    starts[groups] = at
    groups += 1
  }
  starts[groups] = keys.length
  return { tokens: tokens.slice(0, groups), starts: starts.slice(0, groups + 1), members }
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
  let found: number[] = []
  for (const each of shortest ?? []) if (!office || each & OFFICE) found.push(each & MEMBER)
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
