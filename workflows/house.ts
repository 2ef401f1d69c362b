import type { Database } from '#db/transaction.ts'
import type { Clock } from './clock.ts'
import type { Logger } from './log.ts'
import type { Keys } from './protection/keys.ts'
import type { PostboxKey } from './protection/postbox.ts'
import type { Settings } from './settings.ts'

/** What a process holds, made once at its start and handed to whatever works for it. */
export type House = {
  db: Database
  keys: Keys
  clock: Clock
  settings: Settings
  log: Logger
  /** only where mail is taken in or sent to reporters; null where there is no key for it */
  postbox?: PostboxKey | null
}
