import { spawn } from 'node:child_process'
import { once } from 'node:events'
import { sql } from 'kysely'
import { freshFolder } from '#tests/world/folder.ts'
import { drive, type Rate, type Shot } from './load.ts'
import { reports } from './posted.ts'
import { freePort, serve } from './served.ts'
import { median, round, tell } from './told.ts'
import { visitHouse } from './visit.ts'
import type { Words } from './words.ts'

const CLIENTS = 16
/** A round that runs out of solved challenges ends early, and its rate still holds. */
const MOST_A_SECOND = { report: 700, photo: 80 }
const TEXT = Buffer.from('每周五下午都要把同一份清单按三个口径报三次，'.repeat(12).slice(0, 250))
const STORED: Shot = { path: '/', headers: { 'Content-Type': 'text/plain' }, body: TEXT }
const PLAINEST: Shot = { path: '/follow' }

/** Reports acknowledged in a second, each round beside the floor's and the plainest page's. */
export async function submit({ quick }: Words): Promise<void> {
  const folder = freshFolder()
  const served = await serve(folder.path, { env: { WORKERS: '1' } })
  const { house, close } = await visitHouse(folder.path)
  const floor = await startFloor(folder.path)
  try {
    const [rounds, seconds] = quick ? [1, 4] : [3, 20]
    const round = (port: number, shots: Shot | Shot[], length = seconds) =>
      drive(port, {
        clients: CLIENTS,
        seconds: length,
        next: () => (Array.isArray(shots) ? shots.pop() : shots),
      })
    const measured = { floor: [] as Rate[], report: [] as Rate[], page: [] as Rate[], photo: [] as Rate[] }
    const before = await storedReports()
    const warm = await round(served.port, await reports(house, 200), 5)
    await round(floor.port, STORED, 2)
    await round(served.port, PLAINEST, 2)
    for (let turn = 0; turn < rounds; turn++) {
      const [plain, photos] = [
        await reports(house, MOST_A_SECOND.report * seconds),
        await reports(house, MOST_A_SECOND.photo * Math.min(seconds, 5), { photo: true }),
      ]
      measured.floor.push(await round(floor.port, STORED))
      measured.report.push(await round(served.port, plain))
      measured.page.push(await round(served.port, PLAINEST))
      measured.photo.push(await round(served.port, photos))
    }
    const acknowledged = [warm, ...measured.report, ...measured.photo].reduce((sum, { answered }) => sum + answered, 0)
    const stored = (await storedReports()) - before
    if (stored !== acknowledged) throw new Error(`${acknowledged} were acknowledged and ${stored} stored`)
    tellRates(measured)
  } finally {
    await floor.stop()
    await close()
    await served.stop()
    folder.remove()
  }

  async function storedReports(): Promise<number> {
    const { rows } = await sql<{ count: number }>`select count(*)::int as count from report`.execute(house.db)
    return rows[0]?.count ?? 0
  }
}

function tellRates(measured: Record<'floor' | 'report' | 'page' | 'photo', Rate[]>): void {
  const of = (rates: Rate[], what: keyof Rate) => round(median(rates.map((rate) => rate[what])))
  const names = {
    floor: 'floor: two rows',
    page: `plainest page ${PLAINEST.path}`,
    report: 'report',
    photo: 'report with 1 MB photo',
  }
  const [floor, page] = [of(measured.floor, 'perSecond'), of(measured.page, 'perSecond')]
  const rows = (['floor', 'page', 'report', 'photo'] as const).map((kind) => {
    const perSecond = of(measured[kind], 'perSecond')
    return {
      what: names[kind],
      perSecond,
      p50ms: of(measured[kind], 'p50'),
      p99ms: of(measured[kind], 'p99'),
      ofFloor: round(perSecond / floor, 3),
      ofPage: round(perSecond / page, 3),
      rounds: measured[kind].map((rate) => rate.perSecond).join(' '),
    }
  })
  tell('submit', rows)
}

async function startFloor(dataDir: string) {
  const port = await freePort()
  const words = ['--import', 'tsx', 'tests/bench/floor.ts', dataDir, String(port)]
  const child = spawn(process.execPath, words, {
    stdio: ['ignore', 'pipe', 'inherit'],
    env: { ...process.env, NODE_ENV: 'production' },
  })
  await once(child.stdout, 'data')
  const stop = async () => {
    child.kill('SIGTERM')
    await once(child, 'exit')
  }
  return { port, stop }
}
