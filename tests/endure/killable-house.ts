import { readFileSync } from 'node:fs'
import { join } from 'node:path'
import { setTimeout } from 'node:timers/promises'
import { sql } from 'kysely'
import { openHouse } from '#app/console/open-house.ts'
import { connect, disconnect } from '#db/connection.ts'
import { startEmbedded } from '#db/embedded.ts'
import { freeJobsOfTheDead } from '#db/living-workers.ts'
import { type Child, runChild } from '#tests/world/child.ts'
import { freshFolder } from '#tests/world/folder.ts'
import { freePort } from '#tests/world/serve.ts'
import { SECOND } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { createKeys } from '#workflows/protection/keys.ts'
import { createPostboxKey } from '#workflows/protection/postbox.ts'
import { PEOPLE } from '#workflows/sample-town/data/people.ts'
import { furnish } from '#workflows/sample-town/furnish.ts'
import { readSettings } from '#workflows/settings.ts'
import { generatePassphrase } from '#workflows/vault/ceremony.ts'
import { bundled } from './bundled.ts'
import { forward } from './forward.ts'

/** `worker`: the one that listens and reads the mailbox; another is there to follow it. */
export type Victim = 'worker' | 'everyWorker' | 'database' | 'everything'

export type KillableHouse = {
  /** the same house, seen from the test */
  house: House
  mailPort: number
  /** kill -9, and begin what was killed anew without waiting for it */
  kill(victim: Victim): Promise<void>
  /** resolves once the database is back and both workers live */
  whole(): Promise<void>
  /** what a worker complained of that ended by itself; it is begun anew */
  ended(): string[]
  /** what killed workers had in hand, and what failed without a database, is tried now instead of minutes later */
  hurry(): Promise<void>
  close(): Promise<void>
}

const WORKERS = 2
const PAUSE = 200
/** Longer than a worker needs, from its first job on, to say that it lives. */
const GRACE = 3 * SECOND

/** A real deployment on this machine: a PostgreSQL that waits for its disk, and two workers that take in mail. */
export async function killableHouse({ mailbox }: { mailbox: string }): Promise<KillableHouse> {
  const folder = freshFolder()
  const pass = generatePassphrase
  const files = { KEYS_FILE: `${folder.path}/keys.json`, POSTBOX_KEY_FILE: `${folder.path}/postbox.json` }
  await createKeys(files.KEYS_FILE, { custodians: [pass(), pass(), pass()] })
  await createPostboxKey(files.POSTBOX_KEY_FILE)
  const door = await forward()
  let closing = false

  const program = await bundled('tests/endure/worker-child.ts')

  const startDatabase = async () => {
    const { url } = await startEmbedded(folder.path, { as: 'visit' })
    door.to(Number(new URL(url).port))
    return url
  }
  const killServer = () => {
    const pid = Number(readFileSync(join(folder.path, 'postgres/data/postmaster.pid'), 'utf8').split('\n')[0])
    process.kill(pid, 'SIGKILL')
  }
  const url = new URL(await startDatabase())
  url.port = String(door.port)

  const mailPort = await freePort()
  const env = {
    NODE_ENV: 'test',
    DATABASE_URL: url.href,
    DATA_DIR: folder.path,
    LOG_LEVEL: 'silent',
    MAIL_LISTEN: `127.0.0.1:${mailPort}`,
    MAILBOX_URL: mailbox,
    ...files,
  }
  const opened = await openHouse(readSettings(env), { as: 'visit', say: () => {}, postbox: true })
  await furnish(opened.house, new Map(PEOPLE.map(({ login }) => [login, 'none'])))

  const owner = connect(opened.ownerUrl, { max: 1 })

  const workers: { child: Child; ready: Promise<unknown> }[] = []
  const ended: string[] = []
  /** One that cannot begin, because the database is just being killed, is tried again. */
  const keepWorker = (place: number) => {
    const child = runChild(program.file, [JSON.stringify(env)])
    const ready = child.next()
    workers[place] = { child, ready }
    const again = async () => {
      await setTimeout(PAUSE)
      // they change places, and one that was killed has a follower already
      const stands = workers.findIndex((worker) => worker.child === child)
      if (!closing && stands >= 0) keepWorker(stands)
    }
    ready.then(async () => {
      // without a code it was killed
      if ((await child.ended()) === null) return
      // it says no second word
      await child.next().catch(({ message }: Error) => ended.push(/^\w*[eE]rror: .*/m.exec(message)?.[0] ?? message))
      await again()
    }, again)
  }
  for (let place = 0; place < WORKERS; place += 1) keepWorker(place)

  const killWorker = async (place: number) => {
    const worker = workers[place]
    await worker?.child.kill()
    keepWorker(place)
  }
  const killDatabase = async () => {
    killServer()
    await startDatabase()
  }
  return {
    house: opened.house,
    mailPort,
    kill: async (victim) => {
      const places = victim === 'worker' ? [0] : victim === 'database' ? [] : [0, 1]
      // the eldest first: it is the one that listens and reads
      if (victim === 'worker') workers.reverse()
      await Promise.all([
        ...(victim === 'database' || victim === 'everything' ? [killDatabase()] : []),
        ...places.map(killWorker),
      ])
    },
    whole: async () => {
      for (let place = 0; place < WORKERS; ) {
        const isReady = await workers[place]?.ready.then(
          () => true,
          () => false,
        )
        if (isReady) place += 1
        else await setTimeout(PAUSE)
      }
    },
    ended: () => ended,
    // the database may be away: then there is nothing to be done yet
    hurry: async () => {
      const now = opened.house.clock.wall()
      await freeJobsOfTheDead(owner, new Date(now.getTime() - GRACE))
        .then(() =>
          sql`select graphile_worker.reschedule_jobs(array(
            select id from graphile_worker.jobs where run_at > ${now} and locked_at is null), ${now})`.execute(owner),
        )
        .catch(() => null)
    },
    close: async () => {
      closing = true
      for (const { child } of workers) await child.kill()
      await disconnect(owner)
      await opened.close()
      door.close()
      program.remove()
      try {
        killServer()
      } catch {
        // it did not come back from its last kill, and somebody is being told why
      }
      folder.remove()
    },
  }
}
