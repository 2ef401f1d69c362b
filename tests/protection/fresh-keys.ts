import { mkdtemp, rm } from 'node:fs/promises'
import { tmpdir } from 'node:os'
import { join } from 'node:path'
import { createKeys, type Keys } from '#workflows/protection/keys.ts'
import { createPostboxKey, type PostboxKey } from '#workflows/protection/postbox.ts'

/** Runs `work` with an empty folder of its own, and removes it. */
export async function inFolder<T>(work: (folder: string) => Promise<T>): Promise<T> {
  const folder = await mkdtemp(join(tmpdir(), 'huiyin-'))
  try {
    return await work(folder)
  } finally {
    await rm(folder, { recursive: true })
  }
}

/** Keys of a town without custodians, as a first start makes them. */
export const freshKeys = (): Promise<Keys> =>
  inFolder((folder) => createKeys(join(folder, 'keys.json'), { custodians: null }))

export const freshPostboxKey = (): Promise<PostboxKey> =>
  inFolder((folder) => createPostboxKey(join(folder, 'postbox.json')))
