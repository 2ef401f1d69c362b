import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { expect, test } from 'vitest'
import { randomFrom } from '#tests/search/random.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { addDays } from '#workflows/clock.ts'
import { createKeys } from '#workflows/protection/keys.ts'
import { killedWorker } from './killed-worker.ts'
import { instantsOf, ISSUED_ON, LAST_DAY, slowTown } from './slow-town.ts'
import { HEARD, noticesOf, TOLD } from './three-months.ts'
import { linesOf, listening } from './what-was-told.ts'

const SEED = 11
/** A turn in which there is something to do takes about so long, in milliseconds. */
const LONGEST = 60
/** The share of turns in which it is killed. */
const SHARE = 0.4
/** The days on which something is told: only there is a worker killed in the middle of anything. */
const BUSY = new Set(TOLD.map((line) => `2026-${line.slice(0, 5)}`))

test('a worker that is killed again and again in these three months tells the same people the same, once', async () => {
  const folder = freshFolder()
  const file = join(folder.path, 'keys.json')
  const town = await slowTown(await createKeys(file, { custodians: null }))
  const peers = await listening(town.owner)
  const worker = await killedWorker({
    database: town.house.database.appUrl,
    keys: file,
    peers: { mail: peers.mails.url, sms: peers.phones.host },
  })
  const chance = randomFrom(SEED)
  let killed = 0
  /** At any moment, or just when the mail server has taken a mail and the worker has not written it down yet. */
  const momentOf = (instant: Date) => {
    if (!chance.happens(SHARE)) return undefined
    const after = chance.below(LONGEST)
    if (instant.toISOString().includes('T01:00')) return () => aMailAfter(peers.mails.received)
    return () => setTimeout(after)
  }
  try {
    let last = town.house.clock.town()
    for (let day = addDays(ISSUED_ON, 1); day <= LAST_DAY; day = addDays(day, 1))
      // where nothing falls due, a day is looked at once
      for (const instant of BUSY.has(day) ? instantsOf(day) : instantsOf(day).slice(0, 1)) {
        await town.act(last, instant)
        if (await worker.turn(instant, BUSY.has(day) ? momentOf(instant) : undefined)) killed += 1
        await peers.look(instant)
        last = instant
      }
    expect(await noticesOf(town)).toEqual(HEARD)
    expect(linesOf(peers.told)).toEqual(TOLD)
    // or nothing was killed in the middle of anything
    expect(killed).toBeGreaterThan(5)
  } finally {
    worker.close()
    await peers.close()
    await town.close()
    folder.remove()
  }
}, 300_000)

/** Until one more is there; where none comes, not for ever. */
async function aMailAfter(received: readonly unknown[]): Promise<void> {
  const before = received.length
  for (let waited = 0; received.length === before && waited < 1000; waited += 1) await setTimeout(1)
}
