import type { Day } from '#workflows/clock.ts'
import type { FailureName } from '#workflows/notices/carrier.ts'
import type { Language } from '#workflows/notices/wording/wording.ts'

/** `id` is the same at every attempt; `to` bears its country, e.g. +8613800138000. */
export type OutgoingText = { id: string; to: string; text: string; language: Language }
/** Between which days an earlier attempt was made. */
export type Tried = { from: Day; until: Day }

/** Whoever sends SMS for us. */
export type SmsGateway = {
  /** Hands it over, or throws. */
  send(text: OutgoingText): Promise<void>
  /** For one that knows no id twice: whether it took this message at an earlier attempt. */
  hasTaken?(text: OutgoingText, tried: Tried): Promise<boolean>
}

/** The gateway's own no. `code` is what it calls it. */
export class SmsRefusal extends Error {
  override name = 'SmsRefusal'
  constructor(
    readonly failure: FailureName,
    readonly code: string,
  ) {
    super(code)
  }
}
