import { type Command, Refusal, visit } from '#app/console/command.ts'
import { noMore } from '#app/console/typed.ts'
import { verifyJournal } from '#workflows/engine/journal.ts'

/** Walks every chain of the journal; the first position that does not hold is a refusal. */
export const command: Command = {
  usage: '',
  run: async (words, say) => {
    noMore(words, 0)
    const verdict = await visit(({ db }) => verifyJournal(db))
    if (!verdict.sound) throw new Refusal(`${verdict.subject}, row ${verdict.seq}: ${verdict.fault}`)
    say({ verified: verdict.rows }, `${verdict.rows} rows verified`)
  },
}
