import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { createTransport } from 'nodemailer'
import { imapPeer } from '#tests/world/imap-peer.ts'
import { aMail } from '#tests/world/written-mail.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import type { House } from '#workflows/house.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { killableHouse, type Victim } from './killable-house.ts'

export type Endured = {
  mails: number
  /** how often a peer had to bring a mail again */
  again: number
  kills: Record<string, number>
  /** words of mails that were acknowledged and are not there, or there more than once */
  lost: string[]
  twice: string[]
  /** rows of what belongs to a report, for each report one */
  rows: Record<string, number>
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
/** Of the mails that are on their way when something is killed, so many come by the mailbox. */
const BY_MAILBOX = 3
/** A peer that was not told that its mail is stored brings it again after so long, in milliseconds. */
const RETRY = 300
/** The longest from the first mail of a batch to the kill, in milliseconds. */
const LONGEST_WAIT = 600

/**
 * Brings `mails` mails by SMTP and through a mailbox, in as many batches as there are `moments`, and kills something in
 * the middle of each; everything is brought until it is acknowledged, or has left the inbox. The same seed kills the
 * same at the same moments.
 */
export async function endureMail({
  seed,
  moments,
  mails,
  say = () => {},
}: {
  seed: number
  moments: number
  mails: number
  say?: (line: string) => void
}): Promise<Endured> {
  const begun = performance.now()
  const chance = drawing(seed)
  const mailbox = await imapPeer()
  const killable = await killableHouse({ mailbox: mailbox.url })
  const { house, mailPort } = killable
  const kills: Record<string, number> = {}
  const words: string[] = []
  const bringing: Promise<void>[] = []
  let again = 0
  let acknowledged = 0

  const write = () => {
    const said = `第${words.length + 1}封：每周三张一样的表。`
    words.push(said)
    return aMail({ Subject: '' }, said)
  }
  const bring = async (raw: Buffer): Promise<void> => {
    for (;;) {
      const peer = createTransport({ host: '127.0.0.1', port: mailPort, ignoreTLS: true, socketTimeout: 20_000 })
      const told = await peer
        .sendMail({ envelope: { from: 'li@mail.example', to: 'huiyin@yunlan.example' }, raw })
        .then(({ response }) => response.startsWith('250'))
        .catch(() => false)
      if (told) {
        acknowledged += 1
        return
      }
      again += 1
      await setTimeout(RETRY)
    }
  }
  try {
    await killable.whole()
    for (let moment = 0; moment < moments; moment += 1) {
      const upTo = Math.round((mails * (moment + 1)) / moments)
      for (let count = 0; words.length < upTo; count += 1) {
        if (count % BY_MAILBOX === 0) mailbox.deliver(write())
        else bringing.push(bring(write()))
      }
      await setTimeout(chance() * LONGEST_WAIT)
      const victim = VICTIMS[Math.floor(chance() * VICTIMS.length)] ?? 'worker'
      kills[victim] = (kills[victim] ?? 0) + 1
      await killable.kill(victim)
      say(`${moment + 1}: ${victim} killed, ${acknowledged} of ${bringing.length} acknowledged`)
      // otherwise the same mails would only be waiting for the next
      const before = acknowledged
      while (acknowledged === before && acknowledged < bringing.length) await setTimeout(20)
    }
    await Promise.all(bringing)
    while ((mailbox.folders.get('INBOX')?.mails.length ?? 0) > 0) await setTimeout(RETRY)
    const there = await saidIn(house)
    return {
      mails: words.length,
      again,
      kills,
      lost: words.filter((said) => !there.has(said)),
      twice: [...there].flatMap(([said, times]) => (times > 1 ? [said] : [])),
      rows: await rowsOf(house),
      seconds: Math.round((performance.now() - begun) / 1000),
    }
  } finally {
    await killable.close()
    await mailbox.close()
  }
}

/** Every report's words, opened, and how often they are there. */
async function saidIn({ db, keys }: House): Promise<Map<string, number>> {
  const there = new Map<string, number>()
  for (const { id, case_id, body } of await db.selectFrom('report').selectAll().execute()) {
    const said = openText(await caseKey(db, keys, case_id), { table: 'report', column: 'body', row: id }, body)
    there.set(said, (there.get(said) ?? 0) + 1)
  }
  return there
}

/** What each report by mail brings with it. */
async function rowsOf({ db }: House): Promise<Record<string, number>> {
  const { rows } = await sql<Record<string, number>>`select
    (select count(*)::integer from mail) as mail,
    (select count(*)::integer from report) as report,
    (select count(*)::integer from case_file) as case_file,
    (select count(*)::integer from data_key where purpose = 'case') as data_key,
    (select count(*)::integer from postbox) as postbox,
    (select count(*)::integer from mail_link) as mail_link,
    (select count(*)::integer from outgoing_mail where about = 'acknowledgement') as outgoing_mail`.execute(db)
  return rows[0] ?? {}
}

/** Numbers from 0 to 1 that the seed decides (mulberry32). */
function drawing(seed: number): () => number {
  let state = seed
  return () => {
    state = (state + 0x6d2b79f5) | 0
    let drawn = Math.imul(state ^ (state >>> 15), 1 | state)
    drawn = (drawn + Math.imul(drawn ^ (drawn >>> 7), 61 | drawn)) ^ drawn
    return ((drawn ^ (drawn >>> 14)) >>> 0) / 2 ** 32
  }
}
