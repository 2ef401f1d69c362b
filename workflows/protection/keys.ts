import { createHmac, randomBytes } from 'node:crypto'
import { z } from 'zod'
import { holdCeremony, type Passphrases, vaultBlock } from '#workflows/vault/ceremony.ts'
import { keyBytes } from './key-bytes.ts'
import { KeyFileError, readPrivately, replacePrivately, writePrivately } from './private-file.ts'

const LENGTH = 32

/** The key file, format 1. `master` keeps every version: new data keys are wrapped by `current`, old ones still open. */
const keyFile = z.strictObject({
  format: z.literal(1),
  master: z
    .strictObject({
      current: z.int().min(1).max(255),
      versions: z.record(z.string().regex(/^[1-9]\d{0,2}$/), keyBytes(LENGTH)),
    })
    .refine(({ current, versions }) => versions[current] !== undefined, 'the current master key is missing'),
  receipt: keyBytes(LENGTH),
  search: keyBytes(LENGTH),
  form: keyBytes(LENGTH),
  session: keyBytes(LENGTH),
  staff: keyBytes(LENGTH),
  database: keyBytes(LENGTH),
  vault: vaultBlock.nullable(),
  /** the seed that checkpoints of the record are signed with; a file from before there were any has none */
  checkpoint: keyBytes(LENGTH).optional(),
})

/** Every secret of the house, by name. Lives in one file outside the database, never in its backup. */
export type Keys = z.infer<typeof keyFile>

/**
 * Makes a fresh key file, readable by its owner alone. `custodians`: one passphrase for each of the three,
 * or null for a town without a vault yet, where no contact can be left.
 * Throws KeyFileError if the file exists: overwriting keys would lose everything sealed under them.
 */
export async function createKeys(file: string, { custodians }: { custodians: Passphrases | null }): Promise<Keys> {
  const fresh = () => randomBytes(LENGTH)
  const keys: Keys = {
    format: 1,
    master: { current: 1, versions: { '1': fresh() } },
    receipt: fresh(),
    search: fresh(),
    form: fresh(),
    session: fresh(),
    staff: fresh(),
    database: fresh(),
    vault: custodians && (await holdCeremony(custodians)),
    checkpoint: fresh(),
  }
  await writePrivately(file, z.encode(keyFile, keys))
  return keys
}

/** Adds the checkpoint key to a file that has none. Answers with whether it did. */
export async function addCheckpointKey(file: string): Promise<boolean> {
  const keys = loadKeys(file)
  if (keys.checkpoint) return false
  await replacePrivately(file, z.encode(keyFile, { ...keys, checkpoint: randomBytes(LENGTH) }))
  return true
}

/** Reads the key file. Throws KeyFileError if it is missing, readable by group or world, or damaged. */
export function loadKeys(file: string): Keys {
  const parsed = keyFile.safeParse(readPrivately(file))
  if (parsed.success) return parsed.data
  const where = parsed.error.issues.map((issue) => issue.path.join('.') || 'the whole file').join(', ')
  throw new KeyFileError(`The key file ${file} is damaged or not of this version: ${where}.`)
}

/** The password of a database login, derived so that it needs no setting of its own. */
export const databasePassword = (keys: Pick<Keys, 'database'>, role: 'app' | 'vault'): string =>
  createHmac('sha256', keys.database).update(`login ${role}`).digest('base64url')

/** The key contacts are sealed to; null where no ceremony was held, and the form then asks for no contact. */
export const vaultPublicKey = (keys: Keys): Buffer | null => keys.vault?.publicKey ?? null
