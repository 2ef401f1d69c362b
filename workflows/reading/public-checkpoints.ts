import { readNewestCheckpoints } from '#workflows/audit/checkpoint-file.ts'
import type { House } from '#workflows/house.ts'
import { checkpointKey } from '#workflows/protection/checkpoint-key.ts'

/** A week of hours. */
const MOST = 168

/**
 * The newest signed roots for anyone to keep: hour, root and signature. Never how many rows a tree has, which would tell
 * in which hour a report came; there is one an hour, whether or not anything was recorded. Null where none is made.
 */
export async function publicCheckpoints({ keys, settings }: House) {
  if (!keys.checkpoint) return null
  const newest = await readNewestCheckpoints(settings.checkpointFile, MOST)
  return {
    algorithm: 'Ed25519',
    publicKey: checkpointKey(keys).publicKey.toString('base64'),
    signs: 'huiyin checkpoint 1\n{hour}\n{root}\n, and "restored\n" after it where restored is true',
    checkpoints: newest.toReversed().map(({ hour, root, restored, signature }) => ({
      hour: hour.toISOString(),
      root: root.toString('base64'),
      restored,
      signature: signature.toString('base64'),
    })),
  }
}
