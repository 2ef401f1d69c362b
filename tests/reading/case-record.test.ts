import { sql } from 'kysely'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { connect, disconnect } from '#db/connection.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { rejectMail } from '#workflows/channels/decide-quarantined.ts'
import { lookAtMail } from '#workflows/channels/look-at-mail.ts'
import { quarantine } from '#workflows/channels/quarantine.ts'
import { DAY, dayOf } from '#workflows/clock.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { giveReason } from '#workflows/reading/closed-case.ts'
import { readCaseRecord, readsRecordOf } from '#workflows/reading/case-record.ts'
import { readJournalVerdict } from '#workflows/reading/journal-verdict.ts'
import { readLeaderFigures } from '#workflows/reading/leader-figures.ts'
import { readOfficerLooks } from '#workflows/reading/officer-looks.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { askForVerdict } from '#workflows/settings-desk/ask-verdict.ts'
import { runOnce as takeFigures } from '#workflows/worker/take-figures.ts'

const AUDIT_BUREAU = unitId('990300-audit')
const SAID = '每天三次拍照打卡，拍完还要写一遍，这句话谁也不该在记录里读到。'
const PERIOD = { from: '2026-10-01', until: '2026-12-31' }

let town: Town
let id: string
let number: string
beforeAll(async () => {
  town = await aTown()
  id = (await town.report({ text: SAID })).caseId
  await town.drive(id, 'verifying')
  await readCasePage(town.house, town.officer('hewen'), id)
  await readCasePage(town.house, town.officer('songjie'), id)
  ;({ number } = await town.row(id))
})
afterAll(() => town.close())

const auditor = () => town.officer('mazhen')
const record = async () => {
  const found = await readCaseRecord(town.house, auditor(), number)
  if (!found) throw new Error('no record')
  return found
}

test('the record shows every step and every look in order, and not a word of what was said', async () => {
  const { rows, steps, dates } = await record()
  const { revision } = await town.row(id)
  expect(steps).toBe(revision)
  const seqs = rows.flatMap((row) => (row.what === 'step' ? [row.seq] : []))
  expect(seqs).toEqual(seqs.map((_, at) => at + 1))
  expect(rows.filter(({ what }) => what === 'look').map(({ by }) => by)).toEqual(
    expect.arrayContaining(['何雯', '宋洁']),
  )
  expect(rows[0]).toMatchObject({ what: 'step', type: 'opened', by: null, exact: false, to: 'triage.open' })
  expect(rows.some((row) => row.what === 'step' && row.type === 'classify')).toBe(true)
  expect(dates.map(({ name }) => name)).toContain('triage')
  expect(JSON.stringify(rows)).not.toContain('打卡')
})

test('an auditor who opens a record is on it', async () => {
  const before = (await record()).looks
  expect((await record()).looks).toBe(before + 1)
  expect((await record()).rows.filter(({ by }) => by === '马真').length).toBeGreaterThan(0)
})

test('asking whether a number exists is no look, and an auditor whose house is accused learns that there is none', async () => {
  const looks = (await record()).looks
  expect(await readsRecordOf(town.house, auditor(), number)).toBe(true)
  expect((await record()).looks).toBe(looks + 1)
  const hidden = await town.report()
  await town.db
    .updateTable('case_file')
    .set({ accused: [AUDIT_BUREAU] })
    .where('id', '=', hidden.caseId)
    .execute()
  const { number: kept } = await town.row(hidden.caseId)
  expect(await readsRecordOf(town.house, auditor(), kept)).toBe(false)
  expect(await readCaseRecord(town.house, auditor(), kept)).toBeNull()
  expect(await readCaseRecord(town.house, auditor(), '2026-1012-0')).toBeNull()
  const liaison = town.officer('jiangtao')
  expect(await readsRecordOf(town.house, { ...liaison, roles: ['auditor'] }, kept)).toBe(true)
})

test('of one officer the auditor sees the cases they looked at, with how often and whether they ever worked on them', async () => {
  const other = (await town.report({ story: 'landAndLawsuit' })).caseId
  await giveReason(town.house, town.officer('tanyi'), other, '同类线索，核对口径')
  for (let at = 0; at < 3; at += 1) await readCasePage(town.house, town.officer('tanyi'), other)
  const page = await readOfficerLooks(town.house, auditor(), { officer: town.officer('tanyi').id, ...PERIOD })
  expect(page.cases).toEqual([
    expect.objectContaining({ number: (await town.row(other)).number, looks: 4, acts: 0, pages: ['desk', 'reason'] }),
  ])
  expect(page.reasons).toMatchObject([{ reason: '同类线索，核对口径', number: (await town.row(other)).number }])
  const { counts } = await readOfficerLooks(town.house, auditor(), { officer: null, ...PERIOD })
  expect(counts).toMatchObject([{ name: page.person?.name, cases: 1, reasons: 1 }])
  const { rows = [] } = (await readCaseRecord(town.house, auditor(), (await town.row(other)).number)) ?? {}
  expect(rows).toContainEqual(expect.objectContaining({ page: 'reason', reason: '同类线索，核对口径' }))
  const worked = await readOfficerLooks(town.house, auditor(), { officer: town.officer('hewen').id, ...PERIOD })
  expect(worked.cases.find((row) => row.number === number)?.acts).toBeGreaterThan(0)
  const before = { from: '2026-09-01', until: '2026-09-30' }
  expect(
    (await readOfficerLooks(town.house, auditor(), { officer: town.officer('tanyi').id, ...before })).cases,
  ).toEqual([])
})

test('what an officer was refused stands beside it; of a case the auditor may not know, neither look nor refusal', async () => {
  const { caseId } = await town.report()
  await readCasePage(town.house, town.officer('luoping'), caseId)
  await town.as('luoping').step(caseId, { type: 'confirmRefusal' })
  const asked = { officer: town.officer('luoping').id, ...PERIOD }
  const page = await readOfficerLooks(town.house, auditor(), asked)
  expect(page.refusals).toEqual([
    expect.objectContaining({ type: 'confirmRefusal', code: 'not-your-role', number: (await town.row(caseId)).number }),
  ])
  await town.db
    .updateTable('case_file')
    .set({ accused: [AUDIT_BUREAU] })
    .where('id', '=', caseId)
    .execute()
  expect(await readOfficerLooks(town.house, auditor(), asked)).toMatchObject({ cases: [], refusals: [] })
})

test('figures tell of no number below five, go by fives, and name no unit and no person', async () => {
  const triage = async () => {
    town.clock.advance(DAY)
    await takeFigures(town.house, { first: true, draw: () => 0 })
    return (await readLeaderFigures(town.house)).phases.find(({ phase }) => phase === 'triage')?.about
  }
  const bring = async (count: number) => {
    for (let each = 0; each < count; each += 1) await town.report()
  }
  const { cases } = await town.db
    .selectFrom('case_file')
    .select(({ fn }) => fn.countAll<string>().as('cases'))
    .where('life', 'like', 'triage%')
    .executeTakeFirstOrThrow()
  expect(Number(cases)).toBeLessThan(5)
  expect(await triage()).toBeNull()
  await bring(9 - Number(cases))
  expect(await triage()).toBe(10)
  await bring(4)
  expect(await triage()).toBe(10)
  await bring(1)
  expect(await triage()).toBe(15)
  const said = JSON.stringify(await readLeaderFigures(town.house))
  for (const name of ['县', '何雯', '宋洁']) expect(said).not.toContain(name)
})

test('the journal is proved by the worker, once however often it is asked, and the verdict stays with its time', async () => {
  expect((await readJournalVerdict(town.house, auditor())).verdict).toBeNull()
  await Promise.all([askForVerdict(town.house, auditor()), askForVerdict(town.house, auditor())])
  expect(await readJournalVerdict(town.house, auditor())).toMatchObject({ underWay: true })
  const asked = await town.db.selectFrom('errand').select('id').where('task', '=', 'verify-journal').execute()
  expect(asked.length).toBe(1)
  await town.drain()
  const { verdict, underWay } = await readJournalVerdict(town.house, auditor())
  const { rows } = await town.db
    .selectFrom('journal')
    .select(({ fn }) => fn.countAll<string>().as('rows'))
    .executeTakeFirstOrThrow()
  expect(underWay).toBe(false)
  expect(verdict).toMatchObject({ sound: true, rows: Number(rows), by: '马真' })
})

test('a step that somebody changed in the database is named by the case and its place, or, kept from this auditor, by neither', async () => {
  const owner = connect(town.database.ownerUrl, { max: 1 })
  await sql`update journal set type = 'note' where subject_id = ${id} and seq = 3`.execute(owner)
  await askForVerdict(town.house, auditor())
  await town.drain()
  expect((await readJournalVerdict(town.house, auditor())).verdict).toMatchObject({
    sound: false,
    faults: [{ fault: 'changed', seq: 3, about: 'case', number }],
  })
  await town.db
    .updateTable('case_file')
    .set({ accused: [AUDIT_BUREAU] })
    .where('id', '=', id)
    .execute()
  expect((await readJournalVerdict(town.house, auditor())).verdict).toMatchObject({
    faults: [{ fault: 'changed', number: null }],
  })
  await disconnect(owner)
})

test('of one officer the auditor sees the quarantined mails too, by what the desk calls them, with why and what became of them', async () => {
  const { house } = town
  const mark = (n: number) => Buffer.alloc(32, n)
  const spam = { raw: Buffer.from('Subject: x\r\n\r\n每周三张表'), reason: 'spamLike' as const }
  const mail = await quarantine(house, { ...spam, mark: mark(1), words: '每周三张表' })
  const kept = await quarantine(house, { ...spam, mark: mark(2), words: '市审计局要求每周三张表' })
  const liaison = town.officer('jiangtao')
  const shown = await lookAtMail(house, liaison, mail)
  await lookAtMail(house, liaison, mail)
  await lookAtMail(house, liaison, kept)
  await rejectMail(house, liaison, mail, { seen: 1, grounds: '广告。' })
  const page = await readOfficerLooks(house, auditor(), { officer: liaison.id, ...PERIOD })
  expect(page.mails).toEqual([
    {
      ...{
        number: shown?.number,
        received_on: dayOf(town.clock.town()),
        reason: 'spamLike',
        looks: 2,
        last: expect.any(Date),
      },
      ...{ state: 'rejected', isGone: false },
    },
  ])
  expect(page.mails[0]?.number).toMatch(/^[\dA-F]{4}-[\dA-F]{4}$/)
  const other = await readOfficerLooks(house, auditor(), { officer: town.officer('hewen').id, ...PERIOD })
  expect(other.mails).toEqual([])
})
