import type { House } from '#workflows/house.ts'
import type { Reporter } from '#workflows/roles/roles.ts'
import type { Outcome } from './refusal.ts'
import { type Asked, step } from './step.ts'
import { withoutReceipts } from './without-receipts.ts'

/** A reporter's act, as the form said it; the machine's own schema judges the rest. */
export type ReporterAct = { type: string; text?: string; [field: string]: unknown }

/** Steps with what a reporter said, after taking out of it every receipt code that opens a thread here. */
export async function stepReporter(
  house: House,
  caseId: string,
  act: ReporterAct,
  by: Reporter,
  asked: Asked,
): Promise<Outcome> {
  const text = act.text === undefined ? {} : { text: await withoutReceipts(house, act.text) }
  return step(house, 'case', caseId, { ...act, ...text }, by, asked)
}
