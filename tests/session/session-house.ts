import { randomUUID } from 'node:crypto'
import { pino } from 'pino'
import { connect, disconnect } from '#db/connection.ts'
import { inTransaction } from '#db/transaction.ts'
import { freshKeys } from '#tests/protection/fresh-keys.ts'
import { freshDatabase } from '#tests/world/database.ts'
import { type HandClock, handClock } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { describeError } from '#workflows/log.ts'
import { currentOneTime } from '#workflows/protection/one-time.ts'
import { hashPassword } from '#workflows/protection/password.ts'
import type { Role } from '#workflows/roles/roles.ts'
import { keepAccount } from '#workflows/settings-desk/open-account.ts'
import { readSettings } from '#workflows/settings.ts'

export const PASSWORD = 'a long one nobody guesses'

export type SessionHouse = {
  house: House
  clock: HandClock
  /** every line of the log so far */
  logged: string[]
  /** opens an account and answers with its id and the code its owner's phone shows now */
  hire(login: string, roles: Role[]): Promise<{ id: string; code(): string }>
  close(): Promise<void>
}

/** A house with one unit and nobody in it. `env` as the environment would say it. */
export async function sessionHouse(env: Record<string, string> = {}): Promise<SessionHouse> {
  const database = await freshDatabase()
  const db = connect(database.appUrl, { max: 4 })
  const clock = handClock('2026-10-12')
  const logged: string[] = []
  const serializers = { err: describeError }
  const log = pino({ level: 'trace', serializers }, { write: (line: string) => void logged.push(line) })
  const house: House = {
    db,
    clock,
    keys: await freshKeys(),
    settings: readSettings({ SAMPLE_TOWN: 'public', ...env }),
    log,
  }
  const unit = randomUUID()
  await db
    .insertInto('unit')
    .values({ id: unit, code: '990300-office', name: '专项办', kind: 'office', level: 'city' })
    .execute()
  return {
    house,
    clock,
    logged,
    hire: async (login, roles) => {
      const passwordHash = await hashPassword(PASSWORD)
      const account = { login, name: '何雯', email: null, unit, roles, passwordHash }
      const { id, oneTimeSecret } = await inTransaction(db, (tx) => keepAccount(tx, house.keys, account))
      return { id, code: () => currentOneTime(oneTimeSecret, clock.wall()) }
    },
    close: async () => {
      await disconnect(db)
      await database.drop()
    },
  }
}
