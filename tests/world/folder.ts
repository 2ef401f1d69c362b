import { chmodSync, chownSync, mkdtempSync, rmSync } from 'node:fs'
import { tmpdir } from 'node:os'
import { join } from 'node:path'

/** An empty folder that other users may pass through, belonging to `user` where one is given. */
export function freshFolder(user: { uid: number; gid: number } | null = null): { path: string; remove(): void } {
  const path = mkdtempSync(join(tmpdir(), 'huiyin-test-'))
  chmodSync(path, 0o711)
  if (user) chownSync(path, user.uid, user.gid)
  return { path, remove: () => rmSync(path, { recursive: true, force: true }) }
}
