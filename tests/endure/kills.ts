import { setTimeout } from 'node:timers/promises'
import { randomFrom } from '#tests/search/random.ts'
import { imapPeer } from '#tests/world/imap-peer.ts'
import { castOf } from '#workflows/sample-town/cast.ts'
import { bringCalls } from './calls-coming.ts'
import { killableHouse, type Victim } from './killable-house.ts'
import { mailsComing } from './mails-coming.ts'
import { rowsIn, rowsOf, saidIn } from './what-is-there.ts'

export type Endured = {
  mails: number
  calls: number
  /** how often a peer had to bring a mail again */
  again: number
  /** moments at which rows of the import still waited, some of them taken already */
  midway: number
  kills: Record<string, number>
  /** words of what was acknowledged and is not there, or there more than once */
  lost: string[]
  twice: string[]
  /** rows of what belongs to a report that are not as many as there have to be, and outcomes of the import likewise */
  faults: string[]
  seconds: number
}

/** Drawn from these: what takes seconds to come back is killed more seldom. */
const VICTIMS: Victim[] = [
  'worker',
  'worker',
  'worker',
  'database',
  'database',
  'database',
  'everyWorker',
  'everything',
]
/** The longest from the first mail of a batch to the kill, in milliseconds. */
const LONGEST_WAIT = 600

/**
 * Brings `mails` mails by SMTP and through a mailbox, in as many batches as there are `moments`, while a file of `calls`
 * calls is imported, and kills something in the middle of each batch; everything is brought until it is acknowledged.
 * The same seed kills the same at the same moments.
 */
export async function endureKills({
  seed,
  moments,
  mails,
  calls,
  say = () => {},
}: {
  seed: number
  moments: number
  mails: number
  calls: number
  say?: (line: string) => void
}): Promise<Endured> {
  const begun = performance.now()
  const chance = randomFrom(seed)
  const mailbox = await imapPeer()
  const killable = await killableHouse({ mailbox: mailbox.url })
  const { house, mailPort } = killable
  const kills: Record<string, number> = {}
  let midway = 0
  try {
    await killable.whole()
    const post = mailsComing(mailbox, mailPort)
    const file = bringCalls(house, (await castOf(house.db))('aixia'), calls)
    for (let moment = 0; moment < moments; moment += 1) {
      post.bringUpTo(Math.round((mails * (moment + 1)) / moments))
      await setTimeout(chance.below(LONGEST_WAIT))
      const waiting = await file.waiting()
      if (waiting > 0 && waiting < file.words.length) midway += 1
      const victim = chance.one(VICTIMS)
      kills[victim] = (kills[victim] ?? 0) + 1
      await killable.kill(victim)
      say(
        `${moment + 1}: ${victim} killed, ${post.acknowledged()} of ${post.brought()} acknowledged, ${waiting} wait${killable.ended().map((complaint) => `; ${complaint}`)}`,
      )
      // otherwise the same mails would only be waiting for the next
      await post.next()
      await killable.hurry()
    }
    const patience = setInterval(() => killable.hurry(), 5_000)
    await Promise.all([post.over(), file.over]).finally(() => clearInterval(patience))
    const [there, words] = [await saidIn(house), [...post.words, ...file.words]]
    const wanted = Object.entries(rowsOf(mails, file.words.length))
    const rows = await rowsIn(house)
    return {
      mails: post.words.length,
      calls,
      again: post.again(),
      midway,
      kills,
      lost: words.filter((said) => !there.has(said)),
      twice: [...there].flatMap(([said, times]) => (times > 1 || !words.includes(said) ? [said] : [])),
      faults: [
        ...wanted.flatMap(([name, count]) => (rows[name] === count ? [] : [`${name}: ${rows[name]}, not ${count}`])),
        ...(await file.faults()),
        ...killable.ended().map((complaint) => `a worker ended by itself: ${complaint}`),
      ],
      seconds: Math.round((performance.now() - begun) / 1000),
    }
  } finally {
    await killable.close()
    await mailbox.close()
  }
}
