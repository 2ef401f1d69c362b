import { countCasesByKind } from '#db/read/house-standing.ts'
import { listKinds, listUnits } from '#db/read/units.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { keptFrom } from './known.ts'

/** Every kind of burden in its order, retired ones too, with how many cases have it; and the lines there are. */
export async function readKinds(house: House, by: Staff) {
  const { db } = house
  const cases = await countCasesByKind(db, await keptFrom(house, by))
  const lines = new Map<string, string>()
  for (const { line, level, name } of await listUnits(db))
    if (line !== null && (level === 'city' || !lines.has(line))) lines.set(line, name)
  return {
    kinds: (await listKinds(db)).map((kind) => ({ ...kind, cases: cases.get(kind.code) ?? 0 })),
    lines: Object.fromEntries(lines),
  }
}
/** The kinds there are to choose from, by name alone. */
export async function readKindNames({ db }: House) {
  const kinds = await listKinds(db)
  return kinds.flatMap(({ code, name_zh, name_en, retired }) => (retired ? [] : [{ code, zh: name_zh, en: name_en }]))
}
export type KindEntry = Awaited<ReturnType<typeof readKinds>>['kinds'][number]
