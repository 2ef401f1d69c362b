import { type Database, inTransaction, isEndedForAnother, type Transaction } from '#db/transaction.ts'
import { lockSettings } from '#db/write/settings-chain.ts'

/**
 * One transaction that changes settings, after whatever else changes them now. Settings first, then accounts, and no case:
 * whoever acts on a case holds it before they hold an account. Where the database ended it all the same for another that
 * waited too, it is tried once more.
 */
export function inTurn<Result>(db: Database, change: (tx: Transaction) => Promise<Result>): Promise<Result> {
  const attempt = () =>
    inTransaction(db, async (tx) => {
      await lockSettings(tx)
      return change(tx)
    })
  return attempt().catch((error: unknown) => (isEndedForAnother(error) ? attempt() : Promise.reject(error)))
}
