/** `npm start`: builds the site where its sources changed since, then runs it in a process that is started anew where it dies. */
import { spawnSync } from 'node:child_process'
import { createHash } from 'node:crypto'
import { existsSync, readdirSync, readFileSync, statSync, writeFileSync } from 'node:fs'
import { fileURLToPath } from 'node:url'
import { supervise } from './supervise.mjs'

const root = new URL('../../', import.meta.url)
const SOURCES = [
  'app',
  'workflows',
  'db',
  'public',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const bundle = new URL('build/server/index.js', root)
const stamp = new URL('build/built-from', root)

process.chdir(fileURLToPath(root))
process.env.NODE_ENV ??= 'production'

const does = process.argv[2]
if (does === undefined) {
  buildIfChanged()
  process.exitCode = await supervise(fileURLToPath(import.meta.url))
} else {
  const { main, work } = await import(bundle.href)
  await (does === 'worker' ? work() : main())
}

function buildIfChanged() {
  const sources = fingerprint()
  const built = existsSync(bundle) && existsSync(stamp) ? readFileSync(stamp, 'utf8') : null
  if (built !== sources) build(sources)
}

function build(sources) {
  console.log('building …')
  const remix = fileURLToPath(new URL('node_modules/@remix-run/dev/dist/cli.js', root))
  const env = { ...process.env, NODE_ENV: 'production' }
  const { status, stdout, stderr } = spawnSync(process.execPath, [remix, 'vite:build'], { env, encoding: 'utf8' })
  if (status !== 0) {
    console.error(`${stdout}\n${stderr}\nThe site could not be built.`)
    process.exit(1)
  }
  writeFileSync(stamp, sources)
}

/** Of every source's path, size and time: what changed is built anew, what did not is not read. */
function fingerprint() {
  const hash = createHash('sha256').update(process.version)
  for (const path of SOURCES.flatMap(filesUnder)) {
    const { size, mtimeMs } = statSync(path)
    hash.update(`${path}\n${size}\n${mtimeMs}\n`)
  }
  return hash.digest('hex')
}

function filesUnder(path) {
  if (!statSync(path).isDirectory()) return [path]
  return readdirSync(path, { withFileTypes: true })
    .sort((a, b) => (a.name < b.name ? -1 : 1))
    .flatMap((entry) => filesUnder(`${path}/${entry.name}`))
}
