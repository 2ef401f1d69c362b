import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type Command, Refusal, visit, WrongWords } from '#app/console/command.ts'
import { noMore } from '#app/console/typed.ts'
import { CALL_LIMITS } from '#workflows/channels/hotline/call-file.ts'
import { takeFile } from '#workflows/channels/take-file.ts'

/** Takes the calls of a file by the same way in as the switchboard's imports; broken off, it is simply called again. */
export const command: Command = {
  usage: 'FILE',
  run: async (words, say) => {
    noMore(words, 1)
    const [path] = words
    if (!path) throw new WrongWords('Which file of calls?')
    const found = statSync(path, { throwIfNoEntry: false })
    if (!found?.isFile()) throw new Refusal(`There is no file ${path}.`)
    if (found.size > CALL_LIMITS.bytes) throw new Refusal(`${path} is not read: tooLarge.`)
    const file = { name: basename(path), bytes: readFileSync(path) }
    const problem = await visit((house) =>
      takeFile(house, file, (call) => say(call, [call.row, call.outcome, call.reason ?? '', call.id ?? ''].join('\t'))),
    )
    if (problem === 'columns')
      throw new Refusal(`Nobody has said what the columns of ${path} mean: /switchboard/transcripts asks.`)
    if (problem) throw new Refusal(`${path} is not read: ${problem}.`)
  },
}
