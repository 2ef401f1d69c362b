import { randomUUID } from 'node:crypto'
import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { type CasePage, readCasePage } from '#workflows/reading/case-page.ts'
import { giveReason, readClosedCase } from '#workflows/reading/closed-case.ts'
import { anOffice, type Office } from './office.ts'

let office: Office
beforeAll(async () => {
  office = await anOffice()
}, 120_000)
afterAll(() => office.close())

const inState = async (life: string) =>
  (
    await office.db
      .selectFrom('case_file')
      .select('id')
      .where('life', '=', life)
      .orderBy('id')
      .executeTakeFirstOrThrow()
  ).id

async function open(login: string, id: string): Promise<CasePage> {
  // what is not theirs opens by a reason
  if (await readClosedCase(office, office.cast(login), id))
    await giveReason(office, office.cast(login), id, '核对办理情况')
  const page = await readCasePage(office, office.cast(login), id)
  if (!page) throw new Error(`${login} does not see the case`)
  return page
}

describe('the page of a case', () => {
  it('shows a verifier what was reported and said since', async () => {
    const page = await open('songjie', await inState('verifying.working'))
    expect(page.said?.reports[0]?.body).toMatch(/\S/)
    expect(page.acts.length).toBeGreaterThan(0)
  })

  it('shows a supervisor and an auditor the record and the dates, and not a word of the reporter', async () => {
    const id = await inState('rectifying')
    const words = (await open('fangmin', id)).said?.reports[0]?.body ?? ''
    expect(words).toMatch(/\S/)
    for (const login of ['xielan', 'mazhen']) {
      const page = await open(login, id)
      expect(page.said).toBeNull()
      expect(page.moments.length).toBeGreaterThan(3)
      expect(page.dates.length).toBeGreaterThan(0)
      expect(page.letters).toHaveLength(2)
      expect(JSON.stringify(page)).not.toContain(words.slice(0, 20))
    }
  })

  it('tells a reporter’s acts by the day and by nobody’s name', async () => {
    const { moments } = await open('fangmin', await inState('rating'))
    const reporters = moments.filter(({ role }) => role === 'reporter')
    expect(reporters.length).toBeGreaterThan(0)
    for (const { at, by } of reporters) expect([at, by]).toEqual([null, null])
    expect(moments.some(({ at, by }) => at !== null && by !== null)).toBe(true)
  })

  it('writes down who looked, and when', async () => {
    const id = await inState('reviewing')
    await open('qinyue', id)
    const looks = await office.db.selectFrom('look').selectAll().where('case_id', '=', id).orderBy('page').execute()
    const look = { staff_id: office.cast('qinyue').id, at: office.clock.town() }
    expect(looks).toMatchObject([
      { ...look, page: 'desk', reason: null },
      { ...look, page: 'reason', reason: expect.any(Buffer) },
    ])
  })

  it('proposes to the reviewer where the letters go, with the reasons', async () => {
    const { choices } = await open('fangmin', await inState('assigning.open'))
    expect(choices.proposal?.reasons.length).toBeGreaterThan(0)
    expect(choices.units.length).toBeGreaterThan(20)
  })

  it('reads the reports of what was merged into it, and leads from there to the main case', async () => {
    const merged = await office.db
      .selectFrom('case_file')
      .select(['id', 'main_case'])
      .where('main_case', 'is not', null)
      .executeTakeFirstOrThrow()
    const main = await open('hewen', merged.main_case ?? '')
    expect(main.said?.reports.map(({ caseId }) => caseId)).toContain(merged.id)
    expect((await open('hewen', merged.id)).main?.id).toBe(merged.main_case)
  })

  it('answers an unknown and a malformed id alike', async () => {
    for (const id of [randomUUID(), 'x', '', '../..', `${randomUUID()}'`])
      expect(await readCasePage(office, office.cast('fangmin'), id)).toBeNull()
  })
})
