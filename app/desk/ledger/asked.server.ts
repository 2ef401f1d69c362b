import { queueAddress, queueAsked } from '#app/desk/queue-address.ts'
import type { LedgerState } from '#workflows/reading/ledger.ts'

/** The queue whose ledger an address asks for: of every case, where it names no state. What waits for a signature is no ledger. */
export function ledgerAsked(url: URL) {
  const { asked, misread } = queueAsked(url.searchParams)
  const state: LedgerState = asked.state === null || asked.state === 'toSign' ? 'all' : asked.state
  return { state, narrow: asked.narrow, misread, page: queueAddress(state, asked.narrow, null, '/desk/ledger') }
}
