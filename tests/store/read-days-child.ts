import { sql } from 'kysely'
import { connect, disconnect } from '#db/connection.ts'

/** Writes a day, an instant and a count, and prints how they are read back in this process's zone. */
const db = connect(process.argv[2] ?? '', { max: 1 })
await db.insertInto('calendar_day').values({ day: '2026-01-01', working: false, name: '元旦' }).execute()
const { day } = await db.selectFrom('calendar_day').select('day').executeTakeFirstOrThrow()
const instant = new Date('2026-01-01T00:30:00+08:00')
const { rows } = await sql`
  select ${instant}::timestamptz as instant, count(*) as count, current_setting('TimeZone') as zone,
    ${instant}::timestamptz::text as stored from calendar_day`.execute(db)
await db.deleteFrom('calendar_day').execute()
await disconnect(db)
process.stdout.write(`${JSON.stringify({ day, ...(rows[0] as object) })}\n`)
