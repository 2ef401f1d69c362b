/** Keeps a house running that dies, as `npm start` keeps the real one. */
import { supervise } from '../../app/console/supervise.mjs'

process.exitCode = await supervise('tests/console/dying-house.mjs', { pauses: [10] })
