import { findTownValue } from '#db/read/town.ts'
import type { Database } from '#db/transaction.ts'
import { SECOND } from '#workflows/clock.ts'
import type { Logger } from '#workflows/log.ts'

/** The demonstration clock's offset in milliseconds, read again every second: `huiyin clock advance` moves it elsewhere. */
export async function followTownClock(db: Database, log: Logger): Promise<{ offset(): number; stop(): void }> {
  let offset = await readTownClock(db)
  const timer = setInterval(() => {
    readTownClock(db).then(
      (read) => {
        offset = read
      },
      (error) => log.warn({ err: error }, 'the town clock could not be read'),
    )
  }, SECOND)
  return { offset: () => offset, stop: () => clearInterval(timer) }
}

/** The same, once. */
export async function readTownClock(db: Database): Promise<number> {
  const value = await findTownValue(db, 'clockOffset')
  return typeof value === 'number' ? value : 0
}
