/** `npm run huiyin -- COMMAND` */
import { run } from './run.ts'

process.exitCode = await run(process.argv.slice(2), { answer: console.log, complain: console.error })
