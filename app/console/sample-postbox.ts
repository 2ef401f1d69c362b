import { existsSync } from 'node:fs'
import type { Database } from '#db/transaction.ts'
import { hasPostboxKey } from '#workflows/audit/key-checks.ts'
import { createPostboxKey } from '#workflows/protection/postbox.ts'
import { KeyFileError } from '#workflows/protection/private-file.ts'
import type { Settings } from '#workflows/settings.ts'

/** A sample town made before it took in mail gets its postbox key; one that had a key and lost the file is not given another. */
export async function firstPostboxKey({ postboxKeyFile }: Settings, owner: Database): Promise<void> {
  if (existsSync(postboxKeyFile)) return
  if (await hasPostboxKey(owner))
    throw new KeyFileError(`There is no postbox key file ${postboxKeyFile}, but the town has one: put it back.`)
  await createPostboxKey(postboxKeyFile)
}
