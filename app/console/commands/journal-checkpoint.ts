import { type Command, Refusal, visit, WrongWords } from '#app/console/command.ts'
import { CheckpointFileError } from '#workflows/audit/checkpoint-file.ts'
import { makeCheckpoint } from '#workflows/audit/make-checkpoint.ts'

/** A checkpoint of the record, now; the worker makes one an hour. `--restored`: after an older copy of the database was put back. */
export const command: Command = {
  usage: '[--restored]',
  run: async (words, say) => {
    if (words.length > 1 || (words.length === 1 && words[0] !== '--restored')) throw new WrongWords('Only --restored.')
    const size = await visit((house) => makeCheckpoint(house, { restored: words.length === 1 })).catch(
      (error: unknown) => {
        throw error instanceof CheckpointFileError ? new Refusal(error.message) : error
      },
    )
    if (size === null) throw new Refusal('Another process is making a checkpoint.')
    say({ leaves: size }, `the checkpoint of ${size} leaves is signed and kept`)
  },
}
