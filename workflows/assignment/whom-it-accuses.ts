import type { UnitNode } from './answers.ts'
import { isGivenAway } from './leak.ts'
import { officeWordsIn } from './office-words.ts'
import { meantBy, type OfficerNode, officersAccused, worksInHouse } from './officers-named.ts'
import { officeAndAbove, unitsNamed } from './recognise.ts'
import { isSpokenAgainst } from './spoken-against.ts'
import type { Found } from './word-finder.ts'

/** Units and officers by id. All of it is provisional: people decide. */
export type Accusal = { units: string[]; people: string[] }
/** What the house knows of itself: its units, and whoever has an account. */
export type Known = { units: readonly UnitNode[]; officers: readonly OfficerNode[] }

/**
 * Whom a text accuses, as far as its words tell. Where it speaks against the office under any of its names, against
 * somebody who works on reports, or says that a report was given away, the office itself is accused: then the
 * discipline liaison and the auditor read it first.
 */
export function whomItAccuses(known: Known, said: string): Accusal {
  const text = seen(withoutOperator(said))
  const words = officeWordsIn(text)
  const against = words.filter((word) => isSpokenAgainst(text, word, word.said))
  const units = unitsNamed(known.units, text)
  const namings = officersAccused(known.officers, text, ofHouse(known, text, words, units))
  const people = namings.flatMap(meantBy)
  const houseIsAccused =
    against.length > 0 || namings.some(({ officers }) => officers.some(worksInHouse)) || isGivenAway(text)
  const offices = houseIsAccused ? officesOf(known.units) : []
  return {
    units: [...new Set([...units, ...offices])],
    people: [...new Set(people.map(({ id }) => id))],
  }
}

/** The same of words that came along with a report (quotes, cards): they speak to the office more often than of it. */
export function whomItGivesAway(known: Known, said: string): Accusal {
  const { units, people } = whomItAccuses(known, said)
  const above = officeAndAbove(known.units)
  const offices = isGivenAway(seen(said)) ? officesOf(known.units) : []
  return {
    units: [...new Set([...units.filter((id) => !above.has(id)), ...offices])],
    people: offices.length > 0 ? people : [],
  }
}

const officesOf = (units: readonly UnitNode[]): string[] =>
  units.filter(({ kind, closed_on }) => kind === 'office' && closed_on === null).map(({ id }) => id)

/** How near a title the office must be spoken of, to make it one of its own. */
const NEAR = 40
const ELSEWHERE = /[镇乡村](?!名)|街道|社区|学校|派出所|卫生院|县政府/

/** Whether 「何科长」 at a place is one of the office: it is spoken of close by, or nobody else is in the text. */
function ofHouse({ units }: Known, text: string, words: readonly Found[], named: readonly string[]) {
  const above = officeAndAbove(units)
  const alone = !ELSEWHERE.test(text) && named.every((id) => above.has(id))
  const places = words.map(({ end }) => end)
  const isTheirs = (at: number) => /[镇乡村县区局](?:里|上)?的?$/.test(text.slice(Math.max(0, at - 4), at))
  return (at: number) => !isTheirs(at) && (alone || isNear(places, at))
}
function isNear(places: readonly number[], at: number): boolean {
  let [low, high] = [0, places.length]
  while (low < high) {
    const middle = (low + high) >> 1
    if ((places[middle] ?? 0) <= at) low = middle + 1
    else high = middle
  }
  return [places[low - 1], places[low]].some((place) => place !== undefined && Math.abs(at - place) <= NEAR)
}

/**
 * As it is read: width folded, what cannot be seen left out, and no blanks between ideographs. Letter by letter, since
 * composing whole texts takes time with the square of a pile of marks.
 */
const seen = (said: string): string =>
  said
    .replace(/[\p{Cf}\p{Variation_Selector}]/gu, '')
    .replace(/[\uff10-\uff19\uff21-\uff3a\uff41-\uff5a]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
    .replace(/[A-Z]/g, (letter) => letter.toLowerCase())
    .replace(/[,:;!?]/g, (narrow) => String.fromCharCode(narrow.charCodeAt(0) + 0xfee0))
    .replace(/(?<=\p{Script=Han})[ \t\u3000]+(?=\p{Script=Han})/gu, '')

/** In a call as it is stored, what the operator said accuses nobody. */
const withoutOperator = (said: string): string =>
  /^来电人：/m.test(said)
    ? said
        .split('\n')
        .filter((line) => !line.startsWith('话务员：'))
        .join('\n')
    : said
