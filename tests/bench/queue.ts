import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { inTransaction } from '#db/transaction.ts'
import { insertSession } from '#db/write/staff.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { step } from '#workflows/engine/step.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { castOf } from '#workflows/sample-town/cast.ts'
import { hashToken } from '#workflows/settings-desk/sign-in.ts'
import { fill } from './fill.ts'
import { COMMON, RARE } from './sentences.ts'
import { serve } from './served.ts'
import { type Figures, quantile, round, tell } from './told.ts'
import { visitHouse } from './visit.ts'
import type { Words } from './words.ts'

type Times = { p50: number; p99: number }
type Measured = Record<string, Times>

/** Queue, case, search and one step with ever more cases in the town: each size beside the smallest. */
export async function queue({ quick, full }: Words): Promise<void> {
  const sizes = [1_000, ...(quick ? [10_000] : [100_000]), ...(full ? [1_000_000] : [])]
  const folder = freshFolder()
  const served = await serve(folder.path, { env: { WORKERS: '1' } })
  const { house, ownerUrl, close } = await visitHouse(folder.path)
  try {
    const by = (await castOf(house.db))('hewen')
    const rows: Figures[] = []
    let smallest: Measured | null = null
    for (const size of sizes) {
      await fill(house, ownerUrl, size)
      // filling outlasts a session
      const cookie = await signedIn(house, 'hewen')
      const measured = {
        ...(await measurePages(house, served.port, cookie, quick ? 40 : 150)),
        ...(await measureSteps(house, by, quick ? 40 : 150)),
      }
      smallest ??= measured
      for (const [what, times] of Object.entries(measured))
        rows.push({
          what,
          cases: size,
          p50ms: round(times.p50, 2),
          p99ms: round(times.p99, 2),
          ofSmallest: round(times.p50 / (smallest[what]?.p50 ?? times.p50), 2),
          ofTwoRows: what === 'step' ? round(times.p50 / (measured['two rows']?.p50 ?? times.p50), 2) : null,
        })
    }
    tell('queue', rows)
  } finally {
    await close()
    await served.stop()
    folder.remove()
  }
}

/** A session of this officer, as the sign-in would open it. */
export async function signedIn(house: House, login: string): Promise<string> {
  const token = randomUUID()
  const by = (await castOf(house.db))(login)
  const now = house.clock.wall()
  const session = { token_hash: hashToken(token), staff_id: by.id, begun_at: now, seen_at: now }
  await inTransaction(house.db, (tx) => insertSession(tx, session))
  return `staff=${token}`
}

async function measurePages(house: House, port: number, cookie: string, times: number): Promise<Measured> {
  const { rows } = await sql<{ id: string }>`
    select id from case_file where life = 'verifying.working' and accused = '{}' order by id limit ${times}`.execute(
    house.db,
  )
  const visit = (address: (nth: number) => string) => async (nth: number) => {
    const answer = await fetch(`http://127.0.0.1:${port}${address(nth)}`, { headers: { cookie }, redirect: 'manual' })
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${address(nth)} answered ${answer.status}`)
  }
  return timed(times, {
    'queue page': visit((nth) => `/desk?state=${['triage', 'verifying', 'rectifying'][nth % 3]}`),
    'case page': visit((nth) => `/desk/cases/${rows[nth % rows.length]?.id}`),
    'search, rare': visit(() => `/desk/search?q=${encodeURIComponent(RARE)}`),
    'search, common': visit(() => `/desk/search?q=${encodeURIComponent(COMMON)}`),
  })
}

/** One act that changes a case's state and date, in turn with a bare transaction that inserts two rows on the same pool. */
async function measureSteps(house: House, by: Staff, times: number): Promise<Measured> {
  const { rows } = await sql<{ id: string; kind: string }>`
    select id, kind from case_file where life = 'triage.open' and kind <> 'OUT' and accused = '{}' order by received_on limit ${times + WARM}
  `.execute(house.db)
  for (const { id, kind } of rows) {
    const classified = await step(
      house,
      'case',
      id,
      { type: 'classify', kind, complexity: 'easy', place: null },
      by,
      {},
    )
    if (classified.kind !== 'moved') throw new Error(`a filled case was not classified: ${classified.code}`)
  }
  const accept = async (nth: number) => {
    const done = await step(house, 'case', rows.at(nth)?.id ?? '', { type: 'accept' }, by, {})
    if (done.kind !== 'moved') throw new Error(`a filled case was not accepted: ${done.code}`)
  }
  const twoRows = () =>
    inTransaction(house.db, async (tx) => {
      const row = (name: string) => sql`
        insert into refusal (id, at, staff_id, subject_id, type, code)
        values (${randomUUID()}, ${house.clock.wall()}, ${by.id}, ${by.id}, ${name}, 'bench')`
      await row('first').execute(tx)
      await row('second').execute(tx)
    })
  return timed(Math.min(times, rows.length - WARM), { step: accept, 'two rows': twoRows })
}

const WARM = 5

/** How long each of so many took, all kinds in turn, one after the other; the first few warm up and do not count. */
async function timed(times: number, kinds: Record<string, (nth: number) => Promise<void>>): Promise<Measured> {
  const taken = Object.keys(kinds).map((what) => [what, [] as number[]] as const)
  for (let nth = 0; nth < times + WARM; nth++)
    for (const [what, all] of taken) {
      const before = performance.now()
      await kinds[what]?.(nth)
      if (nth >= WARM) all.push(performance.now() - before)
    }
  return Object.fromEntries(taken.map(([what, all]) => [what, { p50: quantile(all, 0.5), p99: quantile(all, 0.99) }]))
}
