import { endureMail } from '#tests/endure/mail-kills.ts'

/** `npm run endure -- [MOMENTS] [SEED]`: kill -9 of worker, listener and database while mail comes in. Ends with 1 where anything is lost. */
const MAILS = 2000
const [moments = 200, seed = 1] = process.argv.slice(2).map(Number)
console.log(`${MAILS} mails, ${moments} moments, seed ${seed}`)
const { lost, twice, ...figures } = await endureMail({ seed, moments, mails: MAILS, say: console.log })
console.log(JSON.stringify({ ...figures, lost: lost.length, twice: twice.length }))
const isWhole = Object.values(figures.rows).every((count) => count === MAILS)
process.exitCode = lost.length > 0 || twice.length > 0 || !isWhole ? 1 : 0
