/** Stands for the house: each start writes a line into a file, and ends as its place in the list of fates says. */
import { appendFileSync, readFileSync } from 'node:fs'

const { STARTS, FATES } = process.env
appendFileSync(STARTS, '.')
const fate = FATES.split(',')[readFileSync(STARTS, 'utf8').length - 1]
if (fate === 'refuses') process.exit(3)
process.on('SIGTERM', () => process.exit(0))
process.send('serving', () => {
  if (fate === 'dies') process.kill(process.pid, 'SIGKILL')
  if (fate === 'throws') process.exit(1)
  if (fate === 'ends') process.exit(0)
  if (fate === 'serves') console.log('serves')
})
setInterval(() => {}, 1000)
