import { z } from 'zod'
import { type KindRow, listKinds } from '#db/read/units.ts'
import { markKindChanged } from '#db/write/kinds.ts'
import { COMPLEXITIES } from '#workflows/case/names.ts'
import type { House } from '#workflows/house.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type ChangeOutcome, changeSettings, invalid, unknown } from './change.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'

/** Outside the scope: every town needs it, and it leads to no unit. */
const OUT = 'OUT'
const NAME_MOST = 40
const BASIS_MOST = 300
const LINES_MOST = 6

const words = (most: number) =>
  z
    .string()
    .transform((text) => normalText(text).trim())
    .pipe(z.string().min(1, 'missing').max(most, 'tooLong'))
const kindSaid = z.object({
  name_zh: words(NAME_MOST),
  name_en: words(NAME_MOST * 2),
  mode: z.enum(['verifyFirst', 'assignToVerify'], 'wrong'),
  complexity: z.enum(COMPLEXITIES, 'wrong'),
  lines: z
    .string()
    .transform((text) => [...new Set(text.split(/[\s、,，;；]+/).filter((line) => line !== ''))])
    .pipe(z.array(z.string().regex(/^[a-z][A-Za-z]{1,39}$/, 'wrong')).max(LINES_MOST, 'tooLong')),
  basis_zh: words(BASIS_MOST),
  basis_en: words(BASIS_MOST * 2),
})
export type KindTyped = z.input<typeof kindSaid>
type Asked = { seen?: number; request?: string }

/** Renames a kind, or changes what follows from it for cases that are classified from now on. Its code stays. */
export function changeKind(house: House, by: Staff, code: string, said: unknown, { seen, request }: Asked) {
  return changeSettings<ChangeOutcome>(house, by, { request, said: [code, said] }, async (tx) => {
    const kind = (await listKinds(tx)).find((each) => each.code === code)
    if (!kind) return unknown
    if (seen !== kind.revision) return changedSince(house, tx, code, kind.revision - (seen ?? 0))
    const parsed = kindSaid.safeParse(said)
    if (!parsed.success) return invalid(faultsIn(parsed.error))
    const before = wordsOf(kind)
    if (JSON.stringify(before) === JSON.stringify(parsed.data))
      return { kind: 'changed', id: code, revision: kind.revision }
    await markKindChanged(tx, code, { ...parsed.data, revision: kind.revision + 1 })
    await keepChange(house, tx, by, 'changeKind', { subject: code, before, after: parsed.data })
    return { kind: 'changed', id: code, revision: kind.revision + 1 }
  })
}

/** Takes a kind out of use, or back into it. Cases that have it keep it. */
export function retireKind(house: House, by: Staff, code: string, retired: boolean, { seen, request }: Asked) {
  return changeSettings<ChangeOutcome>(house, by, { request, said: [code, retired] }, async (tx) => {
    const kind = (await listKinds(tx)).find((each) => each.code === code)
    if (!kind) return unknown
    if (seen !== kind.revision) return changedSince(house, tx, code, kind.revision - (seen ?? 0))
    if (code === OUT) return invalid([{ field: 'retired', problem: 'needed' }])
    await markKindChanged(tx, code, { retired, revision: kind.revision + 1 })
    await keepChange(house, tx, by, 'changeKind', {
      subject: code,
      before: { retired: kind.retired },
      after: { retired },
    })
    return { kind: 'changed', id: code, revision: kind.revision + 1 }
  })
}

/** Puts a kind one place up in every list. */
export function raiseKind(house: House, by: Staff, code: string, { seen, request }: Asked) {
  return changeSettings<ChangeOutcome>(house, by, { request, said: [code, 'raise'] }, async (tx) => {
    const kinds = await listKinds(tx)
    const at = kinds.findIndex((each) => each.code === code)
    const [kind, above] = [kinds[at], kinds[at - 1]]
    if (!kind) return unknown
    if (seen !== kind.revision) return changedSince(house, tx, code, kind.revision - (seen ?? 0))
    if (!above) return { kind: 'changed', id: code, revision: kind.revision }
    await markKindChanged(tx, code, { position: above.position, revision: kind.revision + 1 })
    await markKindChanged(tx, above.code, { position: kind.position })
    await keepChange(house, tx, by, 'changeKind', {
      subject: code,
      before: { position: kind.position },
      after: { position: above.position },
    })
    return { kind: 'changed', id: code, revision: kind.revision + 1 }
  })
}

/** The first thing that is wrong with each field. */
const faultsIn = ({ issues }: z.ZodError) =>
  issues
    .map(({ path, message }) => ({ field: String(path[0]), problem: known(message) }))
    .filter(({ field }, at, all) => all.findIndex((each) => each.field === field) === at)
const known = (message: string) => (message === 'missing' || message === 'tooLong' ? message : 'wrong')
const wordsOf = ({ name_zh, name_en, mode, complexity, lines, basis_zh, basis_en }: KindRow) => ({
  name_zh,
  name_en,
  mode,
  complexity,
  lines,
  basis_zh,
  basis_en,
})
