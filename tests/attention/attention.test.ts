import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { freshKeys } from '#tests/protection/fresh-keys.ts'
import { newcomer, OFFICE } from '#tests/engine/people.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { readAllNotices } from '#workflows/notices/read-all.ts'
import { type Attention, readAttention } from '#workflows/reading/attention.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { readLetterPage } from '#workflows/reading/letter-page.ts'
import { countUnreadNotices, readNotices } from '#workflows/reading/notices.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

let town: Town
let triage: Arrived
let replying: Arrived
let rectifying: Arrived
let same: Arrived
let other: Arrived
beforeAll(async () => {
  town = await aTown()
  rectifying = await town.report()
  await town.drive(rectifying.caseId, 'rectifying')
  replying = await town.report({ story: 'twentyEightPlaques' })
  await town.drive(replying.caseId, 'replying')
  triage = await town.report({ story: 'landAndLawsuit' })
  same = await town.report()
  other = await town.report()
  await town.drain()
})
afterAll(() => town.close())

const of = (by: Staff | string) => readAttention(town.house, typeof by === 'string' ? town.officer(by) : by)
const ids = ({ lines }: { lines: readonly { id: string }[] }) => lines.map(({ id }) => id)
const SECTIONS = ['reprisal', 'toSign', 'late', 'dueSoon', 'answered', 'letters', 'drafts', 'mentions'] as const
const all = (page: Attention) => SECTIONS.flatMap((name) => page[name].lines.map(({ id }) => id))

describe('what must I do now', () => {
  it('shows a clerk what is due within two working days, and a verifier none of it', async () => {
    expect(ids((await of('hewen')).dueSoon)).toContain(triage.caseId)
    expect(all(await of('songjie'))).not.toContain(triage.caseId)
  })

  it('asks for a signature whoever may give it, and not the one who wrote', async () => {
    await town.as('liangbo').step(replying.caseId, { type: 'draftReply', text: '已经整改。' })
    expect(ids((await of('fangmin')).toSign)).toContain(replying.caseId)
    expect(all(await of('liangbo'))).not.toContain(replying.caseId)
  })

  it('shows a unit its letters with their dates, and nothing that names a case', async () => {
    const { territory } = town.handlers(rectifying.caseId)
    const page = await of(territory)
    const { number } = await town.row(rectifying.caseId)
    expect(page.letters.lines).toHaveLength(1)
    expect(page.letters.lines[0]).toMatchObject({ state: 'issued', due: { name: 'acknowledgement' } })
    const notices = await readNotices(town.house, town.officer(territory), { unread: true, most: 20 })
    expect(notices.map(({ name, subject }) => [name, subject.at])).toContainEqual(['letterIssued', 'letter'])
    for (const secret of [number, rectifying.caseId]) expect(JSON.stringify([page, notices])).not.toContain(secret)
  })

  it('tells the liaison first of whoever is hunted for a report, wherever the case stands', async () => {
    await town
      .asReporter(rectifying.caseId)
      .step(rectifying.caseId, { type: 'reportReprisal', text: '有人在查谁写的。' })
    expect(ids((await of('jiangtao')).reprisal)).toEqual([rectifying.caseId])
    expect(ids((await of('hewen')).reprisal)).toEqual([])
    await town.as('jiangtao').step(rectifying.caseId, { type: 'answerReprisal', text: '已经制止。' })
    expect(ids((await of('jiangtao')).reprisal)).toEqual([])
  })

  it('tells whoever has a case in hand that its reporter answered, until they do something about it', async () => {
    await town.as('hewen').step(triage.caseId, { type: 'take' })
    await town.asReporter(triage.caseId).step(triage.caseId, { type: 'supplement', text: '还有一件。' })
    const page = await of('hewen')
    expect([...page.answered.lines, ...page.dueSoon.lines].map(({ id }) => id)).toContain(triage.caseId)
    await town.as('hewen').step(triage.caseId, { type: 'note', text: '看过了。', mentions: [] })
    expect(ids((await of('hewen')).answered)).not.toContain(triage.caseId)
  })

  it('still tells of an answer where another report of the same matter was put to the case since', async () => {
    await town.drive(same.caseId, 'verifying')
    await town.as('songjie').step(same.caseId, { type: 'take' })
    await town.asReporter(same.caseId).step(same.caseId, { type: 'supplement', text: '还有一件。' })
    await town.as('hewen').step(other.caseId, { type: 'merge', into: same.caseId })
    expect(ids((await of('songjie')).answered)).toEqual([same.caseId])
  })

  it('tells a colleague who was named in a note, until they have opened the case', async () => {
    const luoping = town.officer('luoping')
    await town.as('hewen').step(triage.caseId, { type: 'note', text: '请看。', mentions: [luoping.id] })
    expect((await of(luoping)).mentions.lines).toMatchObject([{ caseId: triage.caseId }])
    await readCasePage(town.house, luoping, triage.caseId)
    expect((await of(luoping)).mentions.lines).toEqual([])
  })

  it('is calm for whoever has nothing to do', async () => {
    for (const login of ['tongyue', 'baiyu', 'luming']) expect(all(await of(login))).toEqual([])
    expect(all(await of(await newcomer(town.house, ['leader'])))).toEqual([])
  })

  it('shows overdue what was due soon, once, in the hands of whoever has it', async () => {
    await town.pass(3)
    const page = await of('hewen')
    expect(ids(page.late)).toContain(triage.caseId)
    expect(ids(page.dueSoon)).not.toContain(triage.caseId)
    expect(new Set(all(page)).size).toBe(all(page).length)
    expect(ids((await of('luoping')).late)).not.toContain(triage.caseId)
  })

  it('opens nothing that is sealed: it reads the same without the keys', async () => {
    const blind = { ...town.house, keys: await freshKeys() }
    for (const login of ['hewen', 'fangmin', 'xielan'])
      expect(await readAttention(blind, town.officer(login))).toEqual(await of(login))
  })
})

describe('notices', () => {
  it('are counted until what they are about was opened', async () => {
    await town.drain()
    const by = town.officer('fangmin')
    const before = await countUnreadNotices(town.house, by)
    const about = (await readNotices(town.house, by, { unread: true, most: 50 })).filter(
      ({ subject }) => 'id' in subject && subject.id === replying.caseId,
    )
    expect(about.length).toBeGreaterThan(0)
    await readCasePage(town.house, by, replying.caseId)
    expect(await countUnreadNotices(town.house, by)).toBe(before - about.length)
  })

  it('about a letter are read with the letter', async () => {
    const by = town.officer(town.handlers(rectifying.caseId).department)
    const [letter] = (await town.letters(rectifying.caseId)).filter(({ track }) => track === 'department')
    expect(await countUnreadNotices(town.house, by)).toBeGreaterThan(0)
    await readLetterPage(town.house, by, letter?.id ?? '')
    expect(await countUnreadNotices(town.house, by)).toBe(0)
  })

  it('can all be said to be read, and are still there to be looked at', async () => {
    const by = town.officer('liangbo')
    const unread = await countUnreadNotices(town.house, by)
    expect(unread).toBeGreaterThan(0)
    await readAllNotices(town.house, by)
    expect(await countUnreadNotices(town.house, by)).toBe(0)
    expect((await readNotices(town.house, by, { unread: false, most: 50 })).length).toBeGreaterThanOrEqual(unread)
  })
})

describe('whoever works on cases no more', () => {
  it('is told of none, though a note named them and notices came to them', async () => {
    const named = await newcomer(town.house, ['clerk'])
    await town.as('hewen').step(triage.caseId, { type: 'note', text: '请看。', mentions: [named.id] })
    await town.drain()
    const told = async (by: Staff) =>
      JSON.stringify([await of(by), await readNotices(town.house, by, { unread: false, most: 50 })])
    expect(await told(named)).toContain(triage.caseId)
    const { territory } = town.handlers(rectifying.caseId)
    const { number } = await town.row(triage.caseId)
    for (const roles of [['administrator'], ['leader'], ['administrator', 'leader'], ['editor']] as const) {
      const since = { ...named, roles }
      for (const secret of [number, triage.caseId]) expect(await told(since)).not.toContain(secret)
      expect(await countUnreadNotices(town.house, since)).toBe(0)
      expect(await readNotices(town.house, { ...town.officer(territory), roles }, { unread: false, most: 50 })).toEqual(
        [],
      )
    }
  })
})

describe('whom a case comes to accuse', () => {
  it('sees nothing of it any more: no line, no notice, no count', async () => {
    const officers = ['hewen', 'luoping', 'songjie', 'liangbo', 'fangmin', 'qinyue', 'xielan'].map(town.officer)
    const cases = [triage, replying, rectifying, same, other].map(({ caseId }) => caseId)
    const told = async (by: Staff) => {
      const notices = await readNotices(town.house, by, { unread: false, most: 100 })
      return JSON.stringify([await of(by), notices])
    }
    const before = await Promise.all(officers.map(told))
    expect(cases.slice(0, 3).every((id) => before.some((words) => words.includes(id)))).toBe(true)
    await town.db
      .updateTable('case_file')
      .set({ accused: [OFFICE] })
      .where('id', 'in', cases)
      .execute()
    for (const by of officers) {
      const words = await told(by)
      for (const id of cases) expect(words).not.toContain(id)
      expect(await countUnreadNotices(town.house, by)).toBe(0)
      expect((await of(by)).queues).toMatchObject({ held: 0, free: 0 })
    }
  })
})
