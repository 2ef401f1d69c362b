import { existsSync } from 'node:fs'
import { KeyFileError } from '#workflows/protection/private-file.ts'
import { loadPostboxKey, type PostboxKey } from '#workflows/protection/postbox.ts'
import type { Settings } from '#workflows/settings.ts'

/**
 * The key to where reporters by mail are told of news; null in a town without one that takes no mail in either. Throws
 * KeyFileError, the one line for the operator, where it is needed and missing, or there and not to be trusted.
 */
export function postboxKeyOf({ postboxKeyFile, mailboxUrl, mailListen }: Settings): PostboxKey | null {
  if (existsSync(postboxKeyFile)) return loadPostboxKey(postboxKeyFile)
  if (!mailboxUrl && !mailListen) return null
  throw new KeyFileError(`There is no postbox key file ${postboxKeyFile}: huiyin keys create makes it.`)
}
