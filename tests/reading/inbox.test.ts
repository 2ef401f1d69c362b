import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { readInbox } from '#workflows/reading/inbox.ts'

let town: Town
let caseId: string
beforeAll(async () => {
  town = await aTown()
  caseId = (await town.report()).caseId
  await town.drive(caseId, 'rectifying')
})
afterAll(() => town.close())

/** More letters to the same unit, as if issued on other days: only what an inbox sorts by differs. */
async function moreLetters(count: number) {
  const letter = (await town.letters(caseId)).find(({ track }) => track === 'territory')!
  for (let at = 1; at <= count; at++) {
    const serial = 1000 + at
    const day = `2026-09-${String(1 + (at % 28)).padStart(2, '0')}`
    const copy = { ...letter, id: crypto.randomUUID(), serial, number: `云减负交办〔2026〕${serial}号`, issued_on: day }
    await town.house.db
      .insertInto('letter')
      .values({ ...copy, superseded: true })
      .execute()
  }
}

describe("A unit's inbox", () => {
  it('holds what is owed apart from what is over, and pages without losing or repeating a letter', async () => {
    await moreLetters(45)
    const by = town.officer(town.handlers(caseId).territory)
    expect((await readInbox(town.house, by, { open: true, after: null })).rows).toHaveLength(1)
    const first = await readInbox(town.house, by, { open: false, after: null })
    const second = await readInbox(town.house, by, { open: false, after: first.next })
    const ids = [...first.rows, ...second.rows].map(({ id }) => id)
    expect(ids).toHaveLength(45)
    expect(new Set(ids).size).toBe(45)
    expect(second.next).toBeNull()
    const days = [...first.rows, ...second.rows].map(({ issuedOn }) => issuedOn)
    expect(days).toEqual(days.toSorted().reverse())
  })

  it('is empty for an officer whose unit was sent nothing', async () => {
    const taken = Object.values(town.handlers(caseId))
    const other = ['qinghe', 'dongping', 'wangchuan'].find((login) => !taken.includes(login))!
    expect((await readInbox(town.house, town.officer(other), { open: true, after: null })).rows).toEqual([])
  })
})
