import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { readFigures } from '#workflows/reading/figures.ts'
import { readLeaderFigures } from '#workflows/reading/leader-figures.ts'
import { readOversight } from '#workflows/reading/oversight.ts'
import { runOnce as takeFigures } from '#workflows/worker/take-figures.ts'

/** The least step and no rounding up but to the next five: what chance may do at its worst. */
const worst = { draw: () => 0 }
const MONDAY = new Date('2026-10-19T03:05:00+08:00')
const TUESDAY = new Date('2026-10-20T03:05:00+08:00')
const NEXT_MONDAY = new Date('2026-10-26T03:05:00+08:00')

let town: Town
beforeAll(async () => {
  town = await aTown({ on: '2026-10-16' })
})
afterAll(() => town.close())

const bring = async (reports: number) => {
  for (let each = 0; each < reports; each += 1) await town.report()
}
const received = async () => (await readFigures(town.house)).parts.find(({ name }) => name === 'received')?.about
const triage = async () => (await readLeaderFigures(town.house)).phases.find(({ phase }) => phase === 'triage')?.about
/** Every number that the public and a leader are shown. */
async function told() {
  const leader = town.officer('shaoyuan')
  const { officeFigures } = await readOversight(town.house, leader, { unit: null, rung: null })
  const [{ parts }, { phases, kinds }] = [await readFigures(town.house), await readLeaderFigures(town.house)]
  return JSON.stringify([parts, phases, kinds, officeFigures?.late])
}

describe('The figures', () => {
  it('say when the first ones come, and are taken at three in the morning and at no other hour', async () => {
    await bring(9)
    for (const look of [await readFigures(town.house), await readLeaderFigures(town.house)])
      expect(look.takenOn).toBeNull()
    expect(await readFigures(town.house)).toMatchObject({ nextOn: '2026-10-19', parts: [] })
    expect(await takeFigures(town.house, worst)).toBe(0)
    town.clock.set(MONDAY)
    expect(await takeFigures(town.house, worst)).toBe(2)
    expect(await takeFigures(town.house, worst)).toBe(0)
    expect(await readFigures(town.house)).toMatchObject({ takenOn: '2026-10-19', nextOn: '2026-10-26' })
    expect([await received(), await triage()]).toEqual([10, 10])
  })

  it('do not move when somebody reports, whatever number of own reports brought them to an edge', async () => {
    const before = await told()
    await bring(4)
    expect(await told()).toBe(before)
    await bring(1)
    expect(await told()).toBe(before)
  })

  it('move at the next snapshot, the leaders’ each day and the public’s on Monday, and not for fewer than five', async () => {
    town.clock.set(TUESDAY)
    expect(await takeFigures(town.house, worst)).toBe(1)
    expect([await received(), await triage()]).toEqual([10, 15])
    await bring(4)
    town.clock.set(NEXT_MONDAY)
    expect(await takeFigures(town.house, worst)).toBe(2)
    expect([await received(), await triage()]).toEqual([20, 15])
  })

  it('are made up for where the worker was away at the hour', async () => {
    town.clock.set(new Date('2026-11-04T14:00:00+08:00'))
    expect(await takeFigures(town.house, worst)).toBe(2)
    expect(await readFigures(town.house)).toMatchObject({ takenOn: '2026-11-04', nextOn: '2026-11-09' })
    town.clock.set(new Date('2026-11-08T23:00:00+08:00'))
    expect(await takeFigures(town.house, worst)).toBe(1)
  })

  it('are the same for every leader, whomever the cases accuse: no difference tells how many accuse one’s own house', async () => {
    const before = await told()
    await town.db
      .updateTable('case_file')
      .set({ accused: [town.officer('shaoyuan').unit] })
      .execute()
    expect(await told()).toBe(before)
    town.clock.set(new Date('2026-11-16T03:05:00+08:00'))
    expect(await takeFigures(town.house, worst)).toBe(2)
    expect(await told()).toBe(before)
  })

  it('leave the counts behind them in the house', async () => {
    const shown = JSON.stringify([await readFigures(town.house), await readLeaderFigures(town.house)])
    expect(shown).not.toMatch(/counted|step/)
  })
})
