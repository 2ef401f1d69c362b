import type { Day } from '#workflows/clock.ts'
import type { Channel } from './by-channel.ts'
import type { Digest } from './letter-of-notice.ts'

/** Why a sending failed, as its receiver and administrators read it. */
export const FAILURES = ['refused', 'badAddress', 'later', 'unreachable', 'login', 'unclear'] as const
export type FailureName = (typeof FAILURES)[number]

export type Failure = {
  name: FailureName
  /** for the log */
  code: string
  /** it may have been taken all the same */
  unsure: boolean
  /** speaks against the server, and not against this address */
  spared: boolean
  /** nobody else would fare better now */
  forAll: boolean
}

/** `again`: an earlier attempt may have been taken; it was made on the day `since` or later. */
export type ToCarry = Digest & { again: boolean; since: Day; today: Day }

/** What carries sendings out of the house. `carry` returns when the other side has taken it, and throws otherwise. */
export type Carrier = {
  channel: Channel
  /** under what a new sending goes, for good */
  newId(): string
  carry(sending: ToCarry): Promise<void>
  judge(error: unknown): Failure
}

const JUDGED: Record<FailureName, Pick<Failure, 'unsure' | 'spared' | 'forAll'>> = {
  refused: { unsure: false, spared: false, forAll: false },
  badAddress: { unsure: false, spared: false, forAll: false },
  later: { unsure: false, spared: true, forAll: false },
  unreachable: { unsure: false, spared: true, forAll: true },
  login: { unsure: false, spared: true, forAll: true },
  unclear: { unsure: true, spared: false, forAll: false },
}

export const failed = (name: FailureName, code: string, more: Partial<Failure> = {}): Failure => ({
  name,
  code,
  ...JUDGED[name],
  ...more,
})
