import { setTimeout } from 'node:timers/promises'
import { ready, textMail } from './mails.ts'
import { deliver } from './peers.ts'
import { type Figures, quantile, round } from './told.ts'

const PAGES = ['/', '/report']
const PEERS = 16
/** A visitor asks for the next page so long after the last one came, in milliseconds. */
const BETWEEN = 50
/** Until a page is as quick as it gets. */
const WARM = 40

/**
 * How long pages take before and while `mails` mails flood in, in one run: stated as times as long, since what a
 * machine does in a millisecond says nothing about the next one.
 */
export async function flood(port: number, listen: number, { mails, seconds }: { mails: number; seconds: number }) {
  const some = ready(mails, textMail)
  await visit(port, (visits) => visits < WARM)
  const end = performance.now() + seconds * 1000
  const before = await visit(port, () => performance.now() < end)
  let isComing = true
  const begun = performance.now()
  const coming = deliver(listen, { peers: PEERS, seconds: 3600, next: () => some.pop() }).finally(() => {
    isComing = false
  })
  const [during] = await Promise.all([visit(port, () => isComing), coming])
  const took = (performance.now() - begun) / 1000
  return PAGES.map((page): Figures => {
    const [quiet, loud] = [before.get(page) ?? [], during.get(page) ?? []]
    const times = (share: number) => round(quantile(loud, share) / quantile(quiet, share), 2)
    return {
      what: `${page} while ${mails} mails come in`,
      perSecond: round(mails / took),
      p50Before: round(quantile(quiet, 0.5)),
      p50: round(quantile(loud, 0.5)),
      timesP50: times(0.5),
      p95Before: round(quantile(quiet, 0.95)),
      p95: round(quantile(loud, 0.95)),
      timesP95: times(0.95),
      visits: `${quiet.length} and ${loud.length}`,
    }
  })
}

/** One visitor who goes from page to page as long as `goesOn`; milliseconds to the last byte, by page. Throws at an answer other than 200. */
async function visit(port: number, goesOn: (visits: number) => boolean): Promise<Map<string, number[]>> {
  const times = new Map<string, number[]>(PAGES.map((page) => [page, []]))
  for (let visits = 0; goesOn(visits); visits += 1) {
    const page = PAGES[visits % PAGES.length] ?? '/'
    const begun = performance.now()
    const answer = await fetch(`http://127.0.0.1:${port}${page}`)
    await answer.arrayBuffer()
    if (answer.status !== 200) throw new Error(`${page} answered ${answer.status}`)
    times.get(page)?.push(performance.now() - begun)
    await setTimeout(BETWEEN)
  }
  return times
}
