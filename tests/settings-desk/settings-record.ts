import { listJournal } from '#db/read/journal.ts'
import { SETTINGS_CHAIN } from '#db/write/settings-chain.ts'
import { openText } from '#workflows/protection/cipher.ts'
import type { House } from '#workflows/house.ts'

/** Everything that was changed about the house, opened: who, what, and the words of it. */
export async function settingsRecord({ db, keys }: Pick<House, 'db' | 'keys'>) {
  const key = { id: 'staff', bytes: keys.staff }
  return (await listJournal(db, SETTINGS_CHAIN)).map(({ seq, type, actor_id, payload }) => {
    const place = { table: 'journal', column: 'payload', row: `${SETTINGS_CHAIN}:${seq}` }
    return { type, by: actor_id, said: payload ? openText(key, place, payload) : null }
  })
}
