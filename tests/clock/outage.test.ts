import { afterEach, beforeEach, expect, test } from 'vitest'
import { instantsOf, type SlowTown, slowTown } from './slow-town.ts'
import { noticesOf } from './three-months.ts'
import { worker } from './turn-of-worker.ts'
import { linesOf, listening } from './what-was-told.ts'

let town: SlowTown
let peers: Awaited<ReturnType<typeof listening>>
beforeEach(async () => {
  town = await slowTown()
  peers = await listening(town.owner)
}, 60_000)
afterEach(async () => {
  await peers.close()
  await town.close()
})

/** Nobody worked since the letters left; from this day on the worker does again. */
const back = async (day: string) => {
  const turn = worker({ mail: peers.mails.url, sms: peers.phones.host })
  for (const instant of instantsOf(day)) {
    town.house.clock.set(instant)
    await turn(town.house)
    await peers.look(instant)
  }
}
const all = (lines: string[]) => Object.fromEntries([...town.cases.keys()].map((name) => [name, lines]))

test('a worker that comes back on the last day tells the yellow card alone: the reminder has nothing more to say', async () => {
  await back('2026-03-26')
  expect(await noticesOf(town)).toEqual(all(['03-26 yellowCard: department deputy quiet territory']))
  expect(linesOf(peers.told)).toEqual([
    '03-26 09:00 mail deputy territory: 有一项时限马上到期',
    '03-26 09:00 sms deputy territory: 有一项时限马上到期',
    '03-26 11:00 mail department: 有一项时限马上到期',
    '03-26 11:00 sms department quiet: 有一项时限马上到期',
  ])
})

test('a worker that comes back weeks after the date tells the red card and the last rung, not all that was missed', async () => {
  await back('2026-04-20')
  expect(await noticesOf(town)).toEqual(
    all([
      '04-20 deadlineLapsed: head head supervisor supervisor',
      '04-20 leaderTold: leader leader',
      '04-20 redCard: department deputy quiet territory',
    ]),
  )
  // one mail each, however much was missed
  expect(linesOf(peers.told).filter((line) => line.includes(' mail '))).toEqual([
    '04-20 09:00 mail deputy head supervisor territory: 有一项时限已过',
    '04-20 09:00 mail leader: 有一项时限过了很久，请过目',
    '04-20 11:00 mail department quiet: 有一项时限已过',
  ])
})
