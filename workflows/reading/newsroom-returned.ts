import { z } from 'zod'
import { listSaidActs } from '#db/read/said-acts.ts'
import type { Database } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import type { Cells } from './cells.ts'

const said = z.looseObject({ text: z.string() })
const RETURNS = ['returnDraft', 'returnCorrection']

/** Why it was last sent back, unless it has been sent on since. The reason is kept in the record of the act alone. */
export async function readReturned(db: Database, cells: Cells, id: string) {
  const acts = await listSaidActs(db, id, [...RETURNS, 'propose', 'correct'])
  const last = acts.at(-1)
  if (!last?.payload || !RETURNS.includes(last.type)) return null
  const opened = cells.open('journal', 'payload', `${id}:${last.seq}`, last.payload)
  const text = opened && said.safeParse(JSON.parse(opened)).data?.text
  return text ? { text, by: last.by, day: dayOf(last.at) } : null
}
