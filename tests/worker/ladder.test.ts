import { afterEach, beforeEach, expect, test } from 'vitest'
import { addDays, type Day } from '#workflows/clock.ts'
import { ringRungs } from '#workflows/engine/ring.ts'
import { drain } from '#workflows/worker/drain.ts'
import { runOnce as ringDeadlines } from '#workflows/worker/ring-deadlines.ts'
import { COUNTY, DEPARTMENT, type SmallTown, smallTown } from './small-town.ts'

let town: SmallTown
beforeEach(async () => {
  town = await smallTown()
})
afterEach(() => town.close())

const letter = { task: '停报重复表格', quality: '全部停报', feedbackStandard: '一页纸' }

/** Letters issued on Wednesday 25 November: fifteen working days end on Wednesday 16 December. No holiday lies between. */
async function lettersOut() {
  const clerk = await town.officer('clerk', ['clerk'])
  const verifier = await town.officer('verifier', ['verifier'])
  const reviewer = await town.officer('reviewer', ['reviewer'])
  await town.officer('supervisor', ['supervisor'])
  await town.officer('leader', ['leader'])
  const territory = await town.officer('territory', ['territoryHandler'], COUNTY)
  const department = await town.officer('department', ['departmentHandler'], DEPARTMENT)
  // the reporter's days to object are over before the letters are to leave
  town.house.clock.set('2026-11-16')
  const { case: id } = await town.report()
  await town.does(clerk, id, { type: 'nameAccused', units: [] })
  await town.does(clerk, id, { type: 'classify', kind: 'B11', complexity: 'standard', place: COUNTY })
  await town.does(clerk, id, { type: 'accept' })
  await town.does(verifier, id, { type: 'recordFinding', finding: 'substantiated', grounds: '属实' })
  const to = { territory: COUNTY, department: DEPARTMENT, lead: 'territory' }
  await town.does(reviewer, id, { type: 'writeBrief', brief: '重复报表', ...to })
  town.house.clock.set('2026-11-25')
  await drain(town.house)
  await town.does(reviewer, id, { type: 'issueLetters', letters: { territory: letter, department: letter } })
  await town.does(territory, id, { type: 'acknowledge', track: 'territory' })
  await town.does(department, id, { type: 'acknowledge', track: 'department' })
  await drain(town.house)
  await town.owner.deleteFrom('notice').execute()
  return { id, territory, department }
}
const result = { facts: '重复', measures: '停报', effect: '少报', prevention: '准入', upkeep: '不再新增' }

/** Goes on day by day, and tells on which day who was told what. */
async function until(last: Day): Promise<string[]> {
  const told: string[] = []
  for (let day = addDays(dayNow(), 1); day <= last; day = addDays(day, 1)) {
    town.house.clock.set(day)
    const before = await town.notices()
    await ringDeadlines(town.house)
    await ringRungs(town.house)
    await drain(town.house)
    const more = [...(await town.notices())]
    for (const each of before) more.splice(more.indexOf(each), 1)
    told.push(...more.map((each) => `${day.slice(5)} ${each}`))
  }
  return told
}
const dayNow = (): Day => new Date(town.house.clock.town().getTime() + 8 * 3_600_000).toISOString().slice(0, 10)

test('a silent unit is reminded, warned, late, ordered and reported, each rung once and to whom it concerns', async () => {
  await lettersOut()
  expect(await until('2027-01-15')).toEqual([
    '12-07 department: letterReminder',
    '12-07 territory: letterReminder',
    '12-15 department: yellowCard',
    '12-15 territory: yellowCard',
    '12-17 department: redCard',
    '12-17 supervisor: deadlineLapsed',
    '12-17 supervisor: deadlineLapsed',
    '12-17 territory: redCard',
    '12-23 supervisor: orderDue',
    '12-23 supervisor: orderDue',
    '12-30 leader: leaderTold',
    '12-30 leader: leaderTold',
  ])
})

test('a unit that has answered hears nothing more, and the other side goes on', async () => {
  const { id, territory } = await lettersOut()
  await until('2026-12-08')
  await town.does(territory, id, { type: 'submitResult', track: 'territory', ...result })
  expect(await until('2026-12-24')).toEqual([
    '12-15 department: yellowCard',
    '12-17 department: redCard',
    '12-17 supervisor: deadlineLapsed',
    '12-23 supervisor: orderDue',
  ])
})

test('after an outage only the rung that has been reached is told, not those that were missed', async () => {
  await lettersOut()
  town.house.clock.set('2026-12-24')
  await ringDeadlines(town.house)
  await ringRungs(town.house)
  await drain(town.house)
  expect((await town.notices()).filter((each) => !each.includes('supervisor'))).toEqual([
    'department: redCard',
    'territory: redCard',
  ])
  expect((await town.notices()).filter((each) => each.includes('orderDue'))).toHaveLength(2)
  const dates = await town.house.db.selectFrom('deadline').select(['rung', 'next_rung', 'rings_on']).execute()
  expect(dates.filter(({ rung }) => rung === 'order')).toEqual(
    Array.from({ length: 2 }, () => ({ rung: 'order', next_rung: 'leader', rings_on: '2026-12-30' })),
  )
})

test('two workers that sweep at once tell each rung once', async () => {
  await lettersOut()
  town.house.clock.set('2026-12-07')
  await Promise.all([ringRungs(town.house), ringRungs(town.house), ringRungs(town.house)])
  await ringRungs(town.house)
  await drain(town.house)
  expect(await town.notices()).toEqual(['department: letterReminder', 'territory: letterReminder'])
})
