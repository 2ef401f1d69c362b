import { setTimeout } from 'node:timers/promises'
import { holdAlone } from '#db/one-holder.ts'
import { visitMailbox } from '#workflows/channels/mailbox/imap.ts'
import { MINUTE, SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { failureCode } from './failure.ts'

/** Of all workers one reads the mailbox. */
const HOLDER = 'huiyin mailbox'
/** After a visit that broke off: how long to wait, twice as long each time it does so again. */
const SHORTEST = SECOND
const LONGEST = MINUTE
/** While another worker reads it. */
const WAITING = 5 * SECOND

/** Reads the mailbox until told to leave, over lost connections and lost databases, in one process of all. Never rejects. */
export async function readMailbox(
  house: House,
  {
    ownerUrl,
    url,
    take,
    leave,
    poll,
  }: {
    ownerUrl: string
    url: string
    take(raw: Buffer, how: { cut: boolean }): Promise<unknown>
    leave: AbortSignal
    poll?: number
  },
): Promise<void> {
  let pause: number = SHORTEST
  const visit = async () => {
    const held = await holdAlone(ownerUrl, HOLDER)
    if (!held) {
      pause = WAITING
      return
    }
    const ends = new AbortController()
    const end = () => ends.abort()
    leave.addEventListener('abort', end, { once: true })
    void held.lost.then(end)
    try {
      await visitMailbox({
        url,
        poll,
        leave: ends.signal,
        failed: (error) => house.log.error({ code: failureCode(error) }, 'a mail stays in the mailbox'),
        take: async (raw, how) => {
          await take(raw, how)
          pause = SHORTEST
        },
      })
    } finally {
      leave.removeEventListener('abort', end)
      await held.end().catch(() => null)
    }
  }
  while (!leave.aborted) {
    await visit().catch((error: unknown) => house.log.warn({ code: failureCode(error) }, 'the mailbox was left'))
    await setTimeout(pause, null, { signal: leave }).catch(() => null)
    pause = Math.min(2 * pause, LONGEST)
  }
}
