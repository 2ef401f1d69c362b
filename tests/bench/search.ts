import { monitorEventLoopDelay } from 'node:perf_hooks'
import { setFlagsFromString } from 'node:v8'
import { runInNewContext } from 'node:vm'
import { connect, disconnect } from '#db/connection.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { queryTokens } from '#workflows/protection/blind-index.ts'
import { wordIndex } from '#workflows/reading/word-index/held-index.ts'
import type { WordIndex } from '#workflows/reading/word-index/word-index.ts'
import { fill } from './fill.ts'
import { COMMON, RARE } from './sentences.ts'
import { serve } from './served.ts'
import { type Figures, round, tell } from './told.ts'
import { visitHouse } from './visit.ts'
import type { Words } from './words.ts'

/** With its sentences a filled case has as many pairs of letters as a report of 250 characters. */
const MORE = 190
const PAIRS = 500_000
const TIMES = 20

/** How long a process takes to read the whole search index at its start, what it keeps of it in memory, and how fast it answers. */
export async function search({ quick, full }: Words): Promise<void> {
  const folder = freshFolder()
  const served = await serve(folder.path, { env: { WORKERS: '1' } })
  const { house, ownerUrl, close } = await visitHouse(folder.path)
  try {
    const rows: Figures[] = []
    for (const size of [1_000, ...(quick ? [10_000] : [100_000]), ...(full ? [1_000_000] : [])]) {
      await fill(house, ownerUrl, size, () => Array.from({ length: MORE }, somePair))
      const db = connect(ownerUrl, { max: 2 })
      rows.push({ cases: size, ...(await measured(() => whole({ ...house, db }), house.keys)) })
      await disconnect(db)
    }
    tell('search', rows)
  } finally {
    await close()
    await served.stop()
    folder.remove()
  }
}

/** Few pairs are in many texts, most in few: as often as the square of a random number is small. */
const somePair = () => Math.floor(PAIRS * Math.random() ** 3)

async function whole(house: Parameters<typeof wordIndex>[0]): Promise<WordIndex> {
  for (;;) {
    const index = await wordIndex(house)
    if (index) return index
  }
}

async function measured(read: () => Promise<WordIndex>, keys: Parameters<typeof queryTokens>[0]): Promise<Figures> {
  const before = memory()
  const stalls = monitorEventLoopDelay({ resolution: 5 })
  stalls.enable()
  const begun = performance.now()
  const index = await read()
  const seconds = (performance.now() - begun) / 1000
  stalls.disable()
  const after = memory()
  const some = [...index.newestWith(queryTokens(keys, RARE), false, null)][0] ?? ''
  const first = (tokens: readonly number[]) => index.newestWith(tokens, false, null).next()
  return {
    'read, s': round(seconds, 2),
    'longest stall, ms': round(stalls.max / 1e6),
    'off the heap, MB': round(after.arrayBuffers - before.arrayBuffers),
    'heap, MB': round(after.heapUsed - before.heapUsed),
    'rare, ms': median(() => first(queryTokens(keys, RARE))),
    'a tenth, ms': median(() => first(queryTokens(keys, COMMON))),
    'a pair of most, ms': median(() => first([0])),
    'alike, ms': median(() => index.likest(some, 0.3, 300)),
  }
}

setFlagsFromString('--expose_gc')
const collect: () => void = runInNewContext('gc')

function memory() {
  collect()
  const { arrayBuffers, heapUsed } = process.memoryUsage()
  return { arrayBuffers: arrayBuffers / 2 ** 20, heapUsed: heapUsed / 2 ** 20 }
}

function median(work: () => unknown): number {
  const taken = Array.from({ length: TIMES }, () => {
    const begun = performance.now()
    work()
    return performance.now() - begun
  })
  return round(taken.sort((one, other) => one - other)[TIMES / 2] ?? 0, 2)
}
