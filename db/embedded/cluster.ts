import { spawnSync } from 'node:child_process'
import { randomBytes } from 'node:crypto'
import {
  chmodSync,
  chownSync,
  existsSync,
  lstatSync,
  mkdirSync,
  readFileSync,
  realpathSync,
  renameSync,
  rmSync,
  symlinkSync,
  writeFileSync,
} from 'node:fs'
import { join, resolve } from 'node:path'
import { type Account, canPass, chooseAccount, ownerOf } from './account.ts'
import { type Binaries, binariesFor } from './binaries.ts'
import { PLAIN_ENVIRONMENT } from './configuration.ts'

/** The bootstrap login: owns every table. */
export const OWNER = 'huiyin_owner'

/** A database on disk: its data, the folder of its socket (null where the path is too long for one), its owner's password. */
export type Cluster = {
  data: string
  socket: string | null
  log: string
  password: string
  account: Account | null
  binaries: Binaries
}

/** A socket's path has room for 107 bytes, of which the file name takes 16. */
const LONGEST_SOCKET_FOLDER = 90

/**
 * The database of `dataDir`, made there at first. `dataDir/postgres` is its folder, or a link to it where the
 * database's user cannot enter `dataDir`. It appears whole or not at all, so two first starts at once share one.
 */
export function openCluster(dataDir: string, say: (line: string) => void): Cluster {
  const place = join(resolve(dataDir), 'postgres')
  if (!lstatSync(place, { throwIfNoEntry: false })) createCluster(resolve(dataDir), place, say)
  if (!existsSync(join(place, 'data', 'PG_VERSION'))) throw new Error(`The database folder behind ${place} is gone.`)
  const folder = realpathSync(place)
  const data = join(folder, 'data')
  const socket = join(folder, 'socket')
  const account = ownerOf(data)
  return {
    data,
    socket: Buffer.byteLength(socket) <= LONGEST_SOCKET_FOLDER ? socket : null,
    log: join(folder, 'postgres.log'),
    password: readFileSync(join(folder, 'password'), 'utf8').trim(),
    account,
    binaries: binariesFor(account, folder, say),
  }
}

function createCluster(dataDir: string, place: string, say: (line: string) => void): void {
  const account = chooseAccount()
  mkdirSync(dataDir, { recursive: true, mode: account ? 0o711 : 0o700 })
  const inside = canPass(account, dataDir)
  const name = randomBytes(6).toString('hex')
  const folder = inside ? `${place}.${name}` : `/var/lib/huiyin-${name}`
  if (!inside) say(`The database is kept in ${folder}: its user ${account?.name} cannot enter ${dataDir}.`)
  try {
    fill(folder, account, binariesFor(account, folder, say))
    if (inside) renameSync(folder, place)
    else symlinkSync(folder, place)
  } catch (error) {
    rmSync(folder, { recursive: true, force: true })
    // another first start was quicker: its database is the one
    if (!lstatSync(place, { throwIfNoEntry: false })) throw error
  }
}

function fill(folder: string, account: Account | null, binaries: Binaries): void {
  const password = randomBytes(24).toString('base64url')
  makeFolder(folder, account ? 0o711 : 0o700, null)
  for (const inner of ['data', 'socket']) makeFolder(join(folder, inner), 0o700, account)
  writeFileSync(join(folder, 'password'), `${password}\n`, { mode: 0o600, flush: true })
  const shown = join(folder, 'socket', 'password')
  writeFileSync(shown, `${password}\n`, { mode: 0o600 })
  if (account) chownSync(shown, account.uid, account.gid)
  const made = spawnSync(binaries.initdb, [...INITDB, '-D', join(folder, 'data'), `--pwfile=${shown}`], {
    ...(account && { uid: account.uid, gid: account.gid }),
    env: PLAIN_ENVIRONMENT,
    cwd: '/',
    encoding: 'utf8',
  })
  rmSync(shown)
  if (made.status !== 0) {
    const reason = made.error?.message ?? made.stderr.trim().replaceAll('\n', ' ')
    throw new Error(`The built-in database could not be made (${reason}): set DATABASE_URL to a PostgreSQL.`)
  }
}

/** The built-in locale sorts alike on every machine, so that no system update can spoil an index. */
const INITDB = [
  `--username=${OWNER}`,
  '--auth=scram-sha-256',
  '--encoding=UTF8',
  '--locale=C',
  '--locale-provider=builtin',
  '--builtin-locale=C.UTF-8',
  '--data-checksums',
]

function makeFolder(path: string, mode: number, owner: Account | null): void {
  mkdirSync(path, { recursive: true })
  chmodSync(path, mode)
  if (owner) chownSync(path, owner.uid, owner.gid)
}
