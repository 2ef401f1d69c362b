import type { CaseRow } from '#db/read/cases.ts'
import type { Transaction } from '#db/transaction.ts'
import { type CaseContext, lettersIssued } from '#workflows/case/context.ts'
import { type Label, labelOf } from '#workflows/case/label.ts'
import { restoreCase } from '#workflows/case/versions.ts'
import { isRefusedWith } from '#workflows/engine/refused-with.ts'

export const contextOf = (row: CaseRow): CaseContext => restoreCase(row.machine_version, row.value, row.context).context

/** Whether two units know of the case that a report follows. */
export const areLettersOut = (followed: CaseRow): boolean => lettersIssued(contextOf(followed))

type Standing = { own: CaseRow; main: CaseRow | undefined; asked: boolean }

/**
 * The word that stands above a thread. Until both letters are out a merged report reads as one that is alone: what is
 * asked of other reporters, and what they answer, does not move it.
 */
export async function labelFor(tx: Transaction, { own, main, asked }: Standing): Promise<Label> {
  const context = contextOf(own)
  if (!main) return labelOf(own.value, context)
  const mains = contextOf(main)
  if (!lettersIssued(mains)) {
    if (asked) return 'needsInfo'
    if (await isRefusedWith(tx, own, main)) return 'notAccepted'
    // the question there is somebody else's
    if (main.life === 'needsInfo') return 'received'
  }
  return labelOf(own.value, context, { label: labelOf(main.value, mains), letters: mains.letters })
}
