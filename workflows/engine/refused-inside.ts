import type { Refused } from './refusal.ts'

/** Carries a refusal out of a transaction so that nothing of the act is kept. Never leaves the engine. */
export class RefusedInside extends Error {
  constructor(readonly outcome: Refused) {
    super(outcome.code)
    this.name = 'RefusedInside'
  }
}
