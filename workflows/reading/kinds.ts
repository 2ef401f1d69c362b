import { listKinds, listUnits } from '#db/read/units.ts'
import type { House } from '#workflows/house.ts'
import { readCasesByKind } from './leader-figures.ts'

/**
 * Every kind of burden in its order, retired ones too, with about how many cases have it by the newest snapshot (null: too
 * few to be told); and the lines there are.
 */
export async function readKinds({ db }: Pick<House, 'db'>) {
  const casesOf = await readCasesByKind(db)
  const lines = new Map<string, string>()
  for (const { line, level, name } of await listUnits(db))
    if (line !== null && (level === 'city' || !lines.has(line))) lines.set(line, name)
  return {
    kinds: (await listKinds(db)).map((kind) => ({ ...kind, cases: casesOf(kind.code) })),
    lines: Object.fromEntries(lines),
  }
}
/** The kinds there are to choose from, by name alone. */
export async function readKindNames({ db }: House) {
  const kinds = await listKinds(db)
  return kinds.flatMap(({ code, name_zh, name_en, retired }) => (retired ? [] : [{ code, zh: name_zh, en: name_en }]))
}
export type KindEntry = Awaited<ReturnType<typeof readKinds>>['kinds'][number]
