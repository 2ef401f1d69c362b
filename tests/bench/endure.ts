import { endureKills } from '#tests/endure/kills.ts'

/**
 * `npm run endure -- [MOMENTS] [SEED]`: kill -9 of worker, listener and database while mail and a file of calls come in.
 * Ends with 1 where anything is lost.
 */
const MAILS = 2000
const CALLS = 5000
const [moments = 200, seed = 1] = process.argv.slice(2).map(Number)
console.log(`${MAILS} mails, a file of ${CALLS} calls, ${moments} moments, seed ${seed}`)
const { lost, twice, faults, ...figures } = await endureKills({
  ...{ seed, moments, mails: MAILS, calls: CALLS, say: console.log },
})
for (const fault of faults) console.log(fault)
console.log(JSON.stringify({ ...figures, lost: lost.length, twice: twice.length, faults: faults.length }))
process.exitCode = lost.length + twice.length + faults.length > 0 ? 1 : 0
