import { spawnSync } from 'node:child_process'
import { readFileSync, statSync } from 'node:fs'

/** The system user the database runs as. PostgreSQL refuses to run as root. */
export type Account = { uid: number; gid: number; name: string }

/** Who a new database shall run as: `null` means as ourselves; as root it is `postgres`, else `nobody`. Throws where neither exists. */
export function chooseAccount(): Account | null {
  if (process.getuid?.() !== 0) return null
  const account = findAccount('postgres') ?? findAccount('nobody')
  if (!account) throw new Error('Running as root, and there is no user "postgres" or "nobody" to run the database as.')
  return account
}

/** Who an existing database runs as: the owner of its data, so that a town begun by an ordinary user also opens for root. */
export function ownerOf(folder: string): Account | null {
  const { uid, gid } = statSync(folder)
  if (uid === process.getuid?.()) return null
  if (process.getuid?.() !== 0)
    throw new Error(`The database in ${folder} belongs to another user; start as that user.`)
  return { uid, gid, name: `user ${uid}` }
}

/** Whether `account` can pass through the folder (or run the file) at `path`: asked of the system itself, as that user. */
export function canPass(account: Account | null, path: string): boolean {
  if (!account) return true
  return spawnSync('test', ['-x', path], { uid: account.uid, gid: account.gid, stdio: 'ignore', cwd: '/' }).status === 0
}

/** The user of this name, from the system's own list. */
export function findAccount(name: string): Account | null {
  const line = readFileSync('/etc/passwd', 'utf8')
    .split('\n')
    .find((entry) => entry.startsWith(`${name}:`))
  const [, , uid, gid] = line?.split(':') ?? []
  return uid && gid ? { uid: Number(uid), gid: Number(gid), name } : null
}
