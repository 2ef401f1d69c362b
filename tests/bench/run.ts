import { deadlines } from './deadlines.ts'
import { mail } from './mail.ts'
import { memory } from './memory.ts'
import { page } from './page.ts'
import { queue } from './queue.ts'
import { slow } from './slow.ts'
import { search } from './search.ts'
import { start } from './start.ts'
import { submit } from './submit.ts'
import type { Words } from './words.ts'

/** `npm run bench -- NAME [--quick] [--full] [--minutes N]`: prints a table and a line of JSON for each figure. */
const BENCHES: Record<string, (words: Words) => Promise<void>> = {
  submit,
  mail,
  queue,
  search,
  deadlines,
  slow,
  start,
  page,
  memory,
}

const [name = '', ...rest] = process.argv.slice(2)
const bench = BENCHES[name]
const minutes = Number(rest[rest.indexOf('--minutes') + 1])
if (!bench) {
  console.error(`npm run bench -- ${Object.keys(BENCHES).join('|')} [--quick] [--full] [--minutes N]`)
  process.exit(2)
}
await bench({
  quick: rest.includes('--quick'),
  full: rest.includes('--full'),
  minutes: rest.includes('--minutes') && minutes > 0 ? minutes : null,
})
