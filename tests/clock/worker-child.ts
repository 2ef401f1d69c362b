import { connect } from '#db/connection.ts'
import { handClock } from '#workflows/clock.ts'
import { createLog } from '#workflows/log.ts'
import { loadKeys } from '#workflows/protection/keys.ts'
import { readSettings } from '#workflows/settings.ts'
import { FIRST_DAY } from './slow-town.ts'
import { type Peers, worker } from './turn-of-worker.ts'

/** A worker in a process of its own, to be killed by a test: does what is due at each instant it is told, and says so. */
const [said = '{}'] = process.argv.slice(2)
const told: { database: string; keys: string; peers: Peers } = JSON.parse(said)
const clock = handClock(FIRST_DAY)
const house = {
  db: connect(told.database, { max: 3 }),
  keys: loadKeys(told.keys),
  clock,
  settings: readSettings({ NODE_ENV: 'test', DATABASE_URL: told.database, HUMAN_CHECK: 'off' }),
  log: createLog('silent'),
}
const turn = worker(told.peers)
process.on('message', async (instant: string) => {
  clock.set(new Date(instant))
  await turn(house)
  process.send?.('done')
})
process.on('disconnect', () => process.exit())
process.send?.('ready')
