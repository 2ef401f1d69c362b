import { z } from 'zod'
import { SECOND } from '#workflows/clock.ts'
import type { HumanCheck } from './human-check.ts'

/** hCaptcha's account with us: `verifyUrl` is theirs, or a server of the tests. */
export type HcaptchaSettings = { secret: string; verifyUrl: string }
export type Fetcher = typeof globalThis.fetch

/** Longer than a slow line, shorter than a person's patience with a form. Milliseconds. */
const PATIENCE = 5 * SECOND

const verdict = z.object({ success: z.boolean(), 'error-codes': z.array(z.string()).optional() })

/** Refusals that are no fault of who solved it: our own settings, or a solution that was right and came late or twice. */
const NOT_THEIR_FAULT = new Set([
  'missing-input-secret',
  'invalid-input-secret',
  'sitekey-secret-mismatch',
  'bad-request',
  'expired-input-response',
  'already-seen-response',
])

/**
 * Asks hCaptcha about a response token, never telling it the reporter's address (`remoteip`).
 * No verdict — unreachable, too slow, not understood — is `slow`: a report is never lost to someone else's server.
 */
export async function judgeHcaptcha(
  { secret, verifyUrl }: HcaptchaSettings,
  response: string,
  fetcher: Fetcher,
  patience: number = PATIENCE,
): Promise<HumanCheck> {
  const said = await ask(fetcher, verifyUrl, new URLSearchParams({ secret, response }), patience)
  if (!said) return { lane: 'slow' }
  if (said.success) return { lane: 'normal' }
  return { lane: said['error-codes']?.some((code) => NOT_THEIR_FAULT.has(code)) ? 'slow' : 'failed' }
}

async function ask(fetcher: Fetcher, url: string, body: URLSearchParams, patience: number) {
  try {
    const answer = await fetcher(url, {
      method: 'POST',
      body,
      signal: AbortSignal.timeout(patience),
      redirect: 'error',
    })
    return answer.ok ? verdict.parse(await answer.json()) : null
  } catch {
    return null
  }
}
