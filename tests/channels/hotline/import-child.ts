/** Takes the calls of an import as the worker does, until it is killed. Told where the database and the keys are. */
import { connect } from '#db/connection.ts'
import { wallClock } from '#workflows/clock.ts'
import { createLog } from '#workflows/log.ts'
import { loadKeys } from '#workflows/protection/keys.ts'
import { readSettings } from '#workflows/settings.ts'
import { doErrands } from '#workflows/worker/do-errand.ts'
import { DOERS } from '#workflows/worker/doers.ts'

const [url = '', keysFile = ''] = process.argv.slice(2)
const settings = readSettings({ NODE_ENV: 'test', DATABASE_URL: url, HUMAN_CHECK: 'off' })
const house = {
  db: connect(url, { max: 4, name: 'killed import' }),
  keys: loadKeys(keysFile),
  clock: wallClock(),
  settings,
  log: createLog('silent'),
}
console.log(JSON.stringify({ begun: true }))
while ((await doErrands(house, 'take-calls', DOERS['take-calls'])) > 0);
console.log(JSON.stringify({ done: true }))
process.exit()
