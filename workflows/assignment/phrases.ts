import type { UnitNode } from './answers.ts'
import { type Found, wordFinder } from './word-finder.ts'

/**
 * What a phrase can mean. `exact`: that unit, wherever it stands. `place`: the bare name of the city or of a county,
 * which accuses nobody but tells whose 「县民政局」 is meant; 「市委」 and 「市政府」 are said too lightly to be more. `short`: a department by its name without the place, or with 县/区/市
 * alone in front (`prefix`); whose it is, the text around must tell.
 */
export type Meaning =
  | { as: 'exact'; unit: UnitNode }
  | { as: 'place'; unit: UnitNode }
  | { as: 'short'; unit: UnitNode; prefix: boolean }

/** All phrases by which the open units of the tree are called, and what finds them in a text. */
export type Phrases = { meanings: ReadonlyMap<string, readonly Meaning[]>; find: (text: string) => Found[] }

/** Derives the phrases from names and aliases: 望川县民政局 is also 县民政局 and 民政局. */
export function phrasesOf(units: readonly UnitNode[]): Phrases {
  const meanings = new Map<string, Meaning[]>()
  const add = (phrase: string, meaning: Meaning) => {
    const known = meanings.get(phrase) ?? []
    if (!known.some(({ as, unit }) => as === meaning.as && unit === meaning.unit))
      meanings.set(phrase, [...known, meaning])
  }
  const byId = new Map(units.map((unit) => [unit.id, unit]))
  for (const unit of units) {
    const names = [unit.name, ...unit.aliases]
    for (const name of names) add(name, { as: isBarePlace(unit, name) ? 'place' : 'exact', unit })
    if (isCounty(unit)) for (const place of placesOf(names)) add(place, { as: 'place', unit })
    if (unit.kind !== 'department') continue
    const above = unit.territory_parent === null ? undefined : byId.get(unit.territory_parent)
    if (!above) continue
    const places = unit.level === 'city' ? ['市'] : placesOf([above.name, ...above.aliases])
    for (const place of places) for (const name of names) addShort(add, unit, place, name)
  }
  return { meanings, find: wordFinder(meanings.keys()) }
}

export const isCounty = ({ kind, level }: UnitNode) => kind === 'government' && level === 'county'

function addShort(add: (phrase: string, meaning: Meaning) => void, unit: UnitNode, place: string, name: string) {
  if (!name.startsWith(place)) return
  const bare = name.slice(place.length)
  const suffix = place.at(-1)
  if (unit.level === 'county') add(`${suffix}${bare}`, { as: 'short', unit, prefix: true })
  const shortest = bare.replace(/^(党工)?委(?!员)/, '')
  if (!MEANS_NOTHING_ALONE.test(shortest)) add(shortest, { as: 'short', unit, prefix: false })
}

const MEANS_NOTHING_ALONE = /^(.|办公室|(政府|管委会)办(公室)?)$/

const isBarePlace = ({ kind, level }: UnitNode, name: string) =>
  kind === 'government' && (level === 'city' || level === 'county') && (name.length < 4 || !/政府|委/.test(name))

/** 望川县人民政府 and 望川县委 are at 望川县. */
const placesOf = (names: readonly string[]) => [
  ...new Set(names.map((name) => name.replace(/(人民政府|政府|管理委员会|管委会|党工委|委|办事处)$/, ''))),
]
