import { type Command, visit } from '#app/console/command.ts'
import { noMore } from '#app/console/typed.ts'
import { rebuildSearch } from '#workflows/worker/rebuild-search.ts'

/** A line of progress for so many cases. */
const A_LINE = 1000

/** Writes the search index anew: after a restore, which brings none, and where the doctor finds cases missing. */
export const command: Command = {
  usage: '',
  run: async (words, say) => {
    noMore(words, 0)
    let told = 0
    const { generation, resumed, indexed, unreadable } = await visit((house) =>
      rebuildSearch(house, (done, of) => {
        if (done - told < A_LINE && done < of) return
        told = done
        say({ indexed: done, of }, `${done} of ${of} cases`)
      }),
    )
    const how = resumed ? 'the rebuilding that was broken off is finished' : 'the search index is written anew'
    const left = unreadable > 0 ? `; ${unreadable} of them cannot be read: huiyin doctor says more` : ''
    say({ rebuilt: indexed, generation, resumed, unreadable }, `${how}: ${indexed} cases${left}`)
  },
}
