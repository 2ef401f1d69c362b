import { randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import { afterAll, beforeAll, beforeEach, describe, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { type Database, inTransaction } from '#db/transaction.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { openCaseText } from './open-text.ts'
import { listLettersInForce } from '#db/write/letters.ts'
import { step } from '#workflows/engine/step.ts'
import type { Actor } from '#workflows/roles/roles.ts'
import { COUNTIES, DEPARTMENTS, newcomer } from './people.ts'
import { changed, fingerprint } from './fingerprint.ts'

const MARK = '不该留下的字'

describe('what is refused leaves nothing behind', () => {
  let town: Town
  let owner: Database
  let triage: string
  let issued: string
  let before: Record<string, string>
  beforeAll(async () => {
    town = await aTown()
    owner = connect(town.database.ownerUrl, { max: 1, timeoutMs: 0 })
    triage = (await town.report()).caseId
    issued = (await town.report()).caseId
    await town.drive(issued, 'rectifying')
  })
  afterAll(async () => {
    await disconnect(owner)
    await town.close()
  })
  beforeEach(async () => {
    before = await fingerprint(owner)
  })

  type Answer = { code: string; issues?: { field: string; problem: string }[] }
  /** The answer; an officer's attempt is kept without a word of what was said, anybody else's is not. */
  async function refused(id: string, by: Actor, event: unknown, code: string): Promise<Answer> {
    const outcome = await step(town.house, 'case', id, event, by)
    expect(outcome).toMatchObject({ kind: 'refused', code })
    const kept = by.kind === 'staff' && isUuid(id) ? ['public.refusal'] : []
    expect(changed(before, await fingerprint(owner))).toEqual(kept)
    const { rows } = await sql<{ row: string }>`select r::text as row from refusal r`.execute(owner)
    for (const { row } of rows) expect(row).not.toContain(MARK)
    return outcome as unknown as Answer
  }
  const isUuid = (id: string) => /^[0-9a-f-]{36}$/.test(id)
  const clerk = () => town.as('clerk').by

  test.each([
    ['an inner event of the machine', { type: 'xstate.done.state.case.life.rectifying' }],
    ['the first event of the machine', { type: 'xstate.init' }],
    ['an act nobody knows', { type: 'closeEverything', text: MARK }],
    ['no act at all', null],
    ['a text in place of an act', MARK],
    ['a list', [MARK]],
    ['a type that is no text', { type: { toString: MARK } }],
    ['an act named by what was said', { type: MARK }],
    ['an act named as something every object has', { type: 'constructor' }],
    ['an act named as what every object comes from', JSON.parse('{"type": "__proto__"}')],
    ['a type of 100 000 characters', { type: '甲'.repeat(100_000) }],
  ])('%s', async (_, event) => {
    const { code } = (await step(town.house, 'case', triage, event, clerk())) as unknown as Answer
    expect(['invalid', 'not-your-role']).toContain(code)
    expect(changed(before, await fingerprint(owner))).toEqual(['public.refusal'])
    const { rows } = await sql<{ row: string }>`select r::text as row from refusal r`.execute(owner)
    for (const { row } of rows) expect(row).not.toMatch(/不该留下的字|甲/)
  })

  test.each([
    ['a field too many', { type: 'accept', facts: { isHead: true } }, '', 'wrong'],
    ['a note of 100 000 characters', { type: 'note', text: MARK.repeat(20_000) }, 'text', 'tooLong'],
    ['a note that is empty', { type: 'note', text: ' \n　' }, 'text', 'missing'],
    ['a note that is only unseen characters', { type: 'note', text: '\u0000\u202e\u2066' }, 'text', 'missing'],
    ['a note that is a number', { type: 'note', text: 7 }, 'text', 'wrong'],
    [
      'a kind that is a statement',
      { type: 'classify', kind: "B11'; --", complexity: 'easy', place: null },
      'kind',
      'wrong',
    ],
    ['a kind there is not', { type: 'classify', kind: 'B98', complexity: 'easy', place: null }, 'kind', 'wrong'],
    [
      'a place there is not',
      { type: 'classify', kind: 'B11', complexity: 'easy', place: randomUUID() },
      'place',
      'wrong',
    ],
    ['a unit there is not', { type: 'nameAccused', units: [randomUUID()] }, 'units', 'wrong'],
    ['a successor there is not', { type: 'handOver', to: randomUUID() }, 'to', 'wrong'],
  ])('%s', async (_, event, field, problem) => {
    await town.as('clerk').step(triage, { type: 'take' })
    before = await fingerprint(owner)
    const { issues } = await refused(triage, clerk(), event, 'invalid')
    expect(issues).toContainEqual({ field, problem })
  })

  test('what is left is kept in the one normal form', async () => {
    await town.as('clerk').step(triage, { type: 'note', text: '甲\u0000乙\ud800丙\u202e丁\r\n戊e\u0301' })
    expect(await openCaseText(town, triage, 'note')).toBe('甲乙\ufffd丙丁\n戊\u00e9')
  })

  test('a role that does not do this', async () => {
    await refused(triage, town.as('verifier').by, { type: 'accept' }, 'not-your-role')
    await refused(
      issued,
      town.as('reviewer').by,
      { type: 'proposeOverride', text: MARK, territory: COUNTIES[0], department: DEPARTMENTS[0] },
      'not-your-role',
    )
    before = await fingerprint(owner)
    await refused(triage, { kind: 'clock' }, { type: 'accept' }, 'not-your-role')
    await refused(triage, { kind: 'machine' }, { type: 'accept' }, 'not-your-role')
    await refused(triage, town.asReporter(triage).by, { type: 'accept' }, 'not-your-role')
  })

  test('whoever has no business with cases is told that there is none', async () => {
    for (const role of ['editor', 'approver', 'custodian', 'administrator', 'leader', 'operator'] as const)
      await refused(triage, town.as(role).by, { type: 'note', text: MARK }, 'unknown')
  })

  test('the unit of another letter, and the same unit on the other side', async () => {
    const letters = await inTransaction(town.db, (tx) => listLettersInForce(tx, issued))
    const unitOf = (side: string) => letters.find(({ track }) => track === side)?.unit_id ?? ''
    const stranger = COUNTIES.find((id) => id !== unitOf('territory'))
    const both = ['territoryHandler', 'departmentHandler'] as const
    const another = await newcomer(town.house, both, stranger)
    const here = await newcomer(town.house, both, unitOf('territory'))
    before = await fingerprint(owner)
    await refused(issued, another, { type: 'acknowledge', track: 'territory' }, 'unknown')
    await refused(issued, here, { type: 'acknowledge', track: 'department' }, 'unknown')
    await refused(triage, here, { type: 'acknowledge', track: 'territory' }, 'unknown')
  })

  test('the second half by whoever did the first', async () => {
    const { caseId } = await town.report()
    const alone: Actor = { ...town.as('clerk').by, roles: ['clerk', 'reviewer', 'head'] } as Actor
    await step(town.house, 'case', caseId, { type: 'proposeRefusal', reason: 'elsewhere', text: '属个人诉求' }, alone)
    before = await fingerprint(owner)
    await refused(caseId, alone, { type: 'confirmRefusal' }, 'second-person')
  })

  test('an objection on the sixth working day', async () => {
    const { caseId } = await town.report()
    await town.drive(caseId, 'rectifying')
    const handler = town.as(town.handlers(caseId).territory)
    await town.pass(6)
    before = await fingerprint(owner)
    await refused(caseId, handler.by, { type: 'object', track: 'territory', grounds: MARK }, 'late')
  })

  test('a page that is no longer so', async () => {
    const outcome = await town.as('clerk').step(triage, { type: 'note', text: MARK }, { seen: 1 })
    expect(outcome).toMatchObject({ kind: 'refused', code: 'stale' })
    expect(changed(before, await fingerprint(owner))).toEqual(['public.refusal'])
  })

  test.each([
    ['an id there is not', randomUUID()],
    ['no id', 'drop table case_file'],
    ['nothing', ''],
    ['a way out', '../../etc/passwd'],
  ])('%s', async (_, id) => {
    for (const by of [clerk(), town.asReporter(triage).by]) {
      await refused(id, by, { type: 'note', text: MARK }, 'unknown')
      before = await fingerprint(owner)
    }
  })

  test('the report of somebody else', async () => {
    await refused(issued, town.asReporter(triage).by, { type: 'supplement', text: MARK }, 'unknown')
    await refused(issued, { kind: 'reporter', report: randomUUID() }, { type: 'supplement', text: MARK }, 'unknown')
  })

  test('an officer of the accused, whatever they ask', async () => {
    const { caseId } = await town.report()
    const accused = COUNTIES[0] ?? ''
    await town.as('clerk').step(caseId, { type: 'nameAccused', units: [accused] })
    const insider = await newcomer(town.house, ['clerk', 'verifier', 'reviewer', 'head'], accused)
    before = await fingerprint(owner)
    const acts = [{ type: 'take' }, { type: 'note', text: MARK }, { type: 'no such act' }, { type: 'accept', more: 1 }]
    for (const event of acts) {
      await refused(
        caseId,
        insider,
        event,
        event.type === 'no such act' ? 'conflict-of-interest' : 'conflict-of-interest',
      )
      before = await fingerprint(owner)
    }
  })
})
