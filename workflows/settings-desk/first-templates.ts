import { createHash } from 'node:crypto'
import type { Transaction } from '#db/transaction.ts'
import { insertTemplates, listKnownTemplates } from '#db/write/templates.ts'
import type { Day } from '#workflows/clock.ts'
import { FIRST_TEMPLATES } from '#workflows/templates/first/first-templates.ts'

/** The id of a template that came with the software: the same in every town, shaped like a uuid v4. */
export function firstTemplateId(key: string): string {
  const hex = createHash('sha256').update(`template ${key}`).digest('hex')
  const version = `4${hex.slice(13, 16)}`
  return [hex.slice(0, 8), hex.slice(8, 12), version, `8${hex.slice(17, 20)}`, hex.slice(20, 32)].join('-')
}

/** Puts in the templates that came with the software and are not there yet. One that is there stays as the town made it. */
export async function putFirstTemplates(tx: Transaction, today: Day): Promise<void> {
  const first = FIRST_TEMPLATES.map(({ key, ...seed }) => ({ id: firstTemplateId(key), ...seed }))
  const ids = first.map(({ id }) => id)
  const known = await listKnownTemplates(tx, ids)
  const missing = first.filter(({ id }) => !known.has(id))
  const rows = missing.map(({ parts, ...template }) => ({
    template,
    written: { parts: JSON.stringify(parts), by: null, written_on: today },
  }))
  await insertTemplates(tx, rows)
}
