import { type Database, inShortTransaction } from '#db/transaction.ts'
import { type ArrivalInsert, insertArrivals, isAboutRows } from '#db/write/arrival.ts'

/** Not more in one statement; and by halves below, for the texts of statements that are kept must be few. */
const MOST = 8

type Waiting = { arrival: ArrivalInsert; settings: number; done(): void; failed(error: unknown): void }
type Gate = { busy: boolean; waiting: Waiting[] }
const gates = new WeakMap<Database, Gate>()

/**
 * Stores what a report brings with it; whatever comes while others are being stored waits for them, and goes together.
 * Where something in one of them stands in the way, each is stored alone: none is lost for another's sake. Throws as
 * `insertArrivals` does.
 */
export function insertTogether(db: Database, arrival: ArrivalInsert, settings: number): Promise<void> {
  const gate = gates.get(db) ?? { busy: false, waiting: [] }
  gates.set(db, gate)
  return new Promise((done, failed) => {
    gate.waiting.push({ arrival, settings, done, failed })
    if (!gate.busy) void letIn(db, gate)
  })
}

async function letIn(db: Database, gate: Gate): Promise<void> {
  gate.busy = true
  while (gate.waiting.length > 0) await insert(db, firstOf(gate.waiting))
  gate.busy = false
}

/** Takes out those that came first and were judged by the same settings. */
function firstOf(waiting: Waiting[]): Waiting[] {
  const other = waiting.findIndex(({ settings }) => settings !== waiting[0]?.settings)
  const alike = Math.min(MOST, other < 0 ? waiting.length : other)
  return waiting.splice(0, 2 ** Math.floor(Math.log2(alike)))
}

async function insert(db: Database, some: readonly Waiting[]): Promise<void> {
  try {
    const arrivals = some.map(({ arrival }) => arrival)
    const settings = some[0]?.settings ?? 0
    await inShortTransaction(db, (tx) => insertArrivals(tx, arrivals, settings, { last: true }))
    for (const { done } of some) done()
  } catch (error) {
    if (some.length > 1 && isAboutRows(error)) for (const one of some) await insert(db, [one])
    else for (const { failed } of some) failed(error)
  }
}
