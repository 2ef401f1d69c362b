import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { stepOpened } from '#app/desk/step-opened.server.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { readAttention } from '#workflows/reading/attention.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { giveReason, readClosedCase } from '#workflows/reading/closed-case.ts'
import { openTo } from '#workflows/reading/need-to-know.ts'
import { readSearch } from '#workflows/reading/search.ts'
import { readSealedFile } from '#workflows/reading/sealed-file.ts'
import { runOnce as indexCases } from '#workflows/worker/index-cases.ts'
import { PEOPLE } from '#workflows/sample-town/data/people.ts'
import { accept } from '#workflows/channels/accept.ts'
import { anOffice, type Office } from './office.ts'

const WORDS = '朱雀会计每天要三张表'
const TEXT = `我们这里的${WORDS}，晚上十一点还要接龙，一件事报三遍。`

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

/** Two clerks at home where nobody is accused, one of them with a case in hand. */
async function inHewensHands(text = TEXT) {
  const { caseId } = await town.report({ text })
  await indexCases(town.house)
  await town.as('hewen').step(caseId, { type: 'take' })
  return caseId
}
const other = () => ({ ...town.officer('hewen'), id: town.officer('songjie').id })
const page = (by: ReturnType<typeof other>, id: string) => readCasePage(town.house, by, id)
const search = async (by: ReturnType<typeof other>, typed: string) => {
  const found = await readSearch(town.house, by, { typed, filter: {}, after: null })
  return found.found === 'cases' ? found.hits : []
}
const looksOf = (by: ReturnType<typeof other>, id: string) =>
  town.db.selectFrom('look').select('page').where('staff_id', '=', by.id).where('case_id', '=', id).execute()

describe('a case that a colleague has in hand', () => {
  test('shows what a queue shows until a reason is given, and then opens for that day alone', async () => {
    const id = await inHewensHands()
    expect(await page(other(), id)).toBeNull()
    const closed = await readClosedCase(town.house, other(), id)
    expect(closed?.number).toBe((await town.row(id)).number)
    expect(JSON.stringify(closed)).not.toContain('朱雀')
    expect(await giveReason(town.house, other(), id, '同一件事有人来问')).toBe('opened')
    expect((await page(other(), id))?.said?.reports[0]?.body).toContain(WORDS)
    expect(await readClosedCase(town.house, other(), id)).toBeNull()
    await town.pass(1)
    expect(await page(other(), id)).toBeNull()
    expect((await page(town.officer('hewen'), id))?.id).toBe(id)
  })

  test('is found by its words without showing them, and the finding is on record', async () => {
    const id = await inHewensHands()
    const found = (await search(other(), WORDS)).find((hit) => hit.id === id)
    expect(found).toMatchObject({ isClosed: true, passages: [] })
    expect(JSON.stringify(found)).not.toContain('会计')
    expect(await looksOf(other(), id)).toEqual([{ page: 'search' }])
    await giveReason(town.house, other(), id, '同一件事有人来问')
    expect((await search(other(), WORDS)).find((hit) => hit.id === id)).toMatchObject({
      isClosed: false,
      passages: [{ name: 'report' }],
    })
    expect((await search(town.officer('hewen'), WORDS)).find((hit) => hit.id === id)?.passages).toHaveLength(1)
  })

  test('is neither taken over nor merged away among several without a reason', async () => {
    const id = await inHewensHands()
    const { caseId: free } = await town.report({ text: `${TEXT}没人接手。` })
    const chosen = async () => [
      { id, seen: (await town.row(id)).revision },
      { id: free, seen: (await town.row(free)).revision },
    ]
    const by = town.officer('clerk')
    const theirs = { ...by, id: town.officer('songjie').id }
    const came = await stepOpened(town.house, await chosen(), [{ type: 'take' }], theirs)
    const outcomeOf = (each: string) => came.find((one) => one.id === each)?.outcome
    expect(outcomeOf(id)).toMatchObject({ kind: 'refused', code: 'reason-needed' })
    expect(outcomeOf(free)).toMatchObject({ kind: 'moved' })
    expect((await town.row(id)).holder).toBe(town.officer('hewen').id)
    expect(await page(theirs, id)).toBeNull()
  })

  test('is told to be alike, and not in which words', async () => {
    const theirs = await inHewensHands(`${TEXT}第二遍。`)
    const { caseId: free } = await town.report({ text: `${TEXT}第三遍。` })
    await indexCases(town.house)
    const alike = async () => (await page(other(), free))?.similar?.cases.find(({ id }) => id === theirs)
    expect((await alike())?.why.phrases).toEqual([])
    expect(await looksOf(other(), theirs)).toEqual([])
    await giveReason(town.house, other(), theirs, '看是不是同一件')
    expect((await alike())?.why.phrases.join()).toContain('朱雀')
  })

  test('keeps its files', async () => {
    const submission = Buffer.alloc(16, 3)
    const files = [{ name: '表.txt', type: 'text/plain', bytes: Buffer.from('三张表') }]
    await accept(town.house, {
      channel: 'web',
      submission,
      text: '附上一张表',
      noDispatch: false,
      files,
      lane: 'normal',
    })
    const file = await town.db.selectFrom('file').select(['id', 'case_id']).executeTakeFirstOrThrow()
    const read = () => readSealedFile(town.house, other(), file.case_id, file.id)
    expect(await read()).toMatchObject({ name: '表.txt' })
    await town.as('hewen').step(file.case_id, { type: 'take' })
    expect(await read()).toBe('reason')
    expect(await looksOf(other(), file.case_id)).toEqual([{ page: 'file' }])
  })

  test('opens to whoever is named in a note, and to whoever it is handed to', async () => {
    const id = await inHewensHands()
    const by = other()
    await town.as('hewen').step(id, { type: 'note', text: '请看一下', mentions: [by.id] })
    expect((await page(by, id))?.id).toBe(id)
  })

  test('takes no reason that says nothing, and none from whoever may not know of it', async () => {
    const id = await inHewensHands()
    expect(await giveReason(town.house, other(), id, ' 看 看 ')).toBe('tooShort')
    expect(await giveReason(town.house, other(), id, '看'.repeat(201))).toBe('tooLong')
    await town.db
      .updateTable('case_file')
      .set({ accused: [other().unit] })
      .where('id', '=', id)
      .execute()
    expect(await giveReason(town.house, other(), id, '同一件事有人来问')).toBe('unknown')
    expect(await giveReason(town.house, other(), 'no-id', '同一件事有人来问')).toBe('unknown')
    expect(await looksOf(other(), id)).toEqual([])
  })

  test('the reason is stored sealed', async () => {
    const id = await inHewensHands()
    await giveReason(town.house, other(), id, '因为里面写了朱雀会计')
    const { reason } = await town.db
      .selectFrom('look')
      .select('reason')
      .where('case_id', '=', id)
      .where('reason', 'is not', null)
      .executeTakeFirstOrThrow()
    expect(reason?.includes(Buffer.from('朱雀'))).toBe(false)
  })
})

describe('in an office with cases in every state', () => {
  let office: Office
  beforeAll(async () => {
    office = await anOffice()
  }, 120_000)
  afterAll(() => office.close())

  test('nothing that waits for an officer asks for a reason', async () => {
    let asked = 0
    for (const { login } of PEOPLE) {
      const by = office.cast(login)
      const { reprisal, toSign, late, dueSoon, answered, mentions } = await readAttention(office, by)
      const ids = [
        ...[reprisal, toSign, late, dueSoon, answered].flatMap(({ lines }) => lines.map(({ id }) => id)),
        ...mentions.lines.map(({ caseId }) => caseId),
      ]
      const isOpen = await openTo(office, office.db, by, ids)
      expect(
        ids.filter((id) => !isOpen(id)),
        login,
      ).toEqual([])
      asked += ids.length
    }
    expect(asked).toBeGreaterThan(20)
  })

  test('every officer who reads reports is kept from some cases, and no officer from what they hold', async () => {
    const cases = await office.db.selectFrom('case_file').select(['id', 'holder']).execute()
    for (const { login, roles } of PEOPLE) {
      if (!roles.some((role) => ['clerk', 'verifier', 'reviewer'].includes(role))) continue
      const by = office.cast(login)
      const isOpen = await openTo(
        office,
        office.db,
        by,
        cases.map(({ id }) => id),
      )
      expect(cases.filter(({ id }) => !isOpen(id)).length, login).toBeGreaterThan(0)
      expect(
        cases.filter(({ id, holder }) => holder === by.id && !isOpen(id)),
        login,
      ).toEqual([])
    }
  })
})
