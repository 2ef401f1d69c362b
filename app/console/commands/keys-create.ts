import { existsSync } from 'node:fs'
import type { Command } from '#app/console/command.ts'
import { noMore } from '#app/console/typed.ts'
import { addCheckpointKey, createKeys } from '#workflows/protection/keys.ts'
import { createPostboxKey } from '#workflows/protection/postbox.ts'
import { readSettings } from '#workflows/settings.ts'
import { generatePassphrase } from '#workflows/vault/ceremony.ts'

/**
 * The key files that are missing: the house's keys, with one passphrase for each of the three custodians, shown this
 * once and kept nowhere, the postbox key, and the checkpoint key of a file from before there was one. Refused where none is
 * missing.
 */
export const command: Command = {
  usage: '',
  run: async (words, say) => {
    noMore(words, 0)
    const { keysFile, postboxKeyFile } = readSettings()
    const made = {
      keys: !existsSync(keysFile),
      postbox: !existsSync(postboxKeyFile),
      checkpoint: existsSync(keysFile) && (await addCheckpointKey(keysFile)),
    }
    const custodians = [generatePassphrase(), generatePassphrase(), generatePassphrase()] as const
    // where everything is there, this is refused in its own words
    if (made.keys || !(made.postbox || made.checkpoint)) await createKeys(keysFile, { custodians })
    if (made.postbox) await createPostboxKey(postboxKeyFile)
    const lines = [
      ...(made.keys ? [`keys made: ${keysFile} (keep a copy apart from every backup of the database)`] : []),
      ...(made.checkpoint ? [`checkpoint key added to ${keysFile}: replace the copy you keep of it`] : []),
      ...(made.postbox ? [`postbox key made: ${postboxKeyFile} (the worker alone reads it)`] : []),
      ...(made.keys ? ['one passphrase for each custodian, shown this once:'] : []),
      ...(made.keys ? custodians.map((passphrase, place) => `  custodian ${place + 1}  ${passphrase}`) : []),
    ]
    const facts = {
      ...(made.keys && { keysFile, custodians }),
      ...(made.checkpoint && { checkpointKeyIn: keysFile }),
      ...(made.postbox && { postboxKeyFile }),
    }
    say(facts, lines.join('\n'))
  },
}
