import type { Command } from '#app/console/command.ts'
import { noMore } from '#app/console/typed.ts'
import { createKeys } from '#workflows/protection/keys.ts'
import { readSettings } from '#workflows/settings.ts'
import { generatePassphrase } from '#workflows/vault/ceremony.ts'

/** The key file, and one passphrase for each of the three custodians: shown this once, kept nowhere. */
export const command: Command = {
  usage: '',
  run: async (words, say) => {
    noMore(words, 0)
    const { keysFile } = readSettings()
    const custodians = [generatePassphrase(), generatePassphrase(), generatePassphrase()] as const
    await createKeys(keysFile, { custodians })
    const lines = [
      `keys made: ${keysFile} (keep a copy apart from every backup of the database)`,
      'one passphrase for each custodian, shown this once:',
      ...custodians.map((passphrase, place) => `  custodian ${place + 1}  ${passphrase}`),
    ]
    say({ keysFile, custodians }, lines.join('\n'))
  },
}
