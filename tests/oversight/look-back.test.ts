import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { toldOf } from '#tests/world/told-of.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { addDays, dayOf } from '#workflows/clock.ts'
import { step } from '#workflows/engine/step.ts'
import { readAttention } from '#workflows/reading/attention.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { readFigures } from '#workflows/reading/figures.ts'
import { readInbox } from '#workflows/reading/inbox.ts'
import { readLetterPage } from '#workflows/reading/letter-page.ts'
import { readNotices } from '#workflows/reading/notices.ts'
import { readThread } from '#workflows/reading/thread.ts'
import { runOnce as takeFigures } from '#workflows/worker/take-figures.ts'

/** Nobody but these two of the sample town's reviewers and supervisors takes part on the ordinary path. */
const OUTSIDERS = ['xielan', 'yuanye']
const SEEN = '走访两个村，没有再报'
const held = { type: 'recordLookBack', method: 'visit', held: true, text: SEEN } as const

let town: Town
beforeAll(async () => {
  town = await aTown({ on: '2026-03-02' })
}, 120_000)
afterAll(() => town.close())

/** A case that was put right and closed, with a second report merged into it. */
async function closed() {
  const { caseId, report } = await town.report()
  const other = await town.report({ text: '同一件事，另一个人。' })
  await town.drive(caseId, 'verifying')
  await town.as('clerk').step(other.caseId, { type: 'merge', into: caseId })
  await town.drive(caseId, 'rating')
  await town.asReporter(other.caseId).step(caseId, { type: 'rate', satisfied: true })
  await town.drive(caseId, 'closed')
  return { caseId, report, other: other.report, on: (await town.row(caseId)).closed_on ?? '' }
}
const due = async () => {
  const made = await closed()
  await town.pass({ days: 91 })
  await town.drain()
  return made
}
const today = () => dayOf(town.clock.town())
const lifeOf = async (caseId: string) => (await town.row(caseId)).life
const startOn = async (caseId: string) =>
  (
    await town.db
      .selectFrom('deadline')
      .select('due_on')
      .where('case_id', '=', caseId)
      .where('name', '=', 'lookBackStart')
      .where('state', '=', 'open')
      .executeTakeFirst()
  )?.due_on
const saidTo = async (report: string) =>
  (await readThread(town.house, { kind: 'reporter', report }))?.said.filter(({ about }) => about === 'lookBack')

describe('回头看 (B9): a case that was put right', () => {
  it('is looked at again 90 and 180 days after closing, however late the first look was, and each within ten working days', async () => {
    const { caseId, on } = await closed()
    expect(await startOn(caseId)).toBe(addDays(on, 90))
    await town.pass({ days: 91 })
    expect(await lifeOf(caseId)).toBe('lookBack')
    const report = town.db.selectFrom('deadline').select('days').where('case_id', '=', caseId)
    expect(await report.where('name', '=', 'lookBackReport').executeTakeFirst()).toEqual({ days: 10 })
    await town.pass({ days: 8 })
    await town.as('yuanye').step(caseId, held)
    expect(await startOn(caseId)).toBe(addDays(on, 180))
    await town.pass({ days: 83 })
    expect(await lifeOf(caseId)).toBe('lookBack')
    await town.as('xielan').step(caseId, held)
    expect(await lifeOf(caseId)).toBe('struckOff')
    expect(await startOn(caseId)).toBeUndefined()
  })

  it('is given to those alone who took no part in it: by notice, on their first page, and by the machine', async () => {
    const { caseId } = await due()
    expect(await toldOf(town, caseId, 'lookBackDue')).toEqual(OUTSIDERS)
    const waiting = async (login: string) => {
      await town.db
        .updateTable('case_file')
        .set({ due_on: addDays(today(), -1) })
        .where('id', '=', caseId)
        .execute()
      const { late } = await readAttention(town.house, town.officer(login))
      return late.lines.some(({ id }) => id === caseId)
    }
    for (const login of OUTSIDERS) expect(await waiting(login), login).toBe(true)
    for (const login of ['liangbo', 'fangmin']) expect(await waiting(login), login).toBe(false)
    for (const type of ['take', 'recordLookBack'] as const)
      expect(await town.as('liangbo').step(caseId, type === 'take' ? { type } : held)).toMatchObject({
        code: 'second-person',
      })
    expect(await town.as('yuanye').step(caseId, { type: 'take' })).toMatchObject({ kind: 'moved' })
    expect(await town.as('yuanye').step(caseId, held)).toMatchObject({ kind: 'moved' })
  })

  it('is handed on only to somebody who may look, and nobody else is offered', async () => {
    const { caseId } = await due()
    await town.as('yuanye').step(caseId, { type: 'take' })
    const offered = (await readCasePage(town.house, town.officer('yuanye'), caseId))?.choices.colleagues ?? []
    expect(offered.map(({ login }) => login)).toEqual(['xielan'])
    for (const login of ['liangbo', 'hewen'])
      expect(
        await town.as('yuanye').step(caseId, { type: 'handOver', to: town.officer(login).id }),
        login,
      ).toMatchObject({ kind: 'refused' })
    expect(await town.as('yuanye').step(caseId, { type: 'handOver', to: town.officer('xielan').id })).toMatchObject({
      kind: 'moved',
    })
    expect(await town.as('xielan').step(caseId, held)).toMatchObject({ kind: 'moved' })
  })

  it('is not looked at by somebody who is at home in a unit that had its letter, whatever their role', async () => {
    const { caseId } = await due()
    const { unit } = town.officer(town.handlers(caseId).department)
    const { id } = town.officer('xielan')
    const by = { kind: 'staff' as const, id, unit, roles: ['supervisor' as const] }
    expect(await step(town.house, 'case', caseId, held, by)).toMatchObject({ code: 'second-person' })
    expect(await town.as('xielan').step(caseId, held)).toMatchObject({ kind: 'moved' })
  })

  it('is looked at by other eyes the second time', async () => {
    const { caseId } = await due()
    await town.as('yuanye').step(caseId, held)
    await town.pass({ days: 91 })
    expect(await toldOf(town, caseId, 'lookBackDue')).toEqual([...OUTSIDERS, 'xielan'].sort())
    expect(await town.as('yuanye').step(caseId, held)).toMatchObject({ code: 'second-person' })
  })
})

describe('不打招呼: of a look-back', () => {
  it('no unit reads anything before its outcome: not in its letters, its notices or its pages', async () => {
    const { caseId } = await closed()
    const units = Object.values(town.handlers(caseId)).map((login) => town.officer(login))
    const read = async () => {
      await town.drain()
      const pages = units.map(async (by) => ({
        inbox: [
          await readInbox(town.house, by, { open: true, after: null }),
          await readInbox(town.house, by, { open: false, after: null }),
        ].map(({ rows }) => rows),
        letters: await Promise.all((await town.letters(caseId)).map(({ id }) => readLetterPage(town.house, by, id))),
        notices: await readNotices(town.house, by, { unread: false, most: 100 }),
        attention: { ...(await readAttention(town.house, by)), today: null },
      }))
      return JSON.stringify(await Promise.all(pages), (name, value) => (name === 'today' ? null : value))
    }
    const before = await read()
    expect(before).not.toMatch(/lookBack|回头看|"closed"/)
    await town.pass({ days: 91 })
    await town.as('yuanye').step(caseId, { type: 'take' })
    expect(await read()).toBe(before)
    await town.as('yuanye').step(caseId, held)
    expect(await read()).toBe(before)
  })

  it('nobody is told to whom a letter went, and no date of it is kept by a side', async () => {
    const { caseId } = await due()
    const dates = await town.db
      .selectFrom('deadline')
      .select(['name', 'track'])
      .where('case_id', '=', caseId)
      .where('state', 'in', ['open', 'lapsed'])
      .execute()
    expect(dates).toEqual([{ name: 'lookBackReport', track: null }])
  })
})

describe('What a look-back records', () => {
  it('is the day, the way and what was seen, for the office; a way is asked for, and a day that was', async () => {
    const { caseId, on } = await due()
    const { method: _, ...noWay } = held
    expect(await town.as('yuanye').step(caseId, noWay)).toMatchObject({
      issues: [{ field: 'method', problem: 'missing' }],
    })
    for (const visitedOn of [addDays(today(), 1), addDays(on, -1), '2026-02-30'])
      expect(await town.as('yuanye').step(caseId, { ...held, visitedOn }), visitedOn).toMatchObject({
        issues: [{ field: 'visitedOn', problem: 'wrong' }],
      })
    const visitedOn = addDays(today(), -1)
    await town.as('yuanye').step(caseId, { ...held, visitedOn })
    const page = await readCasePage(town.house, town.officer('xielan'), caseId)
    expect(page?.notes.at(-1)).toMatchObject({ visit: { way: 'visit', on: visitedOn }, text: SEEN })
  })

  it('is told to every reporter of the case as an outcome, without what was seen', async () => {
    const { caseId, report, other } = await due()
    for (const each of [report, other]) expect(await saidTo(each)).toEqual([])
    await town.as('yuanye').step(caseId, held)
    for (const each of [report, other]) expect(await saidTo(each)).toMatchObject([{ code: 'held', text: '' }])
    await town.pass({ days: 91 })
    await town.as('xielan').step(caseId, held)
    for (const each of [report, other])
      expect((await saidTo(each))?.map(({ code }) => code)).toEqual(['held', 'heldAgain'])
  })

  it('reopens what relapsed: the reporter is told, their redo is theirs still, and the dates begin anew', async () => {
    const { caseId, report } = await due()
    await town.as('yuanye').step(caseId, held)
    await town.pass({ days: 91 })
    await town.as('xielan').step(caseId, { ...held, held: false, text: '换了名目又在报' })
    expect(await town.row(caseId)).toMatchObject({ life: 'reopened', closed_on: null, context: { redone: false } })
    expect((await saidTo(report))?.at(-1)).toMatchObject({ code: 'relapsed', text: '' })
    const task = { type: 'grantRedo', tracks: ['territory', 'department'], text: '停报换名目的表' }
    expect(await town.as('yuanye').step(caseId, task)).toMatchObject({ kind: 'moved' })
    const dates = await town.db
      .selectFrom('deadline')
      .select(['set_on', 'rung', 'ladder', 'track'])
      .where('case_id', '=', caseId)
      .where('name', '=', 'rectification')
      .where('state', '=', 'open')
      .execute()
    expect(dates).toHaveLength(2)
    for (const date of dates) expect(date).toMatchObject({ set_on: today(), rung: 'none', ladder: { order: 5 } })
  })

  it('counts from the first again once a relapse is put right', async () => {
    const { caseId } = await due()
    await town.as('yuanye').step(caseId, held)
    await town.pass({ days: 91 })
    await town.as('xielan').step(caseId, { ...held, held: false, text: '反弹' })
    await town.as('yuanye').step(caseId, { type: 'refuseRedo', text: '当场停了' })
    const { closed_on: on } = await town.row(caseId)
    expect(on).toBe(today())
    expect(await startOn(caseId)).toBe(addDays(today(), 90))
    expect((await town.row(caseId)).context).toMatchObject({ lookBacks: 0 })
  })
})

it('only what was looked at again, twice, and held is counted as put right (整改到位)', async () => {
  const counted = async (life: string) => {
    await town.db.updateTable('case_file').set({ life }).execute()
    await town.db.updateTable('figure_snapshot').set({ taken_on: '2026-01-05' }).execute()
    await takeFigures(town.house, { first: true, draw: () => 0 })
    const { parts } = await readFigures(town.house)
    return parts.flatMap(({ name, about }) => (about === null ? [] : [name]))
  }
  for (const life of ['closed', 'lookBack']) expect(await counted(life), life).toEqual(['closed'])
  expect(await counted('struckOff')).toEqual(['putRight'])
})
