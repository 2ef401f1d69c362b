import type { UnitNode } from './answers.ts'
import { isCounty, type Meaning, type Phrases, phrasesOf } from './phrases.ts'

/**
 * The units that `text` names, in the order in which it first does, by id. The longest name wins at each place.
 *
 * Who is named may be accused, so their people are kept away until a clerk has read the report: full names are always
 * taken; short ones (县民政局, 教育局) only where the text tells whose they are. The bare name of a county or of the
 * city is not taken as its government, nor the office where it is only spoken to. A text that is nothing but one name
 * (the form's field for the unit) is taken at its word.
 */
export function unitsNamed(units: readonly UnitNode[], text: string): string[] {
  const open = units.filter(({ closed_on }) => closed_on === null)
  const mentions = findMentions(phrasesFor(units, open), text)
  const counties = mentions.flatMap(({ start, meanings }) =>
    meanings.flatMap(({ as, unit }) =>
      as === 'short' ? [] : countyAbove(open, unit).map((county) => ({ start, county })),
    ),
  )
  const named = new Set<string>()
  let before: { end: number; units: UnitNode[] } | null = null
  const lines = new Set<string>()
  for (const mention of mentions) {
    const found: UnitNode[] = resolve(mention, counties, before, text).filter(
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

type Mention = { start: number; end: number; phrase: string; meanings: readonly Meaning[] }
type CountyAt = { start: number; county: UnitNode }

/** The same tree gives the same phrases: thousands, derived once for as long as the tree is held. */
const derived = new WeakMap<readonly UnitNode[], Phrases>()
function phrasesFor(units: readonly UnitNode[], open: readonly UnitNode[]): Phrases {
  const phrases = derived.get(units) ?? phrasesOf(open)
  derived.set(units, phrases)
  return phrases
}

function findMentions({ meanings, longest }: Phrases, text: string): Mention[] {
  const mentions: Mention[] = []
  for (let start = 0; start < text.length; ) {
    let end = Math.min(text.length, start + (longest.get(text.charAt(start)) ?? 0))
    while (end > start && !meanings.has(text.slice(start, end))) end -= 1
    const phrase = text.slice(start, end)
    if (end > start) mentions.push({ start, end, phrase, meanings: meanings.get(phrase) ?? [] })
    start = Math.max(end, start + 1)
  }
  return mentions
}

function resolve(
  mention: Mention,
  counties: readonly CountyAt[],
  before: { end: number; units: UnitNode[] } | null,
  text: string,
): UnitNode[] {
  const exact = mention.meanings.flatMap(({ as, unit }) =>
    as === 'exact' && !(unit.kind === 'office' && isAddressed(text, mention)) ? [unit] : [],
  )
  const nearest = counties.filter(({ start }) => start <= mention.start).at(-1)?.county ?? counties[0]?.county ?? null
  const only = new Set(counties.map(({ county }) => county.id)).size === 1 ? nearest : null
  const joined = before && /^[、,，和与及]$/.test(text.slice(before.end, mention.start)) ? before.units : []
  const short = mention.meanings.flatMap((meaning) => {
    if (meaning.as !== 'short') return []
    const { unit, prefix } = meaning
    const sameList = joined.some(({ territory_parent }) => territory_parent === unit.territory_parent)
    if (prefix) return nearest?.id === unit.territory_parent && isSaid(mention, exact, nearest, text) ? [unit] : []
    return sameList || (joined.length === 0 && only?.id === unit.territory_parent) ? [unit] : []
  })
  return [...exact, ...short]
}

/** A name without any place is another word for the department of that line that was named before it. */
const isBare = ({ meanings }: Mention) => meanings.every((meaning) => meaning.as === 'short' && !meaning.prefix)

/**
 * 「市商务局」 is the city's; that of a county-level city can be meant as well only where the text has said its name.
 * 「县民政局」 has no such twin.
 */
const isSaid = ({ start }: Mention, exact: readonly UnitNode[], county: UnitNode, text: string) =>
  exact.length === 0 || text.slice(0, start).includes(county.name.replace(/人民政府$/, ''))

/** Whether the office is only spoken to: 「市专项办：」 alone on its line, 「请专项办核实」, 「向专项办反映」. */
function isAddressed(text: string, { start, end }: Mention): boolean {
  const line = text.slice(text.lastIndexOf('\n', start - 1) + 1, start).trim()
  if (/^[：:]/.test(text.slice(end).trimStart()) && /^(尊敬的)?(云澜)?市?$/.test(line)) return true
  return /(请|请求|恳请|希望|盼|望|向|致|给|建议)(你们|贵|市|市里的?)?$/.test(text.slice(Math.max(0, start - 6), start))
}

/** The county `unit` belongs to, itself included: at most one. */
function countyAbove(units: readonly UnitNode[], unit: UnitNode): UnitNode[] {
  for (let next: UnitNode | undefined = unit, steps = 0; next && steps < 5; steps += 1) {
    if (isCounty(next)) return [next]
    const above: string | null = next.territory_parent
    next = units.find(({ id }) => id === above)
  }
  return []
}
