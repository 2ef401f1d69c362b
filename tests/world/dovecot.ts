import { type ChildProcess, execFileSync, spawn } from 'node:child_process'
import { once } from 'node:events'
import { chmodSync, mkdirSync, rmSync, writeFileSync } from 'node:fs'
import { createConnection } from 'node:net'
import { setTimeout } from 'node:timers/promises'
import { ImapFlow } from 'imapflow'
import { freshFolder } from './folder.ts'
import { freePort } from './serve.ts'

export type Dovecot = {
  url: string
  deliver(raw: Buffer): Promise<void>
  /** how many mails lie in a folder; 0 where there is none */
  lying(folder: string): Promise<number>
  stop(): Promise<void>
  start(): Promise<void>
  /** as after a restored backup: mails get new numbers */
  renumber(): Promise<void>
  close(): Promise<void>
}

/** A Dovecot of the tests' own, with one account and its mails in a folder that goes away with it. */
export async function dovecot(): Promise<Dovecot> {
  const folder = freshFolder()
  chmodSync(folder.path, 0o755)
  const port = await freePort()
  const mail = `${folder.path}/mail`
  mkdirSync(mail)
  execFileSync('chown', ['-R', 'nobody:nogroup', mail])
  writeFileSync(`${folder.path}/dovecot.conf`, configuration(folder.path, port))
  let running: ChildProcess | null = null
  const account = { host: '127.0.0.1', port, secure: false, auth: { user: 'huiyin@yunlan.example', pass: 'secret' } }

  const start = async () => {
    running = spawn('/usr/sbin/dovecot', ['-F', '-c', `${folder.path}/dovecot.conf`], { stdio: 'ignore' })
    while (!(await answers(port))) await setTimeout(50)
  }
  const stop = async () => {
    const gone = running && once(running, 'exit')
    running?.kill('SIGTERM')
    await gone
    running = null
  }
  const inside = async <T>(work: (client: ImapFlow) => Promise<T>): Promise<T> => {
    const client = new ImapFlow({ ...account, logger: false })
    await client.connect()
    return work(client).finally(() => client.close())
  }
  await start()
  return {
    url: `imap://huiyin%40yunlan.example:secret@127.0.0.1:${port}/INBOX`,
    deliver: (raw) => inside(async (client) => void (await client.append('INBOX', raw))),
    lying: (name) =>
      inside(async (client) => {
        const { messages } = (await client.status(name, { messages: true }).catch(() => null)) || { messages: 0 }
        return messages ?? 0
      }),
    start,
    stop,
    renumber: async () => {
      await stop()
      rmSync(`${mail}/dovecot-uidlist`, { force: true })
      for (const name of ['dovecot.index.log', 'dovecot.index', 'dovecot.index.cache', 'dovecot-uidvalidity'])
        rmSync(`${mail}/${name}`, { force: true })
      await start()
    },
    close: async () => {
      await stop()
      folder.remove()
    },
  }
}

const answers = (port: number) =>
  new Promise<boolean>((resolve) => {
    const socket = createConnection(port, '127.0.0.1')
    socket.once('data', () => (socket.destroy(), resolve(true)))
    socket.once('error', () => resolve(false))
  })

const configuration = (folder: string, port: number) => `
base_dir = ${folder}/run
state_dir = ${folder}/state
log_path = ${folder}/log
protocols = imap
listen = 127.0.0.1
ssl = no
disable_plaintext_auth = no
mail_location = maildir:${folder}/mail
first_valid_uid = 1
first_valid_gid = 1
namespace inbox {
  inbox = yes
}
service imap-login {
  chroot =
  inet_listener imap {
    port = ${port}
  }
  inet_listener imaps {
    port = 0
  }
}
service anvil {
  chroot =
}
passdb {
  driver = static
  args = password=secret
}
userdb {
  driver = static
  args = uid=nobody gid=nogroup home=${folder}/mail
}
`
