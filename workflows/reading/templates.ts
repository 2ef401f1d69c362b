import { findTemplate, listTemplates, listTemplateVersions, type TemplateRow } from '#db/read/templates.ts'
import { listKinds } from '#db/read/units.ts'
import type { House } from '#workflows/house.ts'
import { BLANKS, blanksFor, fill } from '#workflows/templates/blanks.ts'
import { MADE_UP_CASE } from '#workflows/templates/made-up-case.ts'
import { OUTCOMES, PARTS, type Parts, type Purpose, PURPOSES } from '#workflows/templates/purposes.ts'
import { isPurpose, storedParts } from '#workflows/templates/stored-parts.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The templates of one purpose, those in use first, with how many each purpose has in use. */
export async function readTemplates({ db }: House, asked: string | null) {
  const rows = await listTemplates(db)
  const purpose: Purpose = isPurpose(asked) ? asked : 'refusal'
  return {
    purpose,
    purposes: PURPOSES.map((name) => ({
      name,
      count: rows.filter((row) => row.purpose === name && !row.retired).length,
    })),
    templates: rows
      .filter((row) => row.purpose === purpose)
      .map(lineOf)
      .toSorted((a, b) => Number(a.retired) - Number(b.retired)),
  }
}
export type TemplateLine = Awaited<ReturnType<typeof readTemplates>>['templates'][number]

const lineOf = (row: TemplateRow) => ({
  id: row.id,
  title: row.title,
  kind: row.kind === null ? null : { code: row.kind, zh: row.name_zh ?? '', en: row.name_en ?? '' },
  outcome: row.outcome,
  version: row.version,
  retired: row.retired,
  by: row.by,
  on: row.written_on,
})

/** One template with all its versions and what it looks like when filled; null where there is none. */
export async function readTemplate(house: House, id: string) {
  const row = UUID.test(id) ? await findTemplate(house.db, id) : undefined
  if (!row) return null
  const parts = storedParts(row.purpose, row.parts)
  const versions = (await listTemplateVersions(house.db, id)).map((version) => ({
    version: version.version,
    by: version.by,
    on: version.written_on,
    parts: storedParts(row.purpose, version.parts),
  }))
  return { ...lineOf(row), ...(await readTemplateForm(house, row.purpose)), parts, sample: sampleOf(parts), versions }
}
export type TemplatePage = NonNullable<Awaited<ReturnType<typeof readTemplate>>>

/** What the form of a template of this purpose asks for and lets one choose from. */
export async function readTemplateForm({ db }: House, purpose: Purpose) {
  return {
    purpose,
    fields: PARTS[purpose],
    outcomes: OUTCOMES[purpose],
    kinds: (await listKinds(db))
      .filter(({ retired }) => !retired)
      .map(({ code, name_zh, name_en }) => ({ code, zh: name_zh, en: name_en })),
    blanks: blanksFor(purpose).map((blank) => ({ blank, zh: BLANKS[blank].zh, en: BLANKS[blank].en })),
  }
}
export type TemplateFormChoices = Awaited<ReturnType<typeof readTemplateForm>>

/** The texts as they look on a case that never was. */
export const sampleOf = (parts: Parts): Parts =>
  Object.fromEntries(Object.entries(parts).map(([part, text]) => [part, fill(text, MADE_UP_CASE)]))
