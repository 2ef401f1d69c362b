import { existsSync, lstatSync } from 'node:fs'
import { writeFile } from 'node:fs/promises'
import { join } from 'node:path'
import { createKeys, loadKeys, type Keys } from '#workflows/protection/keys.ts'
import { KeyFileError } from '#workflows/protection/private-file.ts'
import type { Settings } from '#workflows/settings.ts'
import { generatePassphrase } from '#workflows/vault/ceremony.ts'
import { accountsFile } from './sample-accounts.ts'

/** Whether a town was made here before. */
export const holdsTown = ({ dataDir }: Settings): boolean =>
  lstatSync(join(dataDir, 'postgres'), { throwIfNoEntry: false }) !== undefined

/**
 * The sample town's keys, made at its first start; the three custodians' passphrases are kept with the accounts. Throws
 * KeyFileError where there is a town and no key file: other keys would open nothing of it.
 */
export async function firstKeys(settings: Settings, say: (line: string) => void): Promise<Keys> {
  if (existsSync(settings.keysFile)) return loadKeys(settings.keysFile)
  if (holdsTown(settings))
    throw new KeyFileError(
      `There is no key file ${settings.keysFile}, but there is a town in ${settings.dataDir}: put its key file back.`,
    )
  const custodians = [generatePassphrase(), generatePassphrase(), generatePassphrase()] as const
  say('making the keys of the sample town …')
  const keys = await createKeys(settings.keysFile, { custodians })
  const lines = custodians.map((passphrase, place) => `custodian ${place + 1}  ${passphrase}`)
  await writeFile(accountsFile(settings), `${lines.join('\n')}\n`, { mode: 0o600 })
  return keys
}
