import { inTransaction } from '#db/transaction.ts'
import { openTypicalCase } from '#workflows/engine/open.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'

/** Begins a typical case from one case; answers with its id. */
export const startTypical = (
  house: House,
  by: Staff,
  { title, body }: { title: string; body: string },
  source: string,
): Promise<string> =>
  inTransaction(house.db, (tx) => openTypicalCase(house, tx, by, { title, body, sources: [source] }))
