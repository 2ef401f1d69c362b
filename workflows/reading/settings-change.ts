import { z } from 'zod'
import { openText } from '#workflows/protection/cipher.ts'
import type { Keys } from '#workflows/protection/keys.ts'

const change = z.object({ subject: z.string(), before: z.unknown(), after: z.unknown() })
export type OpenedChange = z.infer<typeof change>
type SealedChange = { subject_id: string; seq: number; payload: Buffer | null }

/** What a row of the settings journal says was changed; null where it says nothing. */
export function openChange(keys: Keys, { subject_id, seq, payload }: SealedChange): OpenedChange | null {
  if (payload === null) return null
  const place = { table: 'journal', column: 'payload', row: `${subject_id}:${seq}` }
  return change.parse(JSON.parse(openText({ id: 'staff', bytes: keys.staff }, place, payload)))
}

/** One field as it was and as it is since; null where there was, or is, nothing. */
export type Difference = { field: string; before: string | null; after: string | null }

/** The fields that a change moved. `nameOf`: what an id is called, where it is one of something with a name. */
export function differencesOf({ before, after }: OpenedChange, nameOf: (value: string) => string): Difference[] {
  const [was, is] = [fieldsOf(before), fieldsOf(after)]
  const said = (value: unknown) => worded(value, nameOf)
  return [...new Set([...Object.keys(was), ...Object.keys(is)])]
    .map((field) => ({ field, before: said(was[field]), after: said(is[field]) }))
    .filter(({ before: one, after: other }) => one !== other)
}

/** What is no record of fields is one field without a name. */
function fieldsOf(value: unknown): Record<string, unknown> {
  if (value === null || value === undefined) return {}
  const fields = z.record(z.string(), z.unknown()).safeParse(value)
  return fields.success ? fields.data : { '': value }
}

function worded(value: unknown, nameOf: (value: string) => string): string | null {
  if (value === null || value === undefined || value === '') return null
  if (Array.isArray(value))
    return value.length === 0 ? null : value.map((each) => worded(each, nameOf) ?? '').join('、')
  if (typeof value === 'object') return JSON.stringify(value)
  return typeof value === 'string' ? nameOf(value) : String(value)
}
