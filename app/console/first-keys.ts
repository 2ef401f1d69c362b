import { existsSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { createKeys, loadKeys, type Keys } from '#workflows/protection/keys.ts'
import { createPostboxKey } from '#workflows/protection/postbox.ts'
import type { Settings } from '#workflows/settings.ts'
import { generatePassphrase } from '#workflows/vault/ceremony.ts'
import { accountsFile } from './sample-accounts.ts'

/** The sample town's keys, made at its first start; the three custodians' passphrases are kept with the accounts. */
export async function firstKeys(settings: Settings, say: (line: string) => void): Promise<Keys> {
  // a town made before it took in mail has none yet
  if (!existsSync(settings.postboxKeyFile)) await createPostboxKey(settings.postboxKeyFile)
  if (existsSync(settings.keysFile)) return loadKeys(settings.keysFile)
  const custodians = [generatePassphrase(), generatePassphrase(), generatePassphrase()] as const
  say('making the keys of the sample town …')
  const keys = await createKeys(settings.keysFile, { custodians })
  const lines = custodians.map((passphrase, place) => `custodian ${place + 1}  ${passphrase}`)
  await writeFile(accountsFile(settings), `${lines.join('\n')}\n`, { mode: 0o600 })
  return keys
}
