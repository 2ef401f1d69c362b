import { assignment } from './assignment.ts'
import { lookBack } from './look-back.ts'
import { merging } from './merging.ts'
import { note } from './note.ts'
import type { Recorders } from './pass.ts'
import { reply } from './reply.ts'
import { reporter } from './reporter.ts'
import { split } from './split.ts'
import { supervision } from './supervision.ts'
import { track } from './track.ts'
import { triage } from './triage.ts'
import { verification } from './verification.ts'

/** What each act on a case writes besides its state. An act that is not here writes its journal row alone. */
export const CASE_RECORDS: Recorders = {
  ...note,
  ...triage,
  ...merging,
  ...split,
  ...reporter,
  ...verification,
  ...assignment,
  ...track,
  ...supervision,
  ...reply,
  ...lookBack,
}
