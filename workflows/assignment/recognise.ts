import { answersTo, type UnitNode } from './answers.ts'
import { isCounty, type Meaning, type Phrases, phrasesOf } from './phrases.ts'
import { isOfOthers } from './office-words.ts'
import { isSpokenAgainst } from './spoken-against.ts'

/**
 * The units that `text` names, in the order in which it first does, by id. The longest name wins at each place.
 *
 * Who is named may be accused, so their people are kept away until a clerk has read the report: full names are always
 * taken; short ones (县民政局, 教育局) only where the text tells whose they are. The bare name of a county or of the
 * city is not taken as its government. The office, and what it answers to, is not taken where it is only spoken to,
 * thanked, asked or cited. A text that is nothing but one name (the form's field for the unit) is taken at its word.
 * One pass over the text: the time grows with its length, whatever it says.
 */
export function unitsNamed(units: readonly UnitNode[], text: string): string[] {
  const { phrases, byId, aboveOffice } = knownOf(units)
  const mentions: Mention[] = phrases
    .find(text)
    .map(({ start, end, word }) => ({ start, end, phrase: word, meanings: phrases.meanings.get(word) ?? [] }))
  const isMeant = (unit: UnitNode, mention: Mention) =>
    !aboveOffice.has(unit.id) ||
    (isSpokenAgainst(text, mention) &&
      !(unit.kind === 'office' && isOfOthers(text, { ...mention, word: mention.phrase })))
  const around = countiesOf(mentions, byId, text)
  const named = new Set<string>()
  let before: { end: number; units: UnitNode[] } | null = null
  const lines = new Set<string>()
  for (const mention of mentions) {
    const found: UnitNode[] = resolve(mention, around.at(mention), before, text, isMeant).filter(
      ({ id, line }) => named.has(id) || line === null || !lines.has(line) || !isBare(mention),
    )
    for (const { id, line } of found) {
      named.add(id)
      if (line !== null) lines.add(line)
    }
    if (found.length > 0) before = { end: mention.end, units: found }
  }
  const [only] = mentions
  if (only?.phrase === text.trim()) for (const { as, unit } of only.meanings) if (as !== 'short') named.add(unit.id)
  return [...named]
}

/** The office that runs the mechanism, and every unit it answers to. */
export const officeAndAbove = (units: readonly UnitNode[]): ReadonlySet<string> => knownOf(units).aboveOffice

type Mention = { start: number; end: number; phrase: string; meanings: readonly Meaning[] }
/** The county a text last spoke of before a mention (else the first of all); `only`: it speaks of no other. */
type Around = { nearest: UnitNode | null; only: boolean; saidAt: (county: UnitNode) => number }
type Known = { phrases: Phrases; byId: ReadonlyMap<string, UnitNode>; aboveOffice: ReadonlySet<string> }

/** The same tree gives the same phrases: thousands, derived once for as long as the tree is held. */
const derived = new WeakMap<readonly UnitNode[], Known>()
function knownOf(units: readonly UnitNode[]): Known {
  const before = derived.get(units)
  if (before) return before
  const open = units.filter(({ closed_on }) => closed_on === null)
  const offices = open.filter(({ kind }) => kind === 'office').map(({ id }) => id)
  const known = {
    phrases: phrasesOf(open),
    byId: new Map(open.map((unit) => [unit.id, unit])),
    aboveOffice: new Set(offices.flatMap((id) => [id, ...answersTo(units, id)])),
  }
  derived.set(units, known)
  return known
}

/** Walks along the text with the mentions, which come in its order. */
function countiesOf(mentions: readonly Mention[], byId: Known['byId'], text: string) {
  const counties = mentions.flatMap(({ start, meanings }) =>
    meanings.flatMap(({ as, unit }) => {
      const county = as === 'short' ? null : countyAbove(byId, unit)
      return county ? [{ start, county }] : []
    }),
  )
  const only = new Set(counties.map(({ county }) => county.id)).size === 1
  const firstSaid = new Map<string, number>()
  const saidAt = (county: UnitNode) => {
    const at = firstSaid.get(county.id) ?? text.indexOf(county.name.replace(/人民政府$/, ''))
    firstSaid.set(county.id, at)
    return at < 0 ? text.length : at
  }
  let next = 0
  return {
    at: ({ start }: Mention): Around => {
      while ((counties[next]?.start ?? Number.POSITIVE_INFINITY) <= start) next += 1
      return { nearest: (counties[next - 1] ?? counties[0])?.county ?? null, only, saidAt }
    },
  }
}

function resolve(
  mention: Mention,
  { nearest, only, saidAt }: Around,
  before: { end: number; units: UnitNode[] } | null,
  text: string,
  isMeant: (unit: UnitNode, mention: Mention) => boolean,
): UnitNode[] {
  const exact = mention.meanings.flatMap(({ as, unit }) => (as === 'exact' && isMeant(unit, mention) ? [unit] : []))
  const isNext = before?.end === mention.start - 1 && JOINS.includes(text.charAt(before.end))
  const joined = isNext ? before.units : []
  // 「市商务局」 is the city's; that of a county-level city is meant too only where the text has said its name before
  const isSaid = (county: UnitNode) => exact.length === 0 || saidAt(county) < mention.start
  const short = mention.meanings.flatMap((meaning) => {
    if (meaning.as !== 'short') return []
    const { unit, prefix } = meaning
    const sameList = joined.some(({ territory_parent }) => territory_parent === unit.territory_parent)
    if (prefix) return nearest?.id === unit.territory_parent && isSaid(nearest) ? [unit] : []
    return sameList || (joined.length === 0 && only && nearest?.id === unit.territory_parent) ? [unit] : []
  })
  return [...exact, ...short]
}

/** What stands between two names of one list. */
const JOINS = '、,，和与及'

/** A name without any place is another word for the department of that line that was named before it. */
const isBare = ({ meanings }: Mention) => meanings.every((meaning) => meaning.as === 'short' && !meaning.prefix)

/** The county `unit` belongs to, itself included. */
function countyAbove(byId: Known['byId'], unit: UnitNode): UnitNode | null {
  for (let next: UnitNode | undefined = unit, steps = 0; next && steps < 5; steps += 1) {
    if (isCounty(next)) return next
    next = next.territory_parent === null ? undefined : byId.get(next.territory_parent)
  }
  return null
}
