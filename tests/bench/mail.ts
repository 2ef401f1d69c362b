import { sql } from 'kysely'
import { freshFolder } from '#tests/world/folder.ts'
import { readMailsApart } from '#workflows/channels/mailbox/apart.ts'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { SECOND } from '#workflows/clock.ts'
import { flood } from './flood.ts'
import type { Rate } from './load.ts'
import { photoMail, ready, textMail } from './mails.ts'
import { pss, slope } from './memory.ts'
import { deliver, heard } from './peers.ts'
import { freePort, serve } from './served.ts'
import { median, round, tell } from './told.ts'
import { visitHouse } from './visit.ts'
import type { Words } from './words.ts'

const PEERS = 16
const AIM = 0.25
/** A round that runs out of mails ends early, and its rate still holds. */
const MOST_A_SECOND = { mail: 600, photo: 50 }
/** `--full`: so many mails in a row, and how much more memory each of the second half may leave behind. */
const IN_A_ROW = 20_000
const KB_A_MAIL = 1
const SAMPLE = 250

/**
 * Mails through the real listener to committed, each round beside the rate at which the same machine only reads such
 * mails: in the house's reader, a process of its own under limits, and in this process without any. And what pages take
 * meanwhile.
 */
export async function mail({ quick, full }: Words): Promise<void> {
  const folder = freshFolder()
  const listen = await freePort()
  const served = await serve(folder.path, { env: { WORKERS: '1', MAIL_LISTEN: `127.0.0.1:${listen}` } })
  const { house, close } = await visitHouse(folder.path)
  const reader = readMailsApart()
  try {
    const [rounds, seconds] = quick ? [1, 4] : [3, 20]
    const measured = { apart: [] as number[], here: [] as number[], mail: [] as Rate[], photo: [] as Rate[] }
    const through = (mails: Buffer[], length: number) =>
      deliver(listen, { peers: PEERS, seconds: length, next: () => mails.pop() })
    const some = ready(500, textMail)
    await heard(listen)
    const before = await stored()
    const warm = await through(ready(300, textMail), 5)
    await onlyRead(some, 2, reader.read)
    for (let turn = 0; turn < rounds; turn++) {
      const [mails, photos] = [
        ready(MOST_A_SECOND.mail * seconds, textMail),
        ready(MOST_A_SECOND.photo * Math.min(seconds, 5), photoMail),
      ]
      measured.apart.push(await onlyRead(some, seconds / 2, reader.read))
      measured.mail.push(await through(mails, seconds))
      measured.here.push(await onlyRead(some, seconds / 2, readMail))
      measured.photo.push(await through(photos, seconds))
    }
    const answered = [warm, ...measured.mail, ...measured.photo].reduce((sum, rate) => sum + rate.answered, 0)
    const more = (await stored()) - before
    if (more !== answered) throw new Error(`${answered} were acknowledged and ${more} stored`)
    tellRates(measured)
    tell('mail', await flood(served.port, listen, { mails: quick ? 500 : 5000, seconds: quick ? 4 : 20 }))
    if (full) await growth(through, () => pss(served).mb, quick ? 2000 : IN_A_ROW)
  } finally {
    reader.close()
    await close()
    await served.stop()
    folder.remove()
  }

  async function stored(): Promise<number> {
    const { rows } = await sql<{ count: number }>`
      select count(*)::int as count from report where channel = 'mailbox'`.execute(house.db)
    return rows[0]?.count ?? 0
  }
}

/** Mails read in a second, one after the other, and nothing done with them. */
async function onlyRead(mails: readonly Buffer[], seconds: number, read: (raw: Buffer) => Promise<unknown>) {
  const begun = performance.now()
  let count = 0
  while (performance.now() - begun < seconds * SECOND) await read(mails[count++ % mails.length] ?? Buffer.alloc(0))
  return round(count / ((performance.now() - begun) / SECOND))
}

function tellRates(measured: { apart: number[]; here: number[]; mail: Rate[]; photo: Rate[] }): void {
  const apart = median(measured.apart)
  const only = (what: string, rates: number[]) => ({ what, perSecond: median(rates), rounds: rates.join(' ') })
  const taken = (what: string, rates: Rate[]) => {
    const perSecond = median(rates.map((rate) => rate.perSecond))
    return {
      what,
      perSecond,
      p50ms: median(rates.map(({ p50 }) => p50)),
      p99ms: median(rates.map(({ p99 }) => p99)),
      ofOnlyRead: round(perSecond / apart, 3),
      rounds: rates.map((rate) => rate.perSecond).join(' '),
    }
  }
  const text = taken('text mail, committed', measured.mail)
  tell('mail', [
    only('only read, in a process of its own as in the house', measured.apart),
    only('only read, in this process without limits', measured.here),
    { ...text, aim: AIM, met: text.ofOnlyRead >= AIM },
    taken('with a 1 MB photo, committed', measured.photo),
  ])
}

/** Memory of web, worker and reader while so many mails come in, in KB for each of the second half. */
async function growth(
  through: (mails: Buffer[], seconds: number) => Promise<Rate>,
  megabytes: () => number,
  many: number,
): Promise<void> {
  const samples: { at: number; mb: number }[] = []
  for (let sent = 0; sent < many; sent += SAMPLE) {
    await through(ready(SAMPLE, textMail), 3600)
    samples.push({ at: sent + SAMPLE, mb: megabytes() })
  }
  const kilobytes = slope(samples.slice(samples.length / 2)) * 1024
  tell('mail', [
    {
      what: `memory for each of the last ${many / 2} of ${many} mails`,
      kb: round(kilobytes, 2),
      aim: KB_A_MAIL,
      met: kilobytes <= KB_A_MAIL,
      mb: samples
        .filter((_, at) => at % 10 === 9)
        .map(({ mb }) => Math.round(mb))
        .join(' '),
    },
  ])
}
