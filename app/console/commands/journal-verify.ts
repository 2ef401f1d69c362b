import { type Command, Refusal, visit } from '#app/console/command.ts'
import { noMore } from '#app/console/typed.ts'
import { verifyRecord } from '#workflows/audit/verify-record.ts'

/** Proves the record; the first position of each kind that does not hold is said, and the whole is then refused. */
export const command: Command = {
  usage: '',
  run: async (words, say) => {
    noMore(words, 0)
    const { rows, checkpoints, restored, faults } = await visit(verifyRecord)
    for (const { fault, log, subject, seq, hour, detail } of faults) {
      const at = [log, subject, seq === undefined ? '' : `row ${seq}`, detail, hour && `checkpoint of ${hour}`]
      say({ fault, log, subject, seq, hour, detail }, `${fault}: ${at.filter(Boolean).join(', ')}`)
    }
    for (const hour of restored) say({ restored: hour }, `an older copy of the database was put back before ${hour}`)
    if (faults.length > 0) throw new Refusal('the record does not hold')
    say({ verified: rows, checkpoints }, `${rows} rows verified, ${checkpoints} checkpoints`)
  },
}
