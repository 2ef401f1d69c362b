import { type Kysely, sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { listJournal } from '#db/read/journal.ts'
import type { Database } from '#db/transaction.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { hourOf, MINUTE } from '#workflows/clock.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'

describe('the record of what was done to a case', () => {
  let town: Town
  let owner: Database
  let id: string
  beforeAll(async () => {
    town = await aTown()
    owner = connect(town.database.ownerUrl, { max: 1 })
    const { caseId } = await town.report()
    id = caseId
    await town.drive(id, 'replying')
  })
  afterAll(async () => {
    await disconnect(owner)
    await town.close()
  })

  /** What the verifier says while the owner's statement stands, which is then undone. */
  async function verdictOn(tamper: (tx: Kysely<never>) => Promise<unknown>) {
    const undone = new Error('undone')
    let verdict: unknown
    await owner
      .transaction()
      .execute(async (tx) => {
        await tamper(tx as unknown as Kysely<never>)
        verdict = await verifyJournal(tx)
        throw undone
      })
      .catch((error: unknown) => {
        if (error !== undone) throw error
      })
    return verdict
  }

  test('holds as it was written', async () => {
    const { rows } = await sql<{ n: number }>`select count(*)::int as n from journal`.execute(owner)
    expect(rows[0]?.n).toBeGreaterThan(12)
    expect(await verifyJournal(town.db)).toEqual({ sound: true, rows: rows[0]?.n })
  })

  test('shows the place of a row that the owner of the database removed', async () => {
    const at = (seq: number) => ({ sound: false, subject: id, seq, fault: 'missing' })
    expect(await verdictOn((tx) => sql`delete from journal where subject_id = ${id} and seq = 5`.execute(tx))).toEqual(
      at(5),
    )
    expect(await verdictOn((tx) => sql`delete from journal where subject_id = ${id} and seq = 1`.execute(tx))).toEqual(
      at(1),
    )
  })

  test('shows where a chain was cut off at its end, or removed altogether', async () => {
    const { revision } = await town.row(id)
    const at = (seq: number) => ({ sound: false, subject: id, seq, fault: 'missing' })
    const last = sql`delete from journal where subject_id = ${id} and seq = ${revision}`
    expect(await verdictOn((tx) => last.execute(tx))).toEqual(at(revision))
    expect(await verdictOn((tx) => sql`delete from journal where subject_id = ${id}`.execute(tx))).toEqual(at(1))
  })

  test.each([
    ['type', `type = 'note'`],
    ['actor_id', 'actor_id = gen_random_uuid()'],
    ['actor_kind', `actor_kind = 'machine'`],
    ['actor_role', `actor_role = 'auditor'`],
    ['at', `at = at + interval '1 second'`],
    ['from_value', `from_value = '{"life": "closed"}'`],
    ['to_value', `to_value = '{"life": "closed"}'`],
    ['payload', `payload = set_byte(payload, 20, (get_byte(payload, 20) + 1) % 256)`],
    ['hash', 'hash = sha256(hash)'],
  ])('shows a change of %s', async (_, change) => {
    const tamper = sql.raw(`update journal set ${change} where subject_id = '${id}' and seq = 6`)
    expect(await verdictOn((tx) => tamper.execute(tx))).toMatchObject({ sound: false, subject: id, seq: 6 })
  })

  test('shows that two rows changed places', async () => {
    const swap = async (tx: Kysely<never>) => {
      await sql`update journal set seq = -seq where subject_id = ${id} and seq in (4, 5)`.execute(tx)
      await sql`update journal set seq = 9 + seq where subject_id = ${id} and seq in (-4, -5)`.execute(tx)
    }
    expect(await verdictOn(swap)).toEqual({ sound: false, subject: id, seq: 4, fault: 'broken link' })
  })

  test('shows a row that was put in, at the end and between', async () => {
    const put = (seq: number) => (tx: Kysely<never>) =>
      sql`
        insert into journal (subject, subject_id, seq, at, actor_kind, type, prev_hash, hash)
        select subject, subject_id, seq + 1, at, actor_kind, 'note', hash, sha256(hash)
        from journal where subject_id = ${id} and seq = ${seq}`.execute(tx)
    const { revision } = await town.row(id)
    expect(await verdictOn(put(revision))).toEqual({ sound: false, subject: id, seq: revision + 1, fault: 'changed' })
    const between = async (tx: Kysely<never>) => {
      await sql`update journal set seq = -seq - 1 where subject_id = ${id} and seq > 5`.execute(tx)
      await sql`update journal set seq = -seq where subject_id = ${id} and seq < 0`.execute(tx)
      await put(5)(tx)
    }
    expect(await verdictOn(between)).toEqual({ sound: false, subject: id, seq: 6, fault: 'changed' })
  })

  test('cannot be changed or removed by the application itself', async () => {
    for (const statement of ['delete from journal', `update journal set type = 'note'`, 'truncate journal'])
      await expect(sql.raw(statement).execute(town.db)).rejects.toThrow('permission denied for table journal')
  })

  test('keeps of a reporter the hour and of an officer the instant', async () => {
    town.clock.advance(17 * MINUTE + 3)
    await town.asReporter(id).step(id, { type: 'supplement', text: '又来了一张表' })
    await town.as('clerk').step(id, { type: 'note', text: '已读' })
    const [said, noted] = (await listJournal(town.db, id)).slice(-2)
    expect(said).toMatchObject({ actor_kind: 'reporter', at: hourOf(town.clock.town()) })
    expect(noted).toMatchObject({ actor_kind: 'staff', at: town.clock.town() })
  })
})
