import { execFileSync } from 'node:child_process'
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs'
import { freshFolder } from './folder.ts'
import { freePort } from './serve.ts'

export type Postfix = {
  port: number
  /** tries at once what it could not deliver */
  flush(): void
  /** how many mails wait in it */
  waiting(): number
  close(): void
}

/** A Postfix of the tests' own that takes mail by SMTP and delivers it by LMTP to `lmtp`. */
export async function postfix(lmtp: number): Promise<Postfix> {
  const folder = freshFolder()
  chmodSync(folder.path, 0o755)
  const port = await freePort()
  const settings = `${folder.path}/etc`
  for (const name of ['etc', 'queue', 'data']) mkdirSync(`${folder.path}/${name}`)
  execFileSync('chown', ['postfix', `${folder.path}/data`])
  writeFileSync(`${settings}/main.cf`, main(folder.path, lmtp))
  writeFileSync(`${settings}/master.cf`, master(port))
  const run = (program: string, ...words: string[]) =>
    execFileSync(program, ['-c', settings, ...words], { stdio: ['ignore', 'pipe', 'ignore'] }).toString()
  run('/usr/sbin/postfix', 'start')
  return {
    port,
    flush: () => void run('/usr/sbin/postqueue', '-f'),
    waiting: () => run('/usr/sbin/postqueue', '-j').split('\n').filter(Boolean).length,
    close: () => {
      run('/usr/sbin/postfix', 'stop')
      folder.remove()
    },
  }
}

const main = (folder: string, lmtp: number) => `
compatibility_level = 3.6
queue_directory = ${folder}/queue
data_directory = ${folder}/data
mail_owner = postfix
myhostname = mx.yunlan.example
inet_interfaces = 127.0.0.1
inet_protocols = ipv4
mynetworks = 127.0.0.0/8
mydestination =
relay_domains = yunlan.example
relay_transport = lmtp:inet:127.0.0.1:${lmtp}
disable_dns_lookups = yes
smtp_host_lookup = native
queue_run_delay = 1s
minimal_backoff_time = 1s
maximal_backoff_time = 2s
alias_maps =
maillog_file = ${folder}/log
maillog_file_prefixes = ${folder}
`

const SERVICES = [
  'pickup unix n - n 60 1 pickup',
  'cleanup unix n - n - 0 cleanup',
  'qmgr unix n - n 300 1 qmgr',
  'rewrite unix - - n - - trivial-rewrite',
  'bounce unix - - n - 0 bounce',
  'defer unix - - n - 0 bounce',
  'trace unix - - n - 0 bounce',
  'verify unix - - n - 1 verify',
  'flush unix n - n 1000? 0 flush',
  'proxymap unix - - n - - proxymap',
  'showq unix n - n - - showq',
  'error unix - - n - - error',
  'retry unix - - n - - error',
  'discard unix - - n - - discard',
  'lmtp unix - - n - - lmtp',
  'anvil unix - - n - 1 anvil',
  'postlog unix-dgram n - n - 1 postlogd',
]
const master = (port: number) => `127.0.0.1:${port} inet n - n - - smtpd\n${SERVICES.join('\n')}\n`
