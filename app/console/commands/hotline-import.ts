import { readFileSync, statSync } from 'node:fs'
import { basename } from 'node:path'
import { type Command, Refusal, visit, WrongWords } from '#app/console/command.ts'
import { noMore } from '#app/console/typed.ts'
import { rememberedColumns } from '#workflows/channels/call-columns.ts'
import { readCallsApart } from '#workflows/channels/hotline/calls-apart.ts'
import { CALL_LIMITS } from '#workflows/channels/hotline/calls-in-file.ts'
import { takeCall } from '#workflows/channels/take-call.ts'

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
    const bytes = readFileSync(path)
    await visit(async (house) => {
      const read = await readCallsApart(bytes, basename(path), rememberedColumns(house))
      if ('problem' in read) throw new Refusal(`${path} is not read: ${read.problem}.`)
      if ('unknown' in read)
        throw new Refusal(`Nobody has said what the columns of ${path} mean: /switchboard/transcripts asks.`)
      for (const { row, call, problem } of read.calls) {
        const taken = await takeCall(house, { call: { ...call, problem }, source: 'import' })
        const reason = taken.outcome === 'refused' ? taken.reason : null
        const id = taken.outcome === 'refused' ? null : taken.id
        say({ row, outcome: taken.outcome, reason, id }, [row, taken.outcome, reason ?? '', id ?? ''].join('\t'))
      }
    })
  },
}
