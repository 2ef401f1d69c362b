import { setTimeout } from 'node:timers/promises'
import { type ChangedEntry, type IndexCursor, listChangedEntries } from '#db/read/case-index.ts'
import type { Database } from '#db/transaction.ts'
import { SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { CipherError, unwrapDataKey } from '#workflows/protection/cipher.ts'
import { type IndexEntry, indexEntry, openEntry } from '#workflows/protection/index-entry.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import { WordIndex } from './word-index.ts'

/** Entries a statement; others who wait for this process are served in between. */
const AT_ONCE = 200
/** A page waits so long for an index that is read for the first time; then it says so. */
const PATIENCE = 4 * SECOND
const BEFORE_ALL: IndexCursor = { changedIn: 0, caseId: '00000000-0000-0000-0000-000000000000' }

type Held = {
  index: WordIndex
  /** read on from here */
  cursor: IndexCursor
  isWhole: boolean
  running: Promise<void>
  waiting: Promise<void> | null
}
/** One for each pool of connections: one a process. */
const held = new WeakMap<Database, Held>()

/**
 * The index of this process with everything that was stored before the call; null while it is read for the first time.
 * Never asked for inside a transaction: it takes a connection of its own.
 */
export async function wordIndex(house: House): Promise<WordIndex | null> {
  const mine = heldBy(house.db)
  const caughtUp = catchUp(house, mine)
  if (mine.isWhole) await caughtUp
  else await Promise.race([caughtUp, setTimeout(PATIENCE, undefined, { ref: false })])
  return mine.isWhole ? mine.index : null
}

function heldBy(db: Database): Held {
  const known = held.get(db)
  if (known) return known
  const fresh: Held = {
    index: new WordIndex(),
    cursor: BEFORE_ALL,
    isWhole: false,
    running: Promise.resolve(),
    waiting: null,
  }
  held.set(db, fresh)
  return fresh
}

/** One reading at a time. One that has not begun yet sees what was stored before this call, and serves all who wait. */
function catchUp(house: House, mine: Held): Promise<void> {
  mine.waiting ??= mine.running
    .catch(() => {})
    .then(() => {
      mine.waiting = null
      mine.running = readOn(house, mine)
      return mine.running
    })
  return mine.waiting
}

async function readOn({ db, keys, log }: House, mine: Held): Promise<void> {
  let { cursor } = mine
  let first: number | null = null
  let unreadable = 0
  for (;;) {
    const { horizon, entries } = await listChangedEntries(db, cursor, AT_ONCE)
    first ??= horizon
    for (const row of entries) {
      if (mine.index.holds(row.case_id, row.changed_in)) continue
      const entry = opened(keys, row)
      if (!entry) unreadable += 1
      mine.index.put(row.case_id, { day: row.received_on, changedIn: row.changed_in, entry: entry ?? EMPTY })
    }
    const last = entries.at(-1)
    if (!last || entries.length < AT_ONCE) break
    cursor = { changedIn: last.changed_in, caseId: last.case_id }
    // what was read for the first time need not be read again after a failure
    if (!mine.isWhole) mine.cursor = cursor
  }
  mine.cursor = { ...BEFORE_ALL, changedIn: first }
  mine.isWhole = true
  if (unreadable > 0)
    log.error({ cases: unreadable }, 'entries of the search index do not open: huiyin doctor says more')
}

/** An erased case is found by nothing; one that does not open stands in nobody's way. */
const EMPTY: IndexEntry = indexEntry([], [], null)

function opened(keys: Keys, { case_id, sealed, wrapped }: ChangedEntry): IndexEntry | null {
  if (!sealed || !wrapped) return EMPTY
  try {
    return openEntry(unwrapDataKey(keys, case_id, wrapped), case_id, sealed)
  } catch (error) {
    if (error instanceof CipherError) return null
    throw error
  }
}
