import { openHouse } from '#app/console/open-house.ts'
import { readSettings } from '#workflows/settings.ts'
import { startWorker } from '#workflows/worker/main.ts'

/** A worker process as `huiyin worker` is one, with the settings it is told, to be killed by a test. */
const [settings = '{}'] = process.argv.slice(2)
const opened = await openHouse(readSettings(JSON.parse(settings)), { as: 'visit', say: () => {}, postbox: true })
await startWorker(opened.house, { ownerUrl: opened.ownerUrl })
process.stdout.write('{"ready":true}\n')
