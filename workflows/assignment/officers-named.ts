import { isSpokenAgainst } from './spoken-against.ts'
import { type Found, wordFinder } from './word-finder.ts'

/** An account as the rules of recognition need it. */
export type OfficerNode = { id: string; name: string; unit_id: string; roles: readonly string[] }

const TITLES =
  '科长 副科长 主任 副主任 处长 副处长 局长 副局长 组长 副组长 书记 老师 同志 姐 哥 大姐 大哥 经理 专员 干事 受理员 核实员 话务员 秘书'.split(
    ' ',
  )
const FAMILIAR = ['老', '小', '姓']
/** Beyond so many bearers a surname says nothing of who is meant. */
const FEW = 2
const DOUBLE = /^(?:欧阳|司马|上官|诸葛|东方|皇甫|尉迟|公孙|慕容|令狐|司徒|夏侯|端木|独孤|南宫)/
const surnameOf = (name: string): string => DOUBLE.exec(name)?.[0] ?? name.slice(0, 1)

/** `sure`: by the whole name; else by surname and title, which means one of the house only where the text speaks of it. */
export type Naming = Found & { officers: readonly OfficerNode[]; sure: boolean }

/** Made once for as long as the list is held. */
const finders = new WeakMap<readonly OfficerNode[], (text: string) => Naming[]>()
function finderFor(officers: readonly OfficerNode[]): (text: string) => Naming[] {
  const before = finders.get(officers)
  if (before) return before
  const meanings = new Map<string, { officers: OfficerNode[]; sure: boolean }>()
  const add = (word: string, officer: OfficerNode, sure: boolean) => {
    const known = meanings.get(word)
    if (known) known.officers.push(officer)
    else meanings.set(word, { officers: [officer], sure })
  }
  for (const officer of officers) {
    const surname = surnameOf(officer.name)
    // by title after the names, so that a name that reads like one stays a name
    add(officer.name, officer, true)
    if (worksInHouse(officer)) {
      for (const title of TITLES) add(surname + title, officer, false)
      for (const first of FAMILIAR) add(first + surname, officer, false)
    }
  }
  const find = wordFinder(meanings.keys())
  const finder = (text: string) =>
    find(text).flatMap((found): Naming[] => {
      const meaning = meanings.get(found.word)
      return meaning ? [{ ...found, ...meaning }] : []
    })
  finders.set(officers, finder)
  return finder
}

const ONLY_LETTERS = ['territoryHandler', 'departmentHandler', 'leader', 'editor', 'approver']
/** Whether somebody works on reports, or could look at them: more than answering letters or telling cases. */
export const worksInHouse = ({ roles }: Pick<OfficerNode, 'roles'>): boolean =>
  roles.some((role) => !ONLY_LETTERS.includes(role))

/**
 * The officers whom a text speaks against, by name or by surname and title. `ofHouse`: the text speaks of the office
 * elsewhere, or of nobody else, so that 「何科长」 is one of its own.
 */
export function officersAccused(
  officers: readonly OfficerNode[],
  text: string,
  ofHouse: (at: number) => boolean,
): Naming[] {
  return finderFor(officers)(text).filter((naming) => {
    if (!naming.sure && !ofHouse(naming.start)) return false
    if (naming.sure ? isPartOfUnit(text, naming) : isThanks(text, naming)) return false
    return isSpokenAgainst(text, naming, 'person')
  })
}

/** Of a surname that many bear nobody is meant in particular. */
export const meantBy = ({ officers, sure }: Naming): readonly OfficerNode[] =>
  sure || officers.length <= FEW ? officers : []

/** 「卫健部门」 holds a name by accident. */
const isPartOfUnit = (text: string, { end }: Found): boolean =>
  /^(?:委|局|部门|系统|办|口|线|站|所|科|镇|乡|村|街道|区|县|路|小区|社区)/.test(text.slice(end, end + 2))

/** 「感谢受理员」 holds a 谢 that is no surname. */
const isThanks = (text: string, { start, word }: Found): boolean =>
  word.startsWith('谢') && /[感谢多答致]/.test(text.charAt(start - 1))
