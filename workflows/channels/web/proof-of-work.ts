import { createHash, createHmac, randomInt, timingSafeEqual } from 'node:crypto'
import { createChallenge } from 'altcha-lib'
import { deriveKey } from 'altcha-lib/algorithms/pbkdf2'
import canonicalize from 'canonicalize'
import { z } from 'zod'
import { MINUTE } from '#workflows/clock.ts'
import type { Keys } from '#workflows/protection/keys.ts'
import type { HumanCheck } from './human-check.ts'

const ALGORITHM = 'PBKDF2/SHA-256'
/**
 * Rounds of SHA-256 a try. One call of crypto.subtle then does its work in native code, on a phone as in a
 * flooder's program; with plain SHA-256 the phone would pay for the calls, which the flooder does without.
 */
const ROUNDS = 1000
/**
 * Tries until it is solved: 500 on average, never above 750. Measured in Chromium on two server cores: 0.3 ms each,
 * 0.1 to 0.2 s in all; reckoned, not measured, at 2 ms each on a phone ten years old: about one second.
 */
const TRIES = { least: 250, most: 750 }
/** How long a challenge counts as solved in time. */
const VALID = 20 * MINUTE
const LONGEST_ANSWER = 2000

/** One spelling for the same bytes, or one challenge could be used under several marks. */
const hex = z.string().regex(/^([0-9a-f]{2})+$/)

/** What the page's script is given: solve by finding the counter whose derived key begins with `keyPrefix`. */
const challenge = z.strictObject({
  parameters: z.strictObject({
    algorithm: z.literal(ALGORITHM),
    cost: z.int(),
    data: z.strictObject({ until: z.int() }),
    keyLength: z.int(),
    keyPrefix: z.string(),
    keySignature: hex,
    nonce: z.string(),
    salt: z.string(),
  }),
  signature: hex,
})
const answered = z.object({ challenge, solution: z.object({ counter: z.int(), derivedKey: hex }) })
export type Challenge = z.infer<typeof challenge>

/**
 * A signed challenge for the report form, good for 20 minutes of wall time. About 0.5 ms, nothing stored.
 * Fewer `tries`: for a bench that solves thousands.
 */
export async function newChallenge(keys: Keys, now: Date, tries = TRIES): Promise<Challenge> {
  return challenge.parse(
    await createChallenge({
      algorithm: ALGORITHM,
      cost: ROUNDS,
      counter: randomInt(tries.least, tries.most + 1),
      // not altcha's own `expiresAt`: it is compared with the machine's clock, and an expired proof counts for something here
      data: { until: now.getTime() + VALID },
      deriveKey,
      ...secrets(keys),
    }),
  )
}

/**
 * Judges an answer: base64 of `{challenge, solution: {counter, derivedKey}}`. Solved in time is `normal`, solved
 * too late `slow` (a long report took more than 20 minutes to write), anything else `failed`.
 * `used` marks the challenge, for the caller to keep until `expires` and to take none twice.
 */
export function judgeWork(keys: Keys, answer: string, now: Date): HumanCheck {
  const given = answered.safeParse(decode(answer))
  if (!given.success || !isSolved(keys, given.data)) return { lane: 'failed' }
  const expires = new Date(given.data.challenge.parameters.data.until)
  if (expires <= now) return { lane: 'slow' }
  return { lane: 'normal', used: createHash('sha256').update(given.data.challenge.signature).digest(), expires }
}

/**
 * Whether the challenge is ours as we gave it, and the key the one that was to be found: altcha's `verifySolution` for a
 * challenge with a key signature, which goes through crypto.subtle and its threads and takes a fifth of a whole report.
 */
function isSolved(keys: Keys, { challenge, solution }: z.infer<typeof answered>): boolean {
  const { hmacSignatureSecret, hmacKeySignatureSecret } = secrets(keys)
  const { parameters, signature } = challenge
  return (
    isSigned(canonicalize(parameters) ?? '', hmacSignatureSecret, signature) &&
    isSigned(Buffer.from(solution.derivedKey, 'hex'), hmacKeySignatureSecret, parameters.keySignature)
  )
}

function isSigned(signed: string | Buffer, secret: string, signature: string): boolean {
  const right = createHmac('sha256', secret).update(signed).digest()
  const given = Buffer.from(signature, 'hex')
  return given.length === right.length && timingSafeEqual(given, right)
}

function decode(answer: string): unknown {
  if (answer.length > LONGEST_ANSWER) return null
  try {
    return JSON.parse(Buffer.from(answer, 'base64').toString('utf8'))
  } catch {
    return null
  }
}

const secrets = (keys: Keys) => ({
  hmacSignatureSecret: secret(keys, 'challenge'),
  hmacKeySignatureSecret: secret(keys, 'solution'),
})
const secret = (keys: Keys, of: string) =>
  createHmac('sha256', keys.form).update(`proof of work: ${of}`).digest('base64url')
