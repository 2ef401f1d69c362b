import type pg from 'pg'
import { connect, disconnect } from '#db/connection.ts'
import { createLog } from '#workflows/log.ts'

/** Logs what must not be logged, to see what comes out. */
const log = createLog('info')
const [url = ''] = process.argv.slice(2)
log.info(
  { ip: 'CANARY', headers: { 'user-agent': 'CANARY' }, request: { remoteAddress: 'CANARY' }, text: 'CANARY' },
  'one',
)
log.info({ unit: 'a\r\n{"level":60,"msg":"forged"}\u001b[31m' }, 'two')
const db = connect(url, { max: 1 })
const row = { day: '2026-01-01', working: false, name: 'CANARY' }
await db.insertInto('calendar_day').values(row).execute()
const twice = db.insertInto('kind').values({ code: 'CANARY' } as never)
await twice.execute().catch((error: pg.DatabaseError) => log.error({ err: error }, 'three'))
log.error({ err: new Error('the mailbox does not answer', { cause: new TypeError('no route') }) }, 'four')
await disconnect(db)
