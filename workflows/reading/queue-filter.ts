import { listStoodInFor } from '#db/read/absences.ts'
import { findHolder, findPlace } from '#db/read/queue-names.ts'
import type { QueueFilter } from '#db/read/queues.ts'
import { findKind } from '#db/read/units.ts'
import type { Database } from '#db/transaction.ts'
import type { Complexity } from '#workflows/case/names.ts'
import { addDays, type Day } from '#workflows/clock.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** How a queue is narrowed, in the words of its address: codes and logins, no ids. What is left out does not narrow. */
export type Narrowing = {
  kind?: string
  /** a unit's code; everything below it is meant too */
  place?: string
  complexity?: Complexity
  /** a login, or `me`, or `nobody` */
  holder?: string
  /** before today · from today on, within a week */
  due?: 'late' | 'week'
  urgent?: boolean
  reprisal?: boolean
  slow?: boolean
  provisional?: boolean
  /** the day of receipt, both ends included */
  from?: Day
  to?: Day
}
export type NarrowingPart = keyof Narrowing

/** What the codes of a narrowing stand for, for people to read. */
export type NarrowingNames = {
  kind: { code: string; zh: string; en: string } | null
  place: string | null
  holder: string | null
}

const WEEK = 7

/**
 * Turns the words of an address into what is stored. A code that stands for nothing does not narrow: it comes back in
 * `unknown`, for the page to say so, and `narrow` is what was understood.
 */
export async function readNarrowing(db: Database, by: Staff, today: Day, asked: Narrowing) {
  const kind = asked.kind === undefined ? undefined : await findKind(db, asked.kind)
  const place = asked.place === undefined ? undefined : await findPlace(db, asked.place)
  const holder = await holderOf(db, by, today, asked.holder)
  const unknown = (['kind', 'place', 'holder'] as const).filter(
    (part) => asked[part] !== undefined && { kind, place, holder }[part] === undefined,
  )
  const narrow: Narrowing = { ...asked }
  for (const part of unknown) delete narrow[part]
  const filter: QueueFilter = {
    ...(kind ? { kind: kind.code } : {}),
    ...(place ? { places: place.ids } : {}),
    ...(holder ? (holder.others.length > 0 ? { holders: [by.id, ...holder.others] } : { holder: holder.id }) : {}),
    ...(asked.complexity ? { complexity: asked.complexity } : {}),
    ...(asked.due === 'late' ? { dueBefore: today } : {}),
    ...(asked.due === 'week' ? { dueFrom: today, dueBefore: addDays(today, WEEK + 1) } : {}),
    ...(asked.urgent ? { urgent: true } : {}),
    ...(asked.reprisal ? { reprisal: true } : {}),
    ...(asked.slow ? { slowLane: true } : {}),
    ...(asked.provisional ? { provisional: true } : {}),
    ...(asked.from ? { receivedFrom: asked.from } : {}),
    ...(asked.to ? { receivedTo: asked.to } : {}),
  }
  const names: NarrowingNames = {
    kind: kind ? { code: kind.code, zh: kind.name_zh, en: kind.name_en } : null,
    place: place?.name ?? null,
    holder: holder?.name ?? null,
  }
  return { filter, narrow, names, unknown }
}

/** `others`: whose work the officer looks after while they are away, which is theirs as well. */
async function holderOf(db: Database, by: Staff, today: Day, asked: Narrowing['holder']) {
  if (asked === undefined) return undefined
  if (asked === 'me')
    return { id: by.id, name: null, others: (await listStoodInFor(db, today, by.id)).map(({ id }) => id) }
  if (asked === 'nobody') return { id: null, name: null, others: [] }
  const found = await findHolder(db, asked)
  return found && { ...found, others: [] }
}
