import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import type { Command } from '#app/console/command.ts'
import { noMore } from '#app/console/typed.ts'
import { databasePassword, loadKeys } from '#workflows/protection/keys.ts'
import { readSettings } from '#workflows/settings.ts'

/** Tables, logins and their rights. The keys must exist: the logins' passwords come from them. */
export const command: Command = {
  usage: '',
  run: async (words, say) => {
    noMore(words, 0)
    const settings = readSettings()
    const keys = loadKeys(settings.keysFile)
    const embedded = settings.databaseUrl === null ? await startEmbedded(settings.dataDir, { as: 'visit' }) : null
    try {
      const passwords = { app: databasePassword(keys, 'app'), vault: databasePassword(keys, 'vault') }
      const { applied } = await migrate(settings.databaseUrl ?? embedded?.url ?? '', passwords)
      const done = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['nothing to apply']
      say({ applied }, [...done, 'logins and rights are set'].join('\n'))
    } finally {
      await embedded?.stop()
    }
  },
}
