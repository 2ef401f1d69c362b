import { randomUUID } from 'node:crypto'
import type { UnitRow } from '#db/read/units.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { markChallengeUsed } from '#db/write/challenges.ts'
import { insertReport, insertSealedContact, lockReportByReceipt, markReportShown } from '#db/write/reports.ts'
import { unitsNamed } from '#workflows/assignment/recognise.ts'
import { HOUR, hourOf } from '#workflows/clock.ts'
import { caseKey } from '#workflows/engine/case-key.ts'
import { openCase } from '#workflows/engine/open.ts'
import { step } from '#workflows/engine/step.ts'
import { withoutReceipts } from '#workflows/engine/without-receipts.ts'
import type { House } from '#workflows/house.ts'
import { sealText } from '#workflows/protection/cipher.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import { receiptCode, receiptMac } from '#workflows/protection/receipt-code.ts'
import { vaultPublicKey } from '#workflows/protection/keys.ts'
import { sealContact } from '#workflows/vault/seal.ts'
import { knownUnits } from './known-units.ts'
import type { Report } from './report.ts'
import { keepSecondThought, requestOf } from './second-thought.ts'
import { storeFile } from './store-file.ts'

/** How often one form shows its code: a second look after a lost connection, and no more. */
const MOST_SHOWN = 3

/** `code` is shown to the person; null once it was shown often enough or has opened the thread. */
export type Accepted = { code: string | null; again: boolean }

/**
 * The only way in. Stores a report with its case, its files and its sealed contact in one transaction, or nothing.
 * A second post of the same form finds the first: the same text shows the same code, another text is a supplement.
 */
export async function accept(house: House, said: Report): Promise<Accepted> {
  const report = await normalReport(house, said)
  const code = receiptCode(house.keys, report.submission)
  const mac = receiptMac(house.keys, code)
  const units = await knownUnits(house)
  // most forms come once: storing is tried first, and the table itself knows a form that was there before
  const stored = await inTransaction(house.db, (tx) => store(house, tx, units, report, mac)).catch(sameFormTwice)
  if (stored) return { code, again: false }
  const earlier = await inTransaction(house.db, (tx) => again(house, tx, report, mac))
  // where the brief is announced already, this takes it back; anywhere else the mark alone is enough
  if (report.noDispatch) await step(house, 'case', earlier.caseId, { type: 'noDispatch' }, earlier.by)
  if (earlier.more !== null) {
    const supplement = { type: 'supplement', text: earlier.more }
    await step(house, 'case', earlier.caseId, supplement, earlier.by, { request: requestOf(earlier.more) })
  }
  return { code: earlier.mayShow ? code : null, again: true }
}

const normalReport = async (house: House, report: Report): Promise<Report> => ({
  ...report,
  text: await withoutReceipts(house, normalText(report.text).trim()),
  place: tidy(report.place),
  unit: tidy(report.unit),
  happened: tidy(report.happened),
  contact: tidy(report.contact),
})
const tidy = (field: string | undefined) => (field && normalText(field).trim()) || undefined

/** Finds the report of a form that was posted before. */
async function again(house: House, tx: Transaction, report: Report, mac: Buffer) {
  const row = await lockReportByReceipt(tx, mac)
  if (!row) throw new Error('a form was known and its report is not there')
  const key = await caseKey(tx, house.keys, row.case_id)
  const mayShow = !row.used && row.shown < MOST_SHOWN
  if (mayShow) await markReportShown(tx, row.id)
  const by = { kind: 'reporter' as const, report: row.id }
  const more = await keepSecondThought(house, tx, key, row, report)
  return { caseId: row.case_id, by, mayShow, more }
}

async function store(
  house: House,
  tx: Transaction,
  units: readonly UnitRow[],
  report: Report,
  mac: Buffer,
): Promise<true> {
  const id = randomUUID()
  const everything = [report.place, report.unit, report.text].filter(Boolean).join('\n')
  const accused = [...new Set([...unitsNamed(units, report.unit ?? ''), ...unitsNamed(units, everything)])]
  // a challenge is taken once: the same answer under another form is no proof of anything
  const fresh = !report.challenge || (await markChallengeUsed(tx, coarsely(report.challenge)))
  const slowLane = report.lane === 'slow' || !fresh
  const { id: caseId, key } = await openCase(house, tx, {
    accused,
    noDispatch: report.noDispatch,
    slowLane,
    report: id,
  })
  const seal = (column: 'body' | 'place' | 'unit' | 'happened', text: string | undefined) =>
    text === undefined ? null : sealText(key, { table: 'report', column, row: id }, text)
  const vault = vaultPublicKey(house.keys)
  await insertReport(tx, {
    id,
    case_id: caseId,
    channel: report.channel,
    receipt_mac: mac,
    received_hour: hourOf(house.clock.town()),
    body: sealText(key, { table: 'report', column: 'body', row: id }, report.text),
    place: seal('place', report.place),
    unit: seal('unit', report.unit),
    happened: seal('happened', report.happened),
    no_dispatch: report.noDispatch,
    has_contact: Boolean(report.contact && vault),
  })
  if (report.contact && vault)
    await insertSealedContact(tx, { id: randomUUID(), report_id: id, sealed: sealContact(vault, report.contact, id) })
  for (const file of report.files) await storeFile(tx, key, { caseId, owner: 'report', ownerId: id }, file)
  return true
}

/** A form that was posted before, or twice at the same moment: one stores, the other finds what was stored. */
function sameFormTwice(error: unknown): false {
  const isDuplicate = error instanceof Error && 'constraint' in error && error.constraint === 'report_receipt_mac_key'
  if (isDuplicate) return false
  throw error
}

/** Remembered until the end of an hour: the minute would tell when the form was opened. */
const coarsely = ({ digest, expires }: NonNullable<Report['challenge']>) => ({
  digest,
  expires: new Date(hourOf(expires).getTime() + HOUR),
})
