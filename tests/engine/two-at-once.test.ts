import { randomBytes, randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { accept } from '#workflows/channels/accept.ts'
import type { Report } from '#workflows/channels/report.ts'
import type { CaseEvent } from '#workflows/case/events.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'
import type { Outcome } from '#workflows/engine/refusal.ts'

const ROUNDS = 100

describe('two at the same moment', () => {
  let town: Town
  beforeAll(async () => {
    town = await aTown()
  })
  afterAll(() => town.close())
  const journalOf = (id: string) =>
    town.db
      .selectFrom('journal')
      .select(['seq', 'type', 'actor_id'])
      .where('subject_id', '=', id)
      .orderBy('seq')
      .execute()

  test(`of two officers one acts, and the other reads who did what meanwhile (${ROUNDS} times)`, async () => {
    const { caseId } = await town.report()
    await town.drive(caseId, 'rectifying')
    const pairs: [string, CaseEvent][] = [
      ['songjie', { type: 'note', text: '甲' }],
      ['tanyi', { type: 'take' }],
    ]
    for (let round = 0; round < ROUNDS; round += 1) {
      const { revision: seen } = await town.row(caseId)
      const outcomes = await Promise.all(pairs.map(([who, event]) => town.as(who).step(caseId, event, { seen })))
      expect(outcomes.map(({ kind }) => kind).toSorted()).toEqual(['moved', 'refused'])
      const winner = pairs[outcomes.findIndex(({ kind }) => kind === 'moved')]
      const told = outcomes.find(
        (outcome): outcome is Extract<Outcome, { kind: 'refused' }> => outcome.kind === 'refused',
      )
      expect(told?.code).toBe('stale')
      const name = winner?.[0] === 'songjie' ? '宋洁' : '谭毅'
      expect(told?.meanwhile).toMatchObject([{ type: winner?.[1].type, by: name, role: 'verifier' }])
      expect((await town.row(caseId)).revision).toBe(seen + 1)
    }
    expect(await verifyJournal(town.db)).toMatchObject({ sound: true })
  })

  test('one refuses and one accepts the same report: it goes one way only', async () => {
    for (let round = 0; round < 20; round += 1) {
      const { caseId } = await town.report()
      const clerk = town.as('hewen')
      await clerk.step(caseId, { type: 'classify', kind: 'B11', complexity: 'easy', place: null })
      const { revision: seen } = await town.row(caseId)
      const outcomes = await Promise.all([
        clerk.step(caseId, { type: 'accept' }, { seen }),
        town.as('luoping').step(caseId, { type: 'proposeRefusal', reason: 'elsewhere', text: '属个人诉求' }, { seen }),
      ])
      expect(outcomes.filter(({ kind }) => kind === 'moved')).toHaveLength(1)
      const { life } = await town.row(caseId)
      expect(['verifying.working', 'triage.refusalProposed']).toContain(life)
    }
  })

  test('a double click gets the same answer twice and is written once', async () => {
    const { caseId } = await town.report()
    const before = await journalOf(caseId)
    const { revision: seen } = await town.row(caseId)
    const asked = { seen, request: randomUUID() }
    const click = () => town.as('clerk').step(caseId, { type: 'note', text: '已电话核对' }, asked)
    const [first, ...others] = [...(await Promise.all([click(), click(), click()])), await click()]
    expect(first).toMatchObject({ kind: 'moved' })
    for (const other of others) expect(other).toEqual(first)
    expect(await journalOf(caseId)).toHaveLength(before.length + 1)
  })

  test('the same form id in the hands of somebody else is an act of their own', async () => {
    const { caseId } = await town.report()
    const request = randomUUID()
    const text = '已读'
    const one = await town.as('hewen').step(caseId, { type: 'note', text }, { request })
    const two = await town.as('luoping').step(caseId, { type: 'note', text }, { request })
    expect([one, two]).toMatchObject([{ revision: 2 }, { revision: 3 }])
  })

  test('a reporter who sends the form twice at once has one report and reads one code', async () => {
    const other = { ...town.house, db: connect(town.database.appUrl, { max: 2 }) }
    try {
      for (let round = 0; round < 20; round += 1) {
        const said: Report = {
          channel: 'web',
          submission: randomBytes(16),
          text: `第${round}次报送同一张表`,
          noDispatch: false,
          files: [{ name: '表.txt', type: 'text/plain', bytes: Buffer.from('一二三') }],
          lane: 'normal',
        }
        const count = () =>
          town.db
            .selectFrom('report')
            .select((row) => row.fn.countAll<number>().as('n'))
            .executeTakeFirst()
        const before = Number((await count())?.n)
        const answers = await Promise.all([accept(town.house, said), accept(other, said)])
        expect(answers[0].code).toMatch(/^\d{20}$/)
        expect(answers[1].code).toBe(answers[0].code)
        expect(answers.map(({ again }) => again).toSorted()).toEqual([false, true])
        expect(Number((await count())?.n)).toBe(before + 1)
      }
      const cases = await town.db.selectFrom('case_file').select('id').execute()
      const reports = await town.db.selectFrom('report').select('id').execute()
      expect(cases).toHaveLength(reports.length)
    } finally {
      await disconnect(other.db)
    }
  })
})
