import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'

const MAIL = {
  packages: ['dovecot-imapd', 'postfix', 'swaks'],
  programs: ['/usr/sbin/dovecot', '/usr/sbin/postfix', '/usr/bin/swaks'],
  names: 'a real Dovecot, Postfix and swaks',
}
const PROXIES = {
  packages: ['nginx', 'caddy'],
  programs: ['/usr/sbin/nginx', '/usr/bin/caddy'],
  names: 'a real nginx and Caddy',
}
type Peers = typeof MAIL

/**
 * Whether the mail servers that people run are here to be talked to: with TEST_PEERS=install, as root and where Debian's
 * packages can be had. Otherwise one line says what is left out, and the peers of the tests' own stand in for them.
 */
export const realPeers = (): boolean => arePresent(MAIL)

/** The same of the proxies that people put before the site. */
export const realProxies = (): boolean => arePresent(PROXIES)

function arePresent(peers: Peers): boolean {
  const why = missing(peers)
  if (why) console.log(`Left out: ${peers.names} (${why}).`)
  return why === null
}

function missing({ packages, programs }: Peers): string | null {
  const present = () => programs.every((program) => existsSync(program))
  if (process.env.TEST_PEERS !== 'install') return 'TEST_PEERS=install brings them'
  if (process.getuid?.() !== 0) return 'only root can start them'
  if (present()) return null
  if (!existsSync('/usr/bin/apt-get')) return 'there is no apt-get'
  try {
    const quiet = { stdio: 'ignore' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
    execFileSync('apt-get', ['update', '-qq'], quiet)
    execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', ...packages], quiet)
    return present() ? null : 'they did not install'
  } catch {
    return 'Debian’s packages cannot be had here'
  }
}
