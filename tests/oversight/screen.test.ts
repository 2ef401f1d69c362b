import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { dayOf } from '#workflows/clock.ts'
import { ringRungs } from '#workflows/engine/ring.ts'
import { readInbox } from '#workflows/reading/inbox.ts'
import { readNotices } from '#workflows/reading/notices.ts'
import { readDatedList, readOversight } from '#workflows/reading/oversight.ts'
import type { OversightAsked } from '#workflows/reading/oversight-filter.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { runOnce as takeFigures } from '#workflows/worker/take-figures.ts'

const MARKS = ['标记甲原文七三九', '标记乙地点四四一']
const ALL: OversightAsked = { unit: null, rung: null }

let town: Town
let silent: string
let other: string
beforeAll(async () => {
  town = await aTown({ on: '2026-03-02' })
  silent = (await town.report({ text: `每天报送三张重复的表格，${MARKS[0]}`, place: MARKS[1] })).caseId
  await town.drive(silent, 'rectifying')
  await bothAcknowledge(silent)
  other = (await town.report({ story: 'thirteenVideoMeetings' })).caseId
  await town.drive(other, 'rectifying')
  await bothAcknowledge(other)
}, 120_000)
afterAll(() => town.close())

const bothAcknowledge = async (caseId: string) => {
  for (const track of ['territory', 'department'] as const)
    await town.as(town.handlers(caseId)[track]).step(caseId, { type: 'acknowledge', track })
}
const dueOf = async (caseId: string) =>
  (
    await town.db
      .selectFrom('deadline')
      .select(['due_on'])
      .where('case_id', '=', caseId)
      .where('name', '=', 'rectification')
      .where('track', '=', 'territory')
      .executeTakeFirstOrThrow()
  ).due_on
const screenOf = (login: string, asked = ALL) => readOversight(town.house, town.officer(login), asked)
const ring = async () => {
  await town.ring()
  await ringRungs(town.house)
  await town.drain()
}

describe('The supervision screen', () => {
  it('is calm while nothing is late, and shows what falls due within seven days, the earliest first', async () => {
    expect((await screenOf('xielan')).late.lines).toEqual([])
    town.clock.set(await dueOf(silent))
    await ring()
    const { late, soon } = await screenOf('xielan')
    expect(late.lines).toEqual([])
    const days = soon.lines.map(({ dueOn }) => dueOn)
    expect(days).toEqual(days.toSorted())
    expect(soon.lines.filter((line) => line.case?.id === silent)).toMatchObject([
      { name: 'rectification', rung: 'yellow', staffed: true },
      { name: 'rectification', rung: 'yellow', staffed: true },
    ])
  })

  it('shows a unit in red from the first day after, and higher with each rung', async () => {
    const seen: (string | null)[] = []
    await town.pass(1)
    for (let day = 0; day <= 10; day += 1) {
      await ring()
      const line = (await screenOf('xielan')).late.lines.find((each) => each.case?.id === silent)
      seen.push(line?.rung ?? null)
      await town.pass(1)
    }
    expect([...new Set(seen)]).toEqual(['red', 'order', 'leader'])
    expect(seen.indexOf('order')).toBe(4)
    expect(seen.indexOf('leader')).toBe(9)
  })

  it('is ordered by date alone and counts nobody: no number stands beside a unit', async () => {
    const { late } = await screenOf('xielan')
    const days = late.lines.map(({ dueOn }) => dueOn)
    expect(days.length).toBeGreaterThan(2)
    expect(days).toEqual(days.toSorted())
    expect(JSON.stringify(late.lines)).not.toMatch(/"(count|total|late|cases)":/)
  })

  it('can be narrowed to one unit and to one rung, and lists the rest page by page', async () => {
    const [line] = (await screenOf('xielan')).late.lines
    const unit = line?.unit?.id ?? ''
    const ofUnit = await screenOf('xielan', { unit, rung: null })
    expect(ofUnit.late.lines.length).toBeGreaterThan(0)
    expect(new Set(ofUnit.late.lines.map((each) => each.unit?.id))).toEqual(new Set([unit]))
    const ofRung = await screenOf('xielan', { unit: null, rung: 'leader' })
    expect(new Set(ofRung.late.lines.map(({ rung }) => rung))).toEqual(new Set(['leader']))
    const by = town.officer('xielan')
    const all = await readDatedList(town.house, by, { ...ALL, list: 'late', after: null })
    const [first] = all?.lines ?? []
    const after = { due: first?.dueOn ?? '', id: first?.id ?? '' }
    const rest = await readDatedList(town.house, by, { ...ALL, list: 'late', after })
    expect(rest?.lines).toEqual(all?.lines.slice(1))
  })
})

describe('The leader', () => {
  it('is told at the tenth working day, and the notice leads to the screen by the number of the letter', async () => {
    const by = town.officer('shaoyuan')
    const told = (await readNotices(town.house, by, { unread: true, most: 50 })).filter(
      ({ name }) => name === 'leaderTold',
    )
    expect(told.length).toBeGreaterThan(1)
    const numbers = (await town.letters(silent)).map(({ number }) => number)
    for (const number of numbers) expect(told.map(({ subject }) => subject)).toContainEqual({ at: 'oversight', number })
    await readOversight(town.house, by, ALL)
    const left = await readNotices(town.house, by, { unread: true, most: 50 })
    expect(left.filter(({ name }) => name === 'leaderTold')).toEqual([])
  })

  it('sees whose letter is late and by how long, and of the case neither number nor kind nor words', async () => {
    const screen = await screenOf('shaoyuan')
    expect(screen.late.lines.length).toBeGreaterThan(0)
    for (const line of screen.late.lines) expect(line).toMatchObject({ case: null, kind: null })
    expect(screen).toMatchObject({ office: null, referrals: { lines: [] }, readsCases: false })
    for (const caseId of [silent, other]) {
      const { id, number } = await town.row(caseId)
      for (const mark of [id, number]) expect(JSON.stringify(screen)).not.toContain(mark)
    }
  })

  it('shows nothing that a reporter said, nor the day on which anything was received', async () => {
    const rows = await town.db.selectFrom('case_file').select('received_on').where('id', '=', silent).execute()
    for (const login of ['xielan', 'jiangtao', 'qinyue', 'shaoyuan']) {
      const shown = JSON.stringify(await screenOf(login))
      for (const mark of [...MARKS, 'web', ...rows.map(({ received_on }) => received_on)])
        expect(shown).not.toContain(mark)
    }
  })

  it("learns about how many of the office's own dates are late once a day, and of a small number nothing", async () => {
    const late = async () => {
      await takeFigures(town.house, { first: true, draw: () => 0 })
      return (await screenOf('shaoyuan')).officeFigures
    }
    expect((await screenOf('shaoyuan')).officeFigures).toEqual({ takenOn: null, late: null })
    for (let more = 0; more < 4; more += 1) await town.report()
    await town.pass(4)
    expect(await late()).toEqual({ takenOn: dayOf(town.clock.town()), late: null })
    for (let more = 0; more < 3; more += 1) await town.report()
    await town.pass(4)
    expect((await screenOf('shaoyuan')).officeFigures?.late).toBeNull()
    expect(await late()).toEqual({ takenOn: dayOf(town.clock.town()), late: 10 })
    expect((await screenOf('xielan')).office?.lines).toHaveLength(7)
    const asked = { ...ALL, list: 'office' as const, after: null }
    expect(await readDatedList(town.house, town.officer('shaoyuan'), asked)).toBeNull()
  })
})

describe('A unit', () => {
  it('sees its own letters with their card and how the date is counted', async () => {
    const by = town.officer(town.handlers(silent).territory)
    const { rows } = await readInbox(town.house, by, { open: true, after: null })
    const [letter] = (await town.letters(silent)).filter(({ track }) => track === 'territory')
    expect(rows.find(({ id }) => id === letter?.id)).toMatchObject({
      rung: 'leader',
      explained: { zh: expect.stringMatching(/^15个工作日:/) },
      toAnswer: null,
    })
  })

  it('with a letter and nobody to answer it is marked on the screen', async () => {
    const unit = town.officer(town.handlers(other).department).unit
    const people = await town.db.selectFrom('staff').select('id').where('unit_id', '=', unit).execute()
    await town.db
      .updateTable('staff')
      .set({ disabled: true })
      .where(
        'id',
        'in',
        people.map(({ id }) => id),
      )
      .execute()
    const lines = (await screenOf('xielan')).late.lines.filter((line) => line.case?.id === other)
    expect(lines.map(({ unit: of, staffed }) => [of?.id === unit, staffed]).toSorted()).toEqual([
      [false, true],
      [true, false],
    ])
  })
})

it("whoever is accused does not see their unit's case on the screen, nor its order", async () => {
  const row = await town.row(silent)
  await town.as('xielan').step(silent, { type: 'issueOrder', track: 'territory', text: '请说明' })
  const ids = async () => {
    const screen = await screenOf('xielan')
    return [...screen.late.lines.map((line) => line.case?.id), ...screen.orders.lines.map(({ letter }) => letter)]
  }
  const letters = await town.letters(silent)
  const numbers = letters.map(({ number }) => number)
  const ordered = letters.find(({ track }) => track === 'territory')?.number
  expect(await ids()).toEqual(expect.arrayContaining([silent, ordered]))
  await town.db
    .updateTable('case_file')
    .set({ accused: [...row.accused, unitId('990300-supervision')] })
    .where('id', '=', silent)
    .execute()
  const seen = await ids()
  for (const hidden of [silent, ...numbers]) expect(seen).not.toContain(hidden)
})
