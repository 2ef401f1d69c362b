import { readdirSync, readFileSync } from 'node:fs'
import { setTimeout } from 'node:timers/promises'
import { freshFolder } from '#tests/world/folder.ts'
import { drive, type Shot } from './load.ts'
import { reports } from './posted.ts'
import { type Served, serve } from './served.ts'
import { round, tell } from './told.ts'
import { visitHouse } from './visit.ts'
import type { Words } from './words.ts'

const TARGET_MB = 380
/** More than this over the last half is growth, less is the garbage collector's breathing. */
const GROWTH_MB = 15
const SAMPLE_MS = 2000
const PAGES: Shot[] = ['/', '/report', '/follow', '/about'].map((path) => ({ path }))

type Sample = { at: number; mb: number }

/** PSS of web and worker (two processes, as a real town runs them): idle, then under pages and reports; its slope. */
export async function memory({ quick, minutes }: Words): Promise<void> {
  const folder = freshFolder()
  const served = await serve(folder.path, { env: { WORKERS: '1' } })
  const { house, close } = await visitHouse(folder.path)
  try {
    await setTimeout(quick ? 2000 : 15_000)
    const idle = pss(served)
    const seconds = quick ? 10 : (minutes ?? 3) * 60
    const stopAt = performance.now() + seconds * 1000
    const samples: Sample[] = []
    const sampling = sample(served, stopAt, samples)
    const visitors = drive(served.port, {
      clients: 4,
      seconds,
      next: () => PAGES[Math.floor(Math.random() * PAGES.length)],
    })
    let sent = 0
    while (performance.now() < stopAt) {
      const some = await reports(house, 50)
      const left = (stopAt - performance.now()) / 1000
      if (left > 0) sent += (await drive(served.port, { clients: 4, seconds: left, next: () => some.pop() })).answered
    }
    const pages = await visitors
    await sampling
    const half = samples.slice(Math.floor(samples.length / 2))
    const perMinute = slope(half) * 60
    const grown = perMinute * (seconds / 2 / 60)
    const most = Math.max(...samples.map(({ mb }) => mb))
    tell('memory', [
      { what: 'idle', ...idle, targetMb: TARGET_MB, met: idle.mb <= TARGET_MB },
      {
        what: 'under load, most',
        mb: round(most),
        processes: idle.processes,
        targetMb: TARGET_MB,
        met: most <= TARGET_MB,
      },
      {
        what: 'growth a minute, last half',
        mb: round(perMinute, 2),
        processes: idle.processes,
        targetMb: 0,
        met: grown <= GROWTH_MB,
      },
      {
        what: 'pages and reports meanwhile',
        mb: null,
        processes: null,
        targetMb: null,
        met: null,
        pages: pages.answered,
        reports: sent,
      },
    ])
  } finally {
    await close()
    await served.stop()
    folder.remove()
  }
}

async function sample(served: Served, stopAt: number, samples: Sample[]): Promise<void> {
  const begun = performance.now()
  while (performance.now() < stopAt) {
    samples.push({ at: (performance.now() - begun) / 1000, mb: pss(served).mb })
    await setTimeout(SAMPLE_MS)
  }
}

/** Of the process and all it started, without the database. */
export function pss({ pid }: Served): { mb: number; processes: number } {
  const parents = new Map(
    readdirSync('/proc')
      .filter((name) => /^\d+$/.test(name))
      .map((name) => [Number(name), parentOf(name)]),
  )
  const family = [pid]
  for (const member of family) for (const [child, parent] of parents) if (parent === member) family.push(child)
  const ours = family.filter((member) => /(^|\/)node$/.test(commandOf(member)))
  const kilobytes = ours.map((member) => Number(/^Pss:\s+(\d+)/m.exec(read(`/proc/${member}/smaps_rollup`))?.[1] ?? 0))
  return { mb: round(kilobytes.reduce((sum, each) => sum + each, 0) / 1024), processes: ours.length }
}

const parentOf = (pid: string) => Number(/\) \S (\d+)/.exec(read(`/proc/${pid}/stat`))?.[1] ?? 0)
const commandOf = (pid: number) => read(`/proc/${pid}/cmdline`).split('\0')[0] ?? ''
function read(path: string): string {
  try {
    return readFileSync(path, 'utf8')
  } catch {
    // ended meanwhile
    return ''
  }
}

/** Of the straight line nearest to the samples, in MB for one of what `at` counts. */
export function slope(samples: readonly Sample[]): number {
  const mean = (of: keyof Sample) => samples.reduce((sum, each) => sum + each[of], 0) / samples.length
  const [middle, mb] = [mean('at'), mean('mb')]
  const along = samples.reduce((sum, each) => sum + (each.at - middle) * (each.mb - mb), 0)
  return (
    along /
    Math.max(
      1,
      samples.reduce((sum, each) => sum + (each.at - middle) ** 2, 0),
    )
  )
}
