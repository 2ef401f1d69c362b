import { randomBytes } from 'node:crypto'
import { findReportByReceipt } from '#db/read/cases.ts'
import { listDue } from '#db/read/due.ts'
import type { Report } from '#workflows/channels/report.ts'
import { accept } from '#workflows/channels/accept.ts'
import { addDays, type Day, dayOf, type HandClock, MINUTE, startOf } from '#workflows/clock.ts'
import { step } from '#workflows/engine/step.ts'
import type { House } from '#workflows/house.ts'
import { receiptMac } from '#workflows/protection/receipt-code.ts'
import type { Actor } from '#workflows/roles/roles.ts'
import { unitId } from './data/unit-id.ts'
import { OFFICE_CODE } from './data/units.ts'

/** More dates than ever fall due on one day of a small town. */
const MOST_A_DAY = 1000

/** A report that came in: what its holder has, and where it is. */
export type Arrived = { code: string; report: string; caseId: string }

/** Takes a report in by the only way in. */
export async function arrive(house: House, said: Partial<Report> & { text: string }): Promise<Arrived> {
  const { code } = await accept(house, {
    channel: 'web',
    submission: randomBytes(16),
    noDispatch: false,
    files: [],
    lane: 'normal',
    ...said,
  })
  const row = code && (await findReportByReceipt(house.db, receiptMac(house.keys, code)))
  if (!code || !row) throw new Error('a report came in and cannot be found')
  return { code, report: row.id, caseId: row.case_id }
}

/** An act that is part of a story: a refusal stops it with what was refused, to whom, and why. */
export async function act(
  house: House,
  subject: 'case' | 'typicalCase',
  id: string,
  event: { type: string; [field: string]: unknown },
  by: Actor,
): Promise<void> {
  const outcome = await step(house, subject, id, event, by)
  if (outcome.kind === 'moved') return
  const row = await house.db.selectFrom('case_file').select('life').where('id', '=', id).executeTakeFirst()
  throw new Error(
    `${event.type} by ${by.kind === 'staff' ? by.roles.join('+') : by.kind} is refused in ${row?.life ?? 'its state'}: ` +
      `${outcome.code} ${JSON.stringify(outcome.issues ?? '')}`,
  )
}

/** Where the words of a case were taken for an accusation of the office: the liaison sees that they are none. */
export async function clearOffice(house: House, id: string, liaison: Actor): Promise<void> {
  const row = await house.db
    .selectFrom('case_file')
    .select('accused_provisional')
    .where('id', '=', id)
    .executeTakeFirstOrThrow()
  if (row.accused_provisional.includes(unitId(OFFICE_CODE)))
    await act(house, 'case', id, { type: 'clearOffice', people: [] }, liaison)
}

/** Lets the days up to `day` go by, each ringing what fell due the day before. */
export async function liveUntil(house: House, clock: HandClock, day: Day): Promise<void> {
  for (let next = addDays(dayOf(clock.town()), 1); next <= day; next = addDays(next, 1)) {
    clock.set(new Date(startOf(next).getTime() + MINUTE))
    for (const { case_id, name, track } of await listDue(house.db, next, { limit: MOST_A_DAY })) {
      const event = { type: 'deadline.lapsed', deadline: name, ...(track && { track }) }
      await step(house, 'case', case_id, event, { kind: 'clock' })
    }
  }
}
