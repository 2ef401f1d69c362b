import { join } from 'node:path'
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
const LONGEST = 120
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
  try {
    let last = town.house.clock.town()
    for (let day = addDays(ISSUED_ON, 1); day <= LAST_DAY; day = addDays(day, 1))
      // where nothing falls due, a day is looked at once
      for (const instant of BUSY.has(day) ? instantsOf(day) : instantsOf(day).slice(0, 1)) {
        await town.act(last, instant)
        const kills = BUSY.has(day) && chance.happens(0.25)
        if (await worker.turn(instant, kills ? chance.below(LONGEST) : undefined)) killed += 1
        await peers.look(instant)
        last = instant
      }
    expect(await noticesOf(town)).toEqual(HEARD)
    expect(linesOf(peers.told)).toEqual(TOLD)
    // or nothing was killed in the middle of anything
    expect(killed).toBeGreaterThan(10)
  } finally {
    worker.close()
    await peers.close()
    await town.close()
    folder.remove()
  }
}, 300_000)
