import { CipherError } from '#workflows/protection/cipher.ts'

/**
 * Reads something of several cases at once, and where one of them does not open, of each by itself: one case that cannot
 * be read stands in nobody's way.
 */
export async function readEach<Said>(
  ids: readonly string[],
  read: (ids: readonly string[]) => Promise<(id: string) => Said>,
): Promise<(id: string) => Said | 'unreadable'> {
  try {
    return await read(ids)
  } catch (error) {
    if (!(error instanceof CipherError)) throw error
    if (ids.length < 2) return () => 'unreadable'
  }
  const each = new Map<string, (id: string) => Said | 'unreadable'>()
  for (const id of ids) each.set(id, await readEach([id], read))
  return (id) => each.get(id)?.(id) ?? 'unreadable'
}
