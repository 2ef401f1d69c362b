import { randomUUID } from 'node:crypto'
import { listReports, type ReportRow } from '#db/read/cases.ts'
import { findKind } from '#db/read/units.ts'
import { insertReport } from '#db/write/reports.ts'
import { openSplit } from '#workflows/engine/open.ts'
import { openText, sealText } from '#workflows/protection/cipher.ts'
import { splitMac } from '#workflows/protection/receipt-code.ts'
import { type Recorders, wrong } from './pass.ts'

/** Where and when it happened, as the reporter wrote it: true of either matter. */
const AROUND = ['place', 'unit', 'happened'] as const

/**
 * One report, two matters: the words of the second begin a case of their own, under their own key. Nothing is taken out
 * of the first. No code opens the second by itself: whoever has the first one's code is led to it. Files and contact
 * stay where they came.
 */
export const split: Recorders = {
  split: async ({ house, tx, row, key, event, by }) => {
    if (by.kind !== 'staff') throw new Error('only an officer splits a report')
    const kind = await findKind(tx, event.kind)
    // a retired kind is kept by the cases that have it
    if (!kind || (kind.retired && kind.code !== row.kind)) wrong('kind')
    const [report] = await listReports(tx, row.id)
    if (!report) throw new Error('a case without its report')
    const role = by.roles.find((each) => each === 'clerk' || each === 'verifier') ?? 'clerk'
    const second = await openSplit(house, tx, by, { first: row, kind: event.kind, role })
    const id = randomUUID()
    const moved = (column: (typeof AROUND)[number]) => {
      const sealed = report[column]
      if (!sealed) return null
      const text = openText(key, { table: 'report', column, row: report.id }, sealed)
      return sealText(second.key, { table: 'report', column, row: id }, text)
    }
    await insertReport(tx, {
      id,
      case_id: second.id,
      channel: report.channel,
      receipt_mac: splitMac(house.keys, id),
      received_hour: report.received_hour,
      body: sealText(second.key, { table: 'report', column: 'body', row: id }, event.text),
      place: moved('place'),
      unit: moved('unit'),
      happened: moved('happened'),
      no_dispatch: report.no_dispatch,
      has_contact: false,
      split_from: firstOf(report),
    })
  },
}

/** Of a second matter that is split again, the report whose code is there. */
const firstOf = ({ id, split_from }: ReportRow): string => split_from ?? id
