import type { Keys } from '#workflows/protection/keys.ts'
import { type Fetcher, type HcaptchaSettings, judgeHcaptcha } from './hcaptcha.ts'
import { judgeWork } from './proof-of-work.ts'

/** The part of the settings that says how people are told from programs. */
export type HumanCheckSettings = { humanCheck: 'pow' | 'hcaptcha' | 'off'; hcaptcha?: HcaptchaSettings }

/**
 * `normal`: passed. `slow`: nothing was proved (scripts off, too late, no verdict): taken in, looked at after the others.
 * `failed`: a wrong or forged answer; the form comes back with everything typed and a new challenge.
 * `used`, where there is one, is the solved challenge's digest, to be stored until `expires` and taken only once.
 */
export type HumanCheck = { lane: 'normal' | 'slow' | 'failed'; used?: Buffer; expires?: Date }

type Question = {
  settings: HumanCheckSettings
  keys: Keys
  /** the form field as it came: the proof of work, or hCaptcha's response token */
  answer: string | null
  /** wall time */
  now: Date
  fetcher?: Fetcher
  /** milliseconds to wait for hCaptcha's verdict */
  patience?: number
}

/** Whether whoever sent the form did what a person's browser does. Never throws: a report is not lost to this check. */
export async function verifyHuman({
  settings,
  keys,
  answer,
  now,
  fetcher = globalThis.fetch,
  patience,
}: Question): Promise<HumanCheck> {
  if (settings.humanCheck === 'off') return { lane: 'normal' }
  if (!answer) return { lane: 'slow' }
  if (settings.humanCheck === 'pow') return judgeWork(keys, answer, now)
  return settings.hcaptcha ? judgeHcaptcha(settings.hcaptcha, answer, fetcher, patience) : { lane: 'slow' }
}
