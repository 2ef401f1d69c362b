import { randomUUID } from 'node:crypto'
import { z } from 'zod'
import { listKinds } from '#db/read/units.ts'
import { findTemplate } from '#db/read/templates.ts'
import type { Transaction } from '#db/transaction.ts'
import { insertTemplates, lockTemplate, markTemplateRetired, markTemplateWritten } from '#db/write/templates.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { faultsIn, type PartFault } from '#workflows/templates/faults.ts'
import { OUTCOMES, PURPOSES, type Purpose } from '#workflows/templates/purposes.ts'
import { storedParts } from '#workflows/templates/stored-parts.ts'
import { type Changed, type ChangeOutcome, changeSettings, type Fault, unknown } from './change.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'

const MOST_TITLE = 60
const word = z.string().transform((text) => normalText(text).trim())
const orNull = word.nullable().transform((text) => text || null)
/** A template as a form says it. Parts that its purpose does not have are left out. */
const templateSaid = z
  .object({ purpose: z.enum(PURPOSES), kind: orNull, outcome: orNull, title: word, parts: z.record(z.string(), word) })
  .transform((said) => ({ ...said, parts: storedParts(said.purpose, said.parts) }))
type Said = z.output<typeof templateSaid>
export type TemplateTyped = z.input<typeof templateSaid>
export type TemplateProblem = PartFault['problem'] | 'wrong'
/** `with` is the blank as it was typed, `nearest` the one that was probably meant. */
export type TemplateFault = Fault<TemplateProblem> & { nearest?: string }
export type TemplateOutcome =
  | Exclude<ChangeOutcome<TemplateProblem>, { code: 'invalid' }>
  | { kind: 'refused'; code: 'invalid'; faults: TemplateFault[] }
type Asked = { seen?: number; request?: string }

/** Keeps a new template (`id` null), or new texts for one that is there; its old ones stay to be read. */
export function writeTemplate(
  house: House,
  by: Staff,
  id: string | null,
  said: unknown,
  { seen, request }: Asked,
): Promise<TemplateOutcome> {
  return changeSettings<TemplateOutcome>(house, by, { request, said: [id, said] }, async (tx) => {
    const stored = id === null ? null : await stand(tx, id)
    if (stored === undefined) return unknown
    if (stored && seen !== stored.version) return changedSince(house, tx, stored.id, stored.version - (seen ?? 0))
    const parsed = templateSaid.safeParse(stored ? { ...Object(said), purpose: stored.said.purpose } : said)
    if (!parsed.success) return refusedFor([{ field: 'purpose', problem: 'wrong' }])
    const faults = await faultsOf(tx, parsed.data, stored?.said.kind ?? null)
    if (faults.length > 0) return refusedFor(faults)
    if (stored && JSON.stringify(stored.said) === JSON.stringify(parsed.data)) return changed(stored.id, stored.version)
    return keep(house, tx, by, parsed.data, stored)
  })
}

/** Takes a template out of use, or back into it. What was sent with its words stays as it was sent. */
export function retireTemplate(
  house: House,
  by: Staff,
  id: string,
  retired: boolean,
  { seen, request }: Asked,
): Promise<TemplateOutcome> {
  return changeSettings<TemplateOutcome>(house, by, { request, said: [id, retired] }, async (tx) => {
    const template = await lockTemplate(tx, id)
    if (!template) return unknown
    if (template.retired === retired) return changed(id, template.version)
    if (seen !== template.version) return changedSince(house, tx, id, template.version - (seen ?? 0))
    await markTemplateRetired(tx, id, retired)
    const change = { subject: id, before: { retired: template.retired }, after: { retired } }
    await keepChange(house, tx, by, 'retireTemplate', change)
    return changed(id, template.version)
  })
}

const refusedFor = (faults: TemplateFault[]) => ({ kind: 'refused', code: 'invalid', faults }) as const
const changed = (id: string, revision: number): Changed => ({ kind: 'changed', id, revision })

async function stand(tx: Transaction, id: string) {
  const row = z.uuid().safeParse(id).success && (await lockTemplate(tx, id)) && (await findTemplate(tx, id))
  if (!row) return undefined
  const { purpose, kind, outcome, title, version } = row
  return { id, version, said: { purpose, kind, outcome, title, parts: storedParts(purpose, row.parts) } satisfies Said }
}
type Stored = NonNullable<Awaited<ReturnType<typeof stand>>>

async function keep(house: House, tx: Transaction, by: Staff, said: Said, stored: Stored | null) {
  const { purpose, parts, ...named } = said
  const written = { parts: JSON.stringify(parts), by: by.id, written_on: dayOf(house.clock.town()) }
  const id = stored?.id ?? randomUUID()
  const version = (stored?.version ?? 0) + 1
  if (stored) await markTemplateWritten(tx, { id, ...named, version }, written)
  else await insertTemplates(tx, [{ template: { id, purpose, ...named }, written }])
  const flat = ({ parts: texts, ...each }: Said) => ({ ...each, ...texts })
  const change = { subject: id, before: stored && flat(stored.said), after: flat(said) }
  await keepChange(house, tx, by, 'writeTemplate', change)
  return changed(id, version)
}

async function faultsOf(tx: Transaction, said: Said, keptKind: string | null): Promise<TemplateFault[]> {
  const { purpose, kind, outcome, title, parts } = said
  const known = kind === null || kind === keptKind || (await isKind(tx, kind))
  return [
    ...(title === '' ? [{ field: 'title', problem: 'missing' as const }] : []),
    ...(title.length > MOST_TITLE ? [{ field: 'title', problem: 'tooLong' as const }] : []),
    ...(known ? [] : [{ field: 'kind', problem: 'wrong' as const }]),
    ...(isOutcome(purpose, outcome) ? [] : [{ field: 'outcome', problem: 'wrong' as const }]),
    ...faultsIn(purpose, parts).map(({ part, problem, ...blank }) => ({
      field: part,
      problem,
      ...('name' in blank ? { with: blank.name, nearest: blank.nearest } : {}),
    })),
  ]
}

const isKind = async (tx: Transaction, code: string) =>
  (await listKinds(tx)).some((kind) => kind.code === code && !kind.retired)
const isOutcome = (purpose: Purpose, outcome: string | null) => outcome === null || OUTCOMES[purpose].includes(outcome)
