import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const PACKAGES = ['dovecot-imapd', 'postfix', 'swaks'] as const
const PROGRAMS = ['/usr/sbin/dovecot', '/usr/sbin/postfix', '/usr/bin/swaks']
const present = () => PROGRAMS.every((program) => existsSync(program))

/**
 * Whether the mail servers that people run are here to be talked to: with TEST_PEERS=install, as root and where Debian's
 * packages can be had. Otherwise one line says what is left out, and the peers of the tests' own stand in for them.
 */
export function realPeers(): boolean {
  const why = missing()
  if (why) console.log(`Left out: a real Dovecot, Postfix and swaks (${why}).`)
  return why === null
}

function missing(): string | null {
  if (process.env.TEST_PEERS !== 'install') return 'TEST_PEERS=install brings them'
  if (process.getuid?.() !== 0) return 'only root can start them'
  if (present()) return null
  if (!existsSync('/usr/bin/apt-get')) return 'there is no apt-get'
  try {
    const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    execFileSync('apt-get', ['update', '-qq'], quiet)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...PACKAGES], quiet)
    return present() ? null : 'they did not install'
  } catch {
    return 'Debian’s packages cannot be had here'
  }
}
