import { freshFolder } from '#tests/world/folder.ts'
import { slowClients } from '#tests/world/slow-clients.ts'
import { drive, type Rate } from './load.ts'
import { reports } from './posted.ts'
import { serve } from './served.ts'
import { median, round, tell } from './told.ts'
import { visitHouse } from './visit.ts'
import type { Words } from './words.ts'

const SLOW = 200
/** Honest people at once: few, so that what is measured is how long one waits, and not a flood. */
const CLIENTS = 2
/** A round ends early where its reports are used up, and its times still hold. */
const SHOTS = { report: 400, photo: 100 }

/** How long a report takes, with a photo and without, while slow clients hang on the site, beside the same without them. */
export async function slow({ quick }: Words): Promise<void> {
  const folder = freshFolder()
  const served = await serve(folder.path, { env: { WORKERS: '1' } })
  const { house, close } = await visitHouse(folder.path)
  try {
    const [rounds, seconds] = quick ? [1, 4] : [3, 15]
    const round = async (photo: boolean) => {
      const shots = await reports(house, photo ? SHOTS.photo : SHOTS.report, { photo })
      return drive(served.port, { clients: CLIENTS, seconds, next: () => shots.pop() })
    }
    await round(false)
    await round(true)
    const measured = { report: [] as Pair[], photo: [] as Pair[] }
    for (let turn = 0; turn < rounds; turn += 1)
      for (const kind of ['report', 'photo'] as const) {
        const alone = await round(kind === 'photo')
        const slow = await slowClients(served.port, SLOW)
        // what they ask for at first is answered by then
        await round(kind === 'photo')
        const among = await round(kind === 'photo')
        slow.end()
        measured[kind].push({ alone, among })
      }
    tellRatios(measured)
  } finally {
    await close()
    await served.stop()
    folder.remove()
  }
}

type Pair = { alone: Rate; among: Rate }
function tellRatios(measured: Record<'report' | 'photo', Pair[]>): void {
  const rows = (['report', 'photo'] as const).map((kind) => {
    const p95 = (which: keyof Pair) => median(measured[kind].map((pair) => pair[which].p95))
    const ratios = measured[kind].map(({ alone, among }) => round(among.p95 / alone.p95, 2))
    return {
      what: kind === 'photo' ? 'report with 1 MB photo' : 'report',
      slowClients: SLOW,
      p95ms: round(p95('alone')),
      p95msAmongSlow: round(p95('among')),
      ratio: median(ratios),
      aim: 3,
      rounds: ratios.join(' '),
    }
  })
  tell('slow', rows)
}
