import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { z } from 'zod'
import { addDays } from '#workflows/clock.ts'
import { calendarOfSeed } from '#workflows/deadlines/calendar-seed.ts'
import { isOfficeHour, TOWN_HOURS } from '#workflows/notices/office-hours.ts'
import { DEPARTMENT_HOURS, instantsOf, ISSUED_ON, LAST_DAY, MARKS, type SlowTown, slowTown } from './slow-town.ts'
import { HEARD, noticesOf, TOLD } from './three-months.ts'
import { worker } from './turn-of-worker.ts'
import { isWhole, linesOf, listening } from './what-was-told.ts'

const trackOf = z.looseObject({ track: z.enum(['territory', 'department']).nullable() })

let town: SlowTown
let peers: Awaited<ReturnType<typeof listening>>
beforeAll(async () => {
  town = await slowTown()
  peers = await listening(town.owner)
  const turn = worker({ mail: peers.mails.url, sms: peers.phones.host })
  let last = town.house.clock.town()
  for (let day = addDays(ISSUED_ON, 1); day <= LAST_DAY; day = addDays(day, 1))
    for (const instant of instantsOf(day)) {
      await town.act(last, instant)
      await turn(town.house)
      await peers.look(instant)
      last = instant
    }
}, 300_000)
afterAll(async () => {
  await peers.close()
  await town.close()
})

describe('三个月 (催办、黄牌、红牌、督办、报领导): in three months of a slow town', () => {
  test('every rung of every date is told once, to whom it concerns', async () => {
    expect(await noticesOf(town)).toEqual(HEARD)
    const dates = town.owner.selectFrom('errand').select('key').where('key', 'like', 'rung:%')
    const keys = (await dates.execute()).map(({ key }) => key)
    expect(new Set(keys).size).toBe(keys.length)
  })

  test('each person receives these mails and messages, word for word, and nobody else anything', () => {
    expect(linesOf(peers.told)).toEqual(TOLD)
    expect(peers.told.filter(({ words }) => !isWhole(words))).toEqual([])
  })

  test('no rung of a track rings once its result is in, not even for those who watch over it', async () => {
    const results = await town.owner
      .selectFrom('result')
      .innerJoin('letter', 'letter.id', 'result.letter_id')
      .select(['letter.case_id', 'letter.track', 'result.submitted_on'])
      .execute()
    expect(results).toHaveLength(2)
    const rung = await town.owner
      .selectFrom('notice')
      .innerJoin('errand', 'errand.id', 'notice.errand_id')
      .select(['errand.case_id', 'errand.payload', 'notice.name', 'notice.created_on'])
      .where('notice.name', 'in', ['letterReminder', 'yellowCard', 'redCard', 'orderDue'])
      .execute()
    const after = results.flatMap(({ case_id, track, submitted_on }) =>
      rung.filter(
        (each) =>
          each.case_id === case_id && trackOf.parse(each.payload).track === track && each.created_on > submitted_on,
      ),
    )
    expect(after).toEqual([])
    // or nothing of these tracks was ever looked at
    expect(rung.filter(({ case_id }) => case_id === town.cases.get('late')).length).toBeGreaterThan(0)
  })

  test('everything arrives in working hours of the receiver’s unit', () => {
    const calendar = calendarOfSeed()
    const outside = peers.told.filter(({ at, who }) => {
      const hours = ['department', 'quiet'].includes(who) ? DEPARTMENT_HOURS : TOWN_HOURS
      return !isOfficeHour(calendar, hours, at)
    })
    expect(outside).toEqual([])
  })

  test('no word of a case, no name of a unit and no number of a letter is in any of them', () => {
    const all = JSON.stringify(peers.told)
    for (const mark of MARKS) expect(all).not.toContain(mark)
  })
})
