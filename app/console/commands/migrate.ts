import { connect, disconnect } from '#db/connection.ts'
import { startEmbedded } from '#db/embedded.ts'
import { migrate } from '#db/migrate.ts'
import type { Command } from '#app/console/command.ts'
import { noMore } from '#app/console/typed.ts'
import { proveKeys } from '#workflows/audit/key-checks.ts'
import { databasePassword, type Keys, loadKeys } from '#workflows/protection/keys.ts'
import { readSettings } from '#workflows/settings.ts'

/** Tables, logins and their rights. The keys must be those of the database: the logins' passwords come from them. */
export const command: Command = {
  usage: '',
  run: async (words, say) => {
    noMore(words, 0)
    const settings = readSettings()
    const keys = loadKeys(settings.keysFile)
    const embedded = settings.databaseUrl === null ? await startEmbedded(settings.dataDir, { as: 'visit' }) : null
    try {
      const ownerUrl = settings.databaseUrl ?? embedded?.url ?? ''
      await prove(ownerUrl, keys)
      const passwords = { app: databasePassword(keys, 'app'), vault: databasePassword(keys, 'vault') }
      const { applied } = await migrate(ownerUrl, passwords)
      const done = applied.length > 0 ? applied.map((name) => `applied ${name}`) : ['nothing to apply']
      say({ applied }, [...done, 'logins and rights are set'].join('\n'))
    } finally {
      await embedded?.stop()
    }
  },
}

async function prove(ownerUrl: string, keys: Keys): Promise<void> {
  const owner = connect(ownerUrl, { max: 1 })
  await proveKeys(owner, { keys }).finally(() => disconnect(owner))
}
