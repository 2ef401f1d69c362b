import { cpSync, mkdirSync, symlinkSync } from 'node:fs'
import { join } from 'node:path'
import { freshFolder } from '#tests/world/folder.ts'
import { serve } from './served.ts'
import { median, round, tell } from './told.ts'
import type { Words } from './words.ts'

/** What an install leaves: no build, no data. */
const CHECKOUT = [
  'app',
  'workflows',
  'db',
  'public',
  'vite.config.ts',
  'package.json',
  'package-lock.json',
  'tsconfig.json',
]
const TARGET_SECOND_MS = 2500

/** Time to `/readyz`: the first start after an install once, then starts with the build and the data there. */
export async function start({ quick }: Words): Promise<void> {
  const folder = freshFolder()
  const root = join(folder.path, 'checkout')
  const data = join(folder.path, 'data')
  try {
    mkdirSync(root)
    for (const name of CHECKOUT) cpSync(name, join(root, name), { recursive: true })
    symlinkSync(join(process.cwd(), 'node_modules'), join(root, 'node_modules'))
    const begin = async () => {
      const { readyMs, stop } = await serve(data, { root })
      await stop()
      return Math.round(readyMs)
    }
    const first = await begin()
    const later: number[] = []
    while (later.length < (quick ? 1 : 5)) later.push(await begin())
    const second = round(median(later), 0)
    tell('start', [
      { what: 'first start after install', readyMs: first, targetMs: null, met: null, all: String(first) },
      {
        what: 'second start',
        readyMs: second,
        targetMs: TARGET_SECOND_MS,
        met: second <= TARGET_SECOND_MS,
        all: later.join(' '),
      },
    ])
  } finally {
    folder.remove()
  }
}
