import { randomUUID } from 'node:crypto'
import { listClosedAmong } from '#db/read/newsroom.ts'
import { listUnits } from '#db/read/units.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { insertTypicalCaseRevision } from '#db/write/typical-cases.ts'
import { keptAway } from '#workflows/assignment/answers.ts'
import type { House } from '#workflows/house.ts'
import { sealText } from '#workflows/protection/cipher.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { typicalCaseEvent } from '#workflows/typical-case/events.ts'
import { outgoingTexts } from '#workflows/typical-case/written-texts.ts'
import { caseKey } from './case-key.ts'
import { openTypicalCase } from './open.ts'
import { type Refused, refused } from './refusal.ts'
import { issuesOf, normalised } from './said.ts'
import { unsettledIn } from './unsettled.ts'
import { isClosed } from './usable-sources.ts'
import { withoutReceiptsIn } from './without-receipts.ts'

const MOST_SOURCES = 4
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
/** `settled`: places in the texts that the editor answers for. */
export type Draft = { title: string; body: string; sources: readonly string[]; settled?: unknown }

/**
 * Begins a typical case from one to four closed cases. Whether they may be told yet is asked again before it goes
 * out. A case the editor may not know of is refused like one that is not there.
 */
export async function startTypicalCase(
  house: House,
  by: Staff,
  draft: Draft,
): Promise<{ kind: 'started'; id: string } | Refused> {
  if (!by.roles.includes('editor')) return refused('not-your-role')
  const { title: heading, body: words } = await withoutReceiptsIn(house, { title: draft.title, body: draft.body })
  const said = normalised({ type: 'draft', title: heading, body: words, settled: draft.settled })
  const parsed = typicalCaseEvent.safeParse(said, { reportInput: true })
  const sources = [...new Set(draft.sources)]
  if (sources.some((id) => !UUID.test(id))) return refused('unknown')
  const issues = parsed.success ? [] : issuesOf(parsed.error)
  if (sources.length === 0) issues.unshift({ field: 'sources', problem: 'missing' })
  if (sources.length > MOST_SOURCES) issues.unshift({ field: 'sources', problem: 'tooLong' })
  if (issues.length > 0 || !parsed.success || parsed.data.type !== 'draft') return refused('invalid', { issues })
  const { title, body, settled } = parsed.data
  const texts = outgoingTexts(parsed.data)
  return inTransaction(house.db, async (tx) => {
    const away = keptAway(await listUnits(tx), by.unit)
    const found = await listClosedAmong(tx, away, sources)
    if (found.length < sources.length) return refused('unknown')
    if (!found.every(isClosed)) return refused('not-now')
    const names = (await listUnits(tx)).map(({ name }) => name)
    const unsettled = await unsettledIn(house, tx, { texts, settled, cases: sources, names })
    if (unsettled.length > 0) return refused('unsettled', { unsettled })
    const id = await openTypicalCase(house, tx, by, { title, body, sources, settled })
    await keepFirstText(house, tx, id, by, { title, body })
    return { kind: 'started', id }
  })
}

/** The first text is a revision like every later one. */
async function keepFirstText(
  house: House,
  tx: Transaction,
  typical: string,
  by: Staff,
  texts: Record<'title' | 'body', string>,
) {
  const key = await caseKey(tx, house.keys, typical)
  const id = randomUUID()
  const seal = (column: 'title' | 'body') =>
    sealText(key, { table: 'typical_case_revision', column, row: id }, texts[column])
  const row = { id, typical_case_id: typical, by: by.id, at: house.clock.town(), remark: null }
  await insertTypicalCaseRevision(tx, { ...row, title: seal('title'), body: seal('body') })
}
