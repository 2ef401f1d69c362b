import { createHash } from 'node:crypto'
import canonicalize from 'canonicalize'
import type { Database, Transaction } from '#db/transaction.ts'
import { findLastJournalRow, insertJournalRow, type JournalInsert, type JournalRow } from '#db/write/journal.ts'
import { type Chain, listChains, listJournals } from '#db/read/journal.ts'
import { type DataKey, sealText } from '#workflows/protection/cipher.ts'
import type { Wrote } from './wrote.ts'

const GENESIS = Buffer.alloc(32)

/** One step as it is recorded; `payload` is the act as it was said, sealed under the subject's key. */
export type Entry = {
  subject: JournalRow['subject']
  subjectId: string
  at: Date
  actor: { kind: JournalRow['actor_kind']; id: string | null; role: string | null }
  type: string
  from: unknown
  to: unknown
  payload: unknown
  /** of a step of a case: what it left behind beside its state, so that the tables can be compared with the record */
  wrote?: Wrote
}

/** Appends a row to the subject's chain. */
export async function appendToJournal(tx: Transaction, key: DataKey | null, entry: Entry): Promise<number> {
  const row = journalRow(key, entry, await findLastJournalRow(tx, entry.subjectId))
  await insertJournalRow(tx, row)
  return row.seq
}

/**
 * The row that follows `last` in the subject's chain; undefined: the first. The hash is taken over the payload's
 * ciphertext, so that destroying the key erases the words and keeps the chain.
 */
export function journalRow(
  key: DataKey | null,
  entry: Entry,
  last: Pick<JournalRow, 'seq' | 'hash'> | undefined,
): JournalInsert {
  const seq = (last?.seq ?? 0) + 1
  const place = { table: 'journal', column: 'payload', row: `${entry.subjectId}:${seq}` }
  const row = {
    subject: entry.subject,
    subject_id: entry.subjectId,
    seq,
    at: entry.at,
    actor_kind: entry.actor.kind,
    actor_id: entry.actor.id,
    actor_role: entry.actor.role,
    type: entry.type,
    payload: key && entry.payload !== null ? sealText(key, place, JSON.stringify(entry.payload)) : null,
    prev_hash: last?.hash ?? GENESIS,
  }
  return {
    ...row,
    from_value: entry.from === null ? null : JSON.stringify(entry.from),
    to_value: entry.to === null ? null : JSON.stringify(entry.to),
    ...(entry.wrote && { wrote: JSON.stringify(entry.wrote) }),
    hash: hashOf({ ...row, from_value: entry.from, to_value: entry.to, wrote: entry.wrote ?? null }),
  }
}

/** SHA-256 over the RFC 8785 form of the row without its own hash. */
function hashOf(row: Omit<JournalRow, 'hash' | 'payload' | 'xid'> & { payload: Buffer | null }): Buffer {
  const text = canonicalize({
    subject: row.subject,
    subject_id: row.subject_id,
    seq: row.seq,
    at: row.at.toISOString(),
    actor_kind: row.actor_kind,
    actor_id: row.actor_id,
    actor_role: row.actor_role,
    type: row.type,
    from: row.from_value,
    to: row.to_value,
    payload: row.payload?.toString('base64') ?? null,
    prev: row.prev_hash.toString('base64'),
    // rows from before this was recorded hash as they did
    ...(row.wrote !== null && { wrote: row.wrote }),
  })
  return createHash('sha256')
    .update(text ?? '')
    .digest()
}

export type ChainFault = 'missing' | 'broken link' | 'changed'
export type Verdict = { sound: true; rows: number } | { sound: false; subject: string; seq: number; fault: ChainFault }

const PAGE = 100

/** A chain with its rows, as they stand. */
export type WalkedChain = Chain & { rows: JournalRow[] }

/** Every chain there must be, a page at a time: the record may be larger than the memory. */
export async function* everyChain(db: Database): AsyncGenerator<WalkedChain[]> {
  let last: string | null = null
  for (;;) {
    const page: Chain[] = await listChains(db, last, PAGE)
    if (page.length === 0) return
    const chains = new Map(page.map((chain) => [chain.id, { ...chain, rows: [] as JournalRow[] }]))
    for (const row of await listJournals(db, [...chains.keys()])) chains.get(row.subject_id)?.rows.push(row)
    yield [...chains.values()]
    last = page.at(-1)?.id ?? null
  }
}

/** The first position of a chain that does not hold. */
export function brokenAt({ revision, rows }: WalkedChain): { seq: number; fault: ChainFault } | null {
  let previous: Buffer = GENESIS
  let expected = 1
  for (const row of rows) {
    if (row.seq !== expected) return { seq: expected, fault: 'missing' }
    if (!row.prev_hash.equals(previous)) return { seq: row.seq, fault: 'broken link' }
    if (!row.hash.equals(hashOf(row))) return { seq: row.seq, fault: 'changed' }
    previous = row.hash
    expected++
  }
  // each step raises the revision by one: a chain cut off at its end is shorter than its subject says
  return expected <= revision ? { seq: expected, fault: 'missing' } : null
}

/** Walks every chain and names the first position that does not hold. */
export async function verifyJournal(db: Database): Promise<Verdict> {
  let rows = 0
  for await (const page of everyChain(db))
    for (const chain of page) {
      const broken = brokenAt(chain)
      if (broken) return { sound: false, subject: chain.id, ...broken }
      rows += chain.rows.length
    }
  return { sound: true, rows }
}
