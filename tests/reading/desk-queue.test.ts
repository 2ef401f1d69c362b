import { sql } from 'kysely'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshKeys } from '#tests/protection/fresh-keys.ts'
import { readDeskQueue } from '#workflows/reading/desk-queue.ts'
import { anOffice, asked, leafThrough, type Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
}, 120_000)
afterAll(() => office.close())

const queue = (login: string, more: Parameters<typeof asked>[0] = {}) =>
  readDeskQueue(office, office.cast(login), asked(more))

describe('the office’s queue', () => {
  it('begins for each officer with their own work', async () => {
    expect((await queue('hewen')).state).toBe('triage')
    expect((await queue('songjie')).state).toBe('verifying')
    expect((await queue('xielan')).state).toBe('rectifying')
  })

  it('opens nothing that is sealed: it reads the same without the keys', async () => {
    const withoutKeys = { ...office, keys: await freshKeys() }
    const read = await readDeskQueue(withoutKeys, office.cast('fangmin'), asked({ state: 'rectifying' }))
    expect(read).toEqual(await queue('fangmin', { state: 'rectifying' }))
    expect(read.rows.length).toBeGreaterThan(0)
  })

  it('shows whom somebody is looking for before every date', async () => {
    const [last] = (await queue('hewen', { state: 'triage' })).rows.slice(-1)
    await office.db
      .updateTable('case_file')
      .set({ reprisal: true })
      .where('id', '=', last?.id ?? '')
      .execute()
    const { rows } = await queue('hewen', { state: 'triage' })
    expect(rows[0]?.id).toBe(last?.id)
    expect(rows.filter(({ id }) => id === last?.id)).toHaveLength(1)
  })

  it('asks for a second signature whoever may give it, and not the one who gave the first', async () => {
    const drafted = await office.db
      .selectFrom('case_file')
      .innerJoin('reply', 'reply.case_id', 'case_file.id')
      .select(['case_file.id', 'reply.by'])
      .where('life', '=', 'replying.drafted')
      .where('reply.state', '=', 'drafted')
      .executeTakeFirstOrThrow()
    const reviewers = ['liangbo', 'fangmin', 'yuanye'].map((login) => office.cast(login))
    for (const by of reviewers) {
      const { rows } = await readDeskQueue(office, by, asked({ state: 'toSign' }))
      expect(rows.some(({ id }) => id === drafted.id)).toBe(by.id !== drafted.by)
    }
    expect((await queue('hewen', { state: 'toSign' })).rows).toEqual([])
  })

  it('narrows to what I have in hand, what nobody has, and what is late', async () => {
    const held = await office.db
      .selectFrom('case_file')
      .select(['holder', 'life'])
      .where('holder', 'is not', null)
      .execute()
    const triage = held.find(({ life }) => life === 'triage.open')
    const by = ['hewen', 'luoping'].map((login) => office.cast(login)).find(({ id }) => id === triage?.holder)
    if (!by) throw new Error('the town has a clerk with a case in hand')
    const mine = await readDeskQueue(office, by, asked({ state: 'triage', narrow: { holder: 'me' } }))
    expect(mine.rows.length).toBeGreaterThan(0)
    expect(mine.rows.every(({ holder }) => holder?.id === by.id)).toBe(true)
    const free = await queue('hewen', { state: 'triage', narrow: { holder: 'nobody' } })
    expect(free.rows.every(({ holder }) => holder === null)).toBe(true)
    const late = await queue('xielan', { state: 'rectifying', narrow: { due: 'late' } })
    expect(late.rows.every(({ due }) => due !== null && due.day < late.today)).toBe(true)
  })

  it('leafs by fifty, shows each case once, and the undated ones last', async () => {
    const before = await leafThrough(office, office.cast('hewen'))
    const { id = '' } = (await queue('hewen', { state: 'triage' })).rows.at(-1) ?? {}
    await sql`
      insert into case_file (id, number, kind, value, context, machine_version, revision, life, accused,
        accused_provisional, no_dispatch, slow_lane, received_on, due_on)
      select gen_random_uuid(), 'N' || n, kind, value, context, machine_version, revision, life, '{}', '{}', false,
        false, received_on, case when n % 10 = 0 then null else due_on + (n % 4) end
      from case_file, generate_series(1, 120) as n where id = ${id}`.execute(office.db)
    const found = await leafThrough(office, office.cast('hewen'))
    expect(found.length).toBe(before.length + 120)
    expect(new Set(found).size).toBe(found.length)
    const first = await queue('hewen', { state: 'triage' })
    expect(first.rows).toHaveLength(50)
    const days = first.rows.filter(({ reprisal }) => !reprisal).map(({ due }) => due?.day ?? '9999')
    expect(days).toEqual(days.toSorted())
  })
})
