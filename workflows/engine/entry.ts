import { hourOf } from '#workflows/clock.ts'
import type { Entry } from './journal.ts'
import type { Moment } from './procedure.ts'

/** The journal's word on one step. Of a reporter, only the hour is kept. */
export function entryOf(
  { row, event, by, role }: Omit<Moment<{ id: string }, { type: string }, unknown>, 'situation'>,
  subject: Entry['subject'],
  now: Date,
  from: unknown,
  to: unknown,
): Entry {
  const id = by.kind === 'staff' ? by.id : by.kind === 'reporter' ? by.report : null
  return {
    subject,
    subjectId: row.id,
    at: by.kind === 'reporter' ? hourOf(now) : now,
    actor: { kind: by.kind, id, role: by.kind === 'staff' ? role : null },
    type: event.type,
    from,
    to,
    payload: event,
  }
}
