import { z } from 'zod'
import { listMoments } from '#db/read/case-file.ts'
import type { Database } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import type { Cells } from './cells.ts'

/** Of what an act said, only what names it more exactly: which date went by, which side it was about. */
const detail = z.looseObject({ deadline: z.string().nullish(), track: z.string().nullish() })

/** Every step on a case, oldest first. A reporter's act is told by its day, and by nobody's name. */
export async function readMoments(db: Database, cells: Cells, caseId: string) {
  return (await listMoments(db, caseId)).map(({ seq, type, actor_kind, actor_role, at, name, payload }) => {
    const said = payload ? cells.open('journal', 'payload', `${caseId}:${seq}`, payload) : ''
    const { deadline, track } = said === '' ? {} : detail.parse(JSON.parse(said))
    return {
      seq,
      type,
      deadline: deadline ?? null,
      track: track ?? null,
      role: actor_role ?? actor_kind,
      by: actor_kind === 'staff' ? name : null,
      day: dayOf(at),
      at: actor_kind === 'reporter' ? null : at.toISOString(),
    }
  })
}
