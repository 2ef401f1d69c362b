import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import type { Random } from '#tests/search/random.ts'
import { runChild } from '#tests/world/child.ts'
import { aTown } from '#tests/world/town.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { wallClock } from '#workflows/clock.ts'
import { planCalls, startImport } from '#workflows/channels/call-import.ts'
import { createKeys } from '#workflows/protection/keys.ts'
import { connect, disconnect } from '#db/connection.ts'
import { csvOf, EXPORT, exported } from './files.ts'

const CHILD = join(process.cwd(), 'tests/channels/hotline/import-child.ts')
/** Between a cut connection and the kill. */
const MOST_MS = 150

export type Stock = {
  /** rows by what became of them */
  outcomes: Record<string, number>
  reports: number
  cases: number
  calls: number
  /** rows whose words are still kept */
  kept: number
  /** reports of the import that no row of it knows, and rows that lead to no report */
  loose: number
  kills: number
  /** kills that came while rows still waited, some of them taken already */
  midway: number
}

/**
 * Imports a file of `rows` calls while the process that takes them is killed `kills` times, each when so many
 * rows are taken as `random` says, every third time after the database has cut its connections, and takes stock at the end.
 */
export async function killedImport({
  rows,
  kills,
  random,
}: {
  rows: number
  kills: number
  random: Random
}): Promise<Stock> {
  const folder = freshFolder()
  const keysFile = join(folder.path, 'keys.json')
  const town = await aTown({ keys: await createKeys(keysFile, { custodians: null }) })
  const owner = connect(town.database.ownerUrl, { max: 1, timeoutMs: 0 })
  try {
    const house = { ...town.house, clock: wallClock() }
    const bytes = csvOf([EXPORT, ...Array.from({ length: rows }, (_, at) => exported(at))])
    const planned = await planCalls(house, town.officer('aixia'), { name: 'a.csv', bytes })
    if (planned.kind !== 'planned') throw new Error(`not planned: ${JSON.stringify(planned)}`)
    await startImport(house, town.officer('aixia'), planned.id)
    const begin = async () => {
      const child = runChild(CHILD, [town.database.appUrl, keysFile])
      await child.next()
      return child
    }
    let [killed, midway] = [0, 0]
    for (; killed < kills; killed++) {
      const child = await begin()
      const share = Math.floor(rows / (kills + 1))
      await taken(town, killed * share + random.below(share))
      if (killed % 3 === 2) {
        await sql`select pg_terminate_backend(pid) from pg_stat_activity
          where datname = current_database() and application_name = 'killed import'`.execute(owner)
        await setTimeout(random.below(MOST_MS))
      }
      await child.kill()
      const { reports, outcomes } = await takeStock(town)
      if (reports > 0 && outcomes.waiting) midway += 1
    }
    const last = await begin()
    await last.next()
    await last.ended()
    return { ...(await takeStock(town)), kills: killed, midway }
  } finally {
    await disconnect(owner)
    await town.close()
    folder.remove()
  }
}

/** Until so many reports are there. */
async function taken({ db }: Awaited<ReturnType<typeof aTown>>, wanted: number): Promise<void> {
  for (;;) {
    const { n } = await db
      .selectFrom('report')
      .select(({ fn }) => fn.countAll<string>().as('n'))
      .executeTakeFirstOrThrow()
    if (Number(n) >= wanted) return
    await setTimeout(2)
  }
}

async function takeStock({ db }: Awaited<ReturnType<typeof aTown>>) {
  const count = async (from: ReturnType<typeof sql.raw>) =>
    Number((await sql<{ n: string }>`select count(*) as n from ${from}`.execute(db)).rows[0]?.n)
  const outcomes = await db
    .selectFrom('hotline_import_row')
    .select(({ fn }) => ['outcome', fn.countAll<string>().as('n')])
    .groupBy('outcome')
    .execute()
  return {
    outcomes: Object.fromEntries(outcomes.map(({ outcome, n }) => [outcome, Number(n)])),
    reports: await count(sql.raw('report')),
    cases: await count(sql.raw('case_file')),
    calls: await count(sql.raw('hotline_call')),
    kept: await count(sql.raw('hotline_import_row where sealed is not null')),
    loose: await count(
      sql.raw(
        'report full join hotline_import_row r on r.report_id = report.id where report.id is null or r.report_id is null',
      ),
    ),
  }
}
