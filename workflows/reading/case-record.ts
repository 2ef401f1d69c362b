import { z } from 'zod'
import { findNumbered, listEveryDate, listLooks, listRecordRows } from '#db/read/case-record.ts'
import type { Sealed } from '#db/tables/sealed.ts'
import { DEADLINE_NAMES, TRACKS } from '#workflows/case/names.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type Cells, cellsOf } from './cells.ts'
import { stillFor } from './date-explained.ts'
import { keptFrom, recordLook } from './known.ts'

const NUMBER = /^\d{4}-\d{4}-\d{4,12}$/
/** Whether something is written as a case's number is. */
export const isCaseNumber = (typed: string): boolean => NUMBER.test(typed)

/** Whether there is such a case that this auditor may know of. Shows nothing of it, and so is no look. */
export const readsRecordOf = async (house: House, by: Staff, number: string): Promise<boolean> =>
  (await findNumbered(house.db, number, await keptFrom(house, by))) !== undefined

/** So much of a hash is enough to compare two prints of a record by eye. */
const HASH_SHOWN = 12

/**
 * The record of one case: every step with its place in the chain, every look between with the reason for it where one was
 * asked, every date with its rule; not a word of what was said. The auditor's own look goes on record first. Null where there is no such case, and just so
 * where this auditor may not know of it.
 */
export async function readCaseRecord(house: House, by: Staff, number: string) {
  const { db, keys, clock } = house
  const row = isCaseNumber(number) ? await findNumbered(db, number, await keptFrom(house, by)) : undefined
  if (!row) return null
  await recordLook(house, by, row.id, 'record')
  const cells = (await cellsOf(db, keys, [row.id]))(row.id)
  const steps = (await listRecordRows(db, row.id)).map((step) => ({
    ...which(cells, row.id, step),
    what: 'step' as const,
    key: `step-${step.seq}`,
    seq: step.seq,
    at: step.at,
    // of a reporter's act no more than the day
    exact: step.actor_kind !== 'reporter',
    by: step.actor_kind === 'staff' ? step.name : null,
    role: step.actor_role ?? step.actor_kind,
    type: step.type,
    from: step.from_value === null ? null : lifeOf(step.from_value),
    to: step.to_value === null ? null : lifeOf(step.to_value),
    hash: step.hash.toString('hex').slice(0, HASH_SHOWN),
  }))
  const looks = (await listLooks(db, row.id)).map((look) => ({
    what: 'look' as const,
    key: look.id,
    at: look.at,
    by: look.name,
    page: look.page,
    reason: look.reason && cells.open('look', 'reason', look.id, look.reason),
  }))
  return {
    id: row.id,
    number: row.number,
    life: row.life,
    kind: row.kind === null ? null : { code: row.kind, zh: row.name_zh ?? '', en: row.name_en ?? '' },
    receivedOn: row.received_on,
    closedOn: row.closed_on,
    rows: interleaved(steps, looks),
    steps: steps.length,
    looks: looks.length,
    dates: (await listEveryDate(db, row.id)).map((date) => ({
      id: date.id,
      name: date.name,
      track: date.track,
      state: date.state,
      setOn: date.set_on,
      dueOn: date.due_on,
      days: date.days,
      rule: date.rule,
      provisional: date.provisional,
      /** since when and for what it stands still, or how often it did */
      still: stillFor(date),
    })),
    printedOn: dayOf(clock.town()),
  }
}
export type CaseRecord = NonNullable<Awaited<ReturnType<typeof readCaseRecord>>>
export type RecordRow = CaseRecord['rows'][number]

/** Steps in the order of the chain, and each look before the first step that is later than it. */
function interleaved<Step extends { at: Date }, Look extends { at: Date }>(steps: Step[], looks: Look[]) {
  const rest = [...looks]
  const rows: (Step | Look)[] = []
  let reached = 0
  for (const step of steps) {
    // an anonymous step is of its whole hour: it does not set the clock back
    reached = Math.max(reached, step.at.getTime())
    while (rest[0] && rest[0].at.getTime() < reached) rows.push(...rest.splice(0, 1))
    rows.push(step)
  }
  return [...rows, ...rest]
}

/** Of what an act said, only the closed names of its date and its side: free words stay where they are. */
const named = z.looseObject({
  deadline: z.enum(DEADLINE_NAMES).nullish().catch(null),
  track: z.enum(TRACKS).nullish().catch(null),
})
function which(cells: Cells, caseId: string, { seq, payload }: { seq: number; payload: Sealed | null }) {
  const said = payload ? cells.open('journal', 'payload', `${caseId}:${seq}`, payload) : ''
  const { deadline = null, track = null } = said === '' ? {} : named.parse(JSON.parse(said))
  return { deadline: deadline ?? null, track: track ?? null }
}

const inner = z.union([z.string(), z.record(z.string(), z.unknown())])
const stored = z.looseObject({ life: inner })

/** The life of a stored value, dotted; the two tracks of one that is put right are told by their own acts. */
function lifeOf(value: unknown): string {
  const { life } = stored.parse(value)
  if (typeof life === 'string') return life
  const [[outer, within] = []] = Object.entries(life)
  return typeof within === 'string' ? `${outer}.${within}` : (outer ?? '')
}
