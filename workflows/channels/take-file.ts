import type { House } from '#workflows/house.ts'
import { rememberedColumns } from './call-columns.ts'
import type { CallRefusal } from './hotline/call.ts'
import { readCallsApart } from './hotline/calls-apart.ts'
import type { FileProblem } from './hotline/call-file.ts'
import { takeCall } from './take-call.ts'

/** What became of one call of a file. `id`: its report, or the one it is a duplicate of. */
export type CallOutcome = {
  row: number
  outcome: 'report' | 'duplicate' | 'refused'
  reason: CallRefusal | null
  id: string | null
}

/**
 * Takes the calls of a file at once, without a look first: each is told as soon as it has its outcome. Broken off, it is
 * simply done again. Answers with why nothing was taken, or null.
 */
export async function takeFile(
  house: House,
  file: { name: string; bytes: Buffer },
  tell: (outcome: CallOutcome) => void,
): Promise<FileProblem | 'columns' | null> {
  const read = await readCallsApart(file.bytes, file.name, rememberedColumns(house))
  if ('problem' in read) return read.problem
  if ('unknown' in read) return 'columns'
  for (const { row, call, problem } of read.calls) {
    const taken = await takeCall(house, { call: { ...call, problem }, source: 'import' })
    if (taken.outcome === 'refused') tell({ row, outcome: 'refused', reason: taken.reason, id: null })
    else tell({ row, outcome: taken.outcome, reason: null, id: taken.id })
  }
  return null
}
