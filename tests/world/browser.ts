import { execFileSync } from 'node:child_process'
import { existsSync } from 'node:fs'
import { chromium } from 'playwright'

export type Found = { path: string; advice?: undefined } | { path: null; advice: string }

const KNOWN = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/usr/bin/google-chrome-stable',
]
const MAC = '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome'

/**
 * A Chromium to test with: the one named by CHROMIUM_PATH, the system's, Playwright's own, or, as root where Debian's
 * packages can be had, one installed now. Otherwise one line says what to do.
 */
export function findBrowser(): Found {
  const present = [process.env.CHROMIUM_PATH, ...KNOWN, MAC, playwrights()].find((path) => path && existsSync(path))
  if (present) return { path: present }
  if (process.getuid?.() === 0 && existsSync('/usr/bin/apt-get')) {
    console.log('No Chromium found: installing the packages chromium and fonts-noto-cjk')
    try {
      const quiet = { stdio: 'inherit' as const, env: { ...process.env, DEBIAN_FRONTEND: 'noninteractive' } }
      execFileSync('apt-get', ['update', '-qq'], quiet)
      execFileSync('apt-get', ['install', '-y', '-qq', '--no-install-recommends', 'chromium', 'fonts-noto-cjk'], quiet)
      if (existsSync('/usr/bin/chromium')) return { path: '/usr/bin/chromium' }
    } catch {
      // falls through to the advice
    }
  }
  return {
    path: null,
    advice: 'The journeys need a Chromium: install one, run `npx playwright install chromium`, or set CHROMIUM_PATH.',
  }
}

function playwrights(): string | undefined {
  try {
    return chromium.executablePath()
  } catch {
    return undefined
  }
}

/** Chromium will not sandbox itself as root; the rest keeps it from calling home. */
export const BROWSER_WORDS = [
  ...(process.getuid?.() === 0 ? ['--no-sandbox'] : []),
  '--disable-gpu',
  '--disable-quic',
  '--no-first-run',
  '--disable-background-networking',
  '--disable-component-update',
  '--disable-sync',
]
