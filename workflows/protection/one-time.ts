import { generateSecret, generateSync, generateURI, verifySync } from 'otplib'
import { plainForm } from '#workflows/charsets/plain-form.ts'
import { SECOND } from '#workflows/clock.ts'

/** Seconds a one-time password lasts (RFC 6238), and how far a phone's clock may be off either way. */
const PERIOD = 30

/** A fresh TOTP secret, base32. */
export const newOneTimeSecret = (): string => generateSecret()

/** The `otpauth://` address an authenticator app reads. */
export const oneTimeUri = (secret: string, login: string, issuer: string): string =>
  generateURI({ secret, label: login, issuer })

/** The six digits good at `now` (wall time). */
export const currentOneTime = (secret: string, now: Date): string => generateSync({ secret, epoch: seconds(now) })

/**
 * The 30-second step whose password was typed, or null if it is wrong, more than one step away, or of a step not
 * after `lastStep`. The caller stores the step: no one-time password is taken twice. Spaces and full-width digits pass.
 */
export function checkOneTime(secret: string, typed: string, now: Date, lastStep: number): number | null {
  const token = plainForm(typed).replace(/\s/g, '')
  const epoch = seconds(now)
  // beyond the window every step is used up, and otplib throws on a step from the future
  if (!/^\d{6}$/.test(token) || lastStep > Math.floor(epoch / PERIOD)) return null
  const result = verifySync({ secret, token, epoch, epochTolerance: PERIOD, afterTimeStep: lastStep })
  return result.valid && 'timeStep' in result ? result.timeStep : null
}

/** Two codes of steps that follow each other, typed one after the other: the later step, or null. */
export function checkTwoInARow(secret: string, typed: string, now: Date, lastStep: number): number | null {
  const [, earlier, later] = /^(\d{6})(\d{6})$/.exec(plainForm(typed).replace(/\s/g, '')) ?? []
  if (earlier === undefined || later === undefined) return null
  const step = checkOneTime(secret, later, now, lastStep)
  const before = step === null ? null : generateSync({ secret, epoch: (step - 1) * PERIOD })
  return before === earlier ? step : null
}

const seconds = (instant: Date) => Math.floor(instant.getTime() / SECOND)
