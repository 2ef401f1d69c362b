import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { connect, disconnect } from '#db/connection.ts'
import type { Database } from '#db/transaction.ts'
import { inTransaction } from '#db/transaction.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { addDays, type Day, dayOf, handClock } from '#workflows/clock.ts'
import { addWorkingDays } from '#workflows/deadlines/working-days.ts'
import { calendarAround } from '#workflows/engine/calendar.ts'
import { ringRungs } from '#workflows/engine/ring.ts'
import type { House } from '#workflows/house.ts'
import { runOnce as ringDeadlines } from '#workflows/worker/ring-deadlines.ts'
import { fill } from './fill.ts'
import { signedIn } from './queue.ts'
import { serve } from './served.ts'
import { quantile, round, tell } from './told.ts'
import { visitHouse } from './visit.ts'
import type { Words } from './words.ts'

/** How many cases of every kind give about ten thousand open dates. */
const CASES = 30_000
const ROUNDS = 3

type Town = { house: House; owner: Database; ring: Day; far: Day }

/**
 * What the clock costs: a sweep that finds a thousand dates due among ten thousand open and among a million, how fast a
 * thousand are rung beside bare transactions of two rows, and what a queue page takes meanwhile.
 */
export async function deadlines({ quick }: Words): Promise<void> {
  const due = quick ? 200 : 1_000
  const folder = freshFolder()
  const served = await serve(folder.path, { env: { WORKERS: '1' } })
  const { house, ownerUrl, close } = await visitHouse(folder.path)
  const owner = connect(ownerUrl, { max: 1, timeoutMs: 0 })
  try {
    await fill(house, ownerUrl, quick ? 6_000 : CASES)
    const today = dayOf(house.clock.town())
    const ring = addWorkingDays(await calendarAround(house.db, today), today, 2).due
    // days ahead of the town's own worker, which must find nothing to do
    const town = { house: { ...house, clock: handClock(ring) }, owner, ring, far: addDays(today, 90) }
    await putOff(town)
    const small = await sweeps(town, due)
    const many = quick ? 50_000 : 1_000_000
    await openMore(town, many)
    const large = await sweeps(town, due)
    const meanwhile = await queueMeanwhile(town, await signedIn(house, 'hewen'), served.port, due)
    tell('deadlines', [
      ...Object.keys(small).map((what) => ({
        what,
        due,
        fewOpen: round(small[what] ?? 0, 2),
        manyOpen: round(large[what] ?? 0, 2),
        ofFew: round((large[what] ?? 0) / (small[what] ?? 1), 2),
      })),
      { what: 'lapses, of two rows', due, ofTwoRows: round((large['two rows'] ?? 0) / (large['lapses'] ?? 1), 2) },
      { what: 'rungs, of two rows', due, ofTwoRows: round((large['two rows'] ?? 0) / (large['rungs'] ?? 1), 2) },
      { what: 'queue page', ...meanwhile },
    ])
  } finally {
    await disconnect(owner)
    await close()
    await served.stop()
    folder.remove()
  }
}

/** Nothing is due, for the town's own worker either. */
const putOff = ({ owner, far }: Town) =>
  sql`update deadline set next_rung = null, rings_on = null,
    due_on = case state when 'open' then ${far}::date else due_on end`.execute(owner)

/** Open dates of cases that nobody looks at: the sweep reads dates alone. */
async function openMore({ owner, far }: Town, many: number): Promise<void> {
  await sql`
    insert into deadline (id, case_id, name, state, set_on, due_on, days, rule, calendar_version, provisional, rings_on, next_rung)
    select gen_random_uuid(), gen_random_uuid(), 'verification', 'open', ${far}::date - 20, ${far}::date + (n % 30), 10,
      'bench', 1, false, ${far}::date + (n % 30) - 7, 'reminder' from generate_series(1, ${many}::int) as n`.execute(
    owner,
  )
  await sql`vacuum analyze deadline`.execute(owner)
}

/** Milliseconds for a thousand: medians of rounds that take turns, each with dates of its own. */
async function sweeps(town: Town, due: number): Promise<Record<string, number>> {
  const taken: Record<string, number[]> = {}
  const measure = async (what: string, work: () => Promise<number>, expected: number) => {
    const before = performance.now()
    const rang = await work()
    if (rang !== expected) throw new Error(`${what}: ${rang} rang, not ${expected}`)
    taken[what] = [...(taken[what] ?? []), performance.now() - before]
  }
  for (let round = 0; round < ROUNDS; round++) {
    await measure('nothing due', () => ringAll(town.house), 0)
    await makeDue(town, due)
    await measure('lapses', () => ringDeadlines(town.house), due)
    await makeRinging(town, due)
    await measure('rungs', () => ringRungs(town.house), due)
    await measure('two rows', () => twoRows(town.house, due), due)
  }
  return Object.fromEntries(Object.entries(taken).map(([what, times]) => [what, quantile(times, 0.5)]))
}

const ringAll = async (house: House) => (await ringDeadlines(house)) + (await ringRungs(house))

/** So many dates of real cases were over the day before; whether one has lapsed already in this run does not matter. */
async function makeDue({ owner, ring }: Town, due: number): Promise<void> {
  await sql`
    update deadline set state = 'open', due_on = ${addDays(ring, -1)}::date, rings_on = null where id in (
      select deadline.id from deadline join case_file on case_file.id = case_id
      where state in ('open', 'lapsed') and deadline.name in ('triage', 'verification', 'review', 'rectification')
      order by random() limit ${due})`.execute(owner)
}

/** So many dates of real cases are the next working day, and so have their yellow card today. */
async function makeRinging({ house, owner, ring }: Town, due: number): Promise<void> {
  const next = addWorkingDays(await calendarAround(house.db, ring), ring, 1).due
  await sql`delete from errand where key like 'rung:%'`.execute(owner)
  await sql`
    update deadline set state = 'open', rung = 'none', due_on = ${next}::date, set_on = ${ring}::date - 20, next_rung = 'yellow', rings_on = ${ring}::date,
      ladder = '{"reminder": 7, "yellow": 1, "order": 5, "leader": 10}'::jsonb
    where id in (select deadline.id from deadline join case_file on case_file.id = case_id
      where state in ('open', 'lapsed') order by random() limit ${due})`.execute(owner)
}

/** The floor: as many bare transactions of two rows, one after the other, as the ringing is. */
async function twoRows({ db, clock }: House, times: number): Promise<number> {
  for (let nth = 0; nth < times; nth++)
    await inTransaction(db, async (tx) => {
      for (const name of ['first', 'second'])
        await sql`
          insert into refusal (id, at, staff_id, subject_id, type, code)
          values (${randomUUID()}, ${clock.wall()}, ${randomUUID()}, ${randomUUID()}, ${name}, 'bench')`.execute(tx)
    })
  return times
}

/** A queue page while dates are rung, beside the same page before. */
async function queueMeanwhile(town: Town, cookie: string, port: number, due: number) {
  const page = async () => {
    const before = performance.now()
    const answer = await fetch(`http://127.0.0.1:${port}/desk?state=triage`, { headers: { cookie } })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`the queue page answered ${answer.status}`)
    return performance.now() - before
  }
  const quiet: number[] = []
  for (let nth = 0; nth < 60; nth++) quiet.push(await page())
  await makeDue(town, due)
  let ringing = true
  const rings = ringDeadlines(town.house).finally(() => {
    ringing = false
  })
  const busy: number[] = []
  while (ringing) busy.push(await page())
  await rings
  const [before, during] = [quantile(quiet.slice(5), 0.5), quantile(busy, 0.5)]
  return { due, quietMs: round(before, 1), busyMs: round(during, 1), ofQuiet: round(during / before, 2) }
}
