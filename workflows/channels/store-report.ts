import { randomUUID } from 'node:crypto'
import { type Database, inTransaction } from '#db/transaction.ts'
import { insertArrival, isOutdated } from '#db/write/arrival.ts'
import { insertSealedContact } from '#db/write/reports.ts'
import { unitsNamed } from '#workflows/assignment/recognise.ts'
import { dayOf, HOUR, hourOf } from '#workflows/clock.ts'
import { arrivingCase } from '#workflows/engine/arriving-case.ts'
import { caseNumbers } from '#workflows/engine/case-number.ts'
import { forgetRules, knownRules } from '#workflows/engine/known-rules.ts'
import type { House } from '#workflows/house.ts'
import { sealText } from '#workflows/protection/cipher.ts'
import { vaultPublicKey } from '#workflows/protection/keys.ts'
import { sealContact } from '#workflows/vault/seal.ts'
import type { Report } from './report.ts'
import { storeFile } from './store-file.ts'

/**
 * Stores the report, or finds (false) that its form was posted before, or twice at the same moment. What stands in the
 * way is left for the tables to tell, for it hardly ever does.
 */
export async function storeReport(house: House, report: Report, mac: Buffer): Promise<boolean> {
  try {
    await store(house, report, mac)
    return true
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? error.constraint : null
    if (constraint === 'report_receipt_mac_key') return false
    // a challenge is taken once: the same answer under another form is no proof of anything
    if (constraint === 'used_challenge_pkey')
      return storeReport(house, { ...report, challenge: undefined, lane: 'slow' }, mac)
    // another took the number at the same moment
    if (constraint === 'case_file_number_key') return storeReport(house, report, mac)
    if (!isOutdated(error)) throw error
    forgetRules(house)
    return storeReport(house, report, mac)
  }
}

/** All that the report brings with it: in one statement, and where it has files or a contact, these in its transaction. */
async function store(house: House, report: Report, mac: Buffer): Promise<void> {
  const id = randomUUID()
  const { units, settings, ...rules } = await knownRules(house)
  const everything = [report.place, report.unit, report.text].filter(Boolean).join('\n')
  const accused = [...new Set([...unitsNamed(units, report.unit ?? ''), ...unitsNamed(units, everything)])]
  const now = house.clock.town()
  const arrival = { accused, noDispatch: report.noDispatch, slowLane: report.lane === 'slow', report: id }
  const { id: caseId, key, rows } = arrivingCase(house, rules, arrival)
  const seal = (column: 'body' | 'place' | 'unit' | 'happened', text: string | undefined) =>
    text === undefined ? null : sealText(key, { table: 'report', column, row: id }, text)
  const vault = vaultPublicKey(house.keys)
  const said = {
    id,
    case_id: caseId,
    channel: report.channel,
    receipt_mac: mac,
    received_hour: hourOf(now),
    body: sealText(key, { table: 'report', column: 'body', row: id }, report.text),
    place: seal('place', report.place),
    unit: seal('unit', report.unit),
    happened: seal('happened', report.happened),
    no_dispatch: report.noDispatch,
    has_contact: Boolean(report.contact && vault),
  }
  const used_challenge = report.challenge ? [coarsely(report.challenge)] : []
  const insert = (db: Database) =>
    insertArrival(db, { used_challenge, report: [said], ...rows }, { numbers: caseNumbers(dayOf(now)), settings })
  if (!said.has_contact && report.files.length === 0) return insert(house.db)
  await inTransaction(house.db, async (tx) => {
    await insert(tx)
    if (report.contact && vault)
      await insertSealedContact(tx, { id: randomUUID(), report_id: id, sealed: sealContact(vault, report.contact, id) })
    for (const file of report.files) await storeFile(tx, key, { caseId, owner: 'report', ownerId: id }, file)
  })
}

/** Remembered until the end of an hour: the minute would tell when the form was opened. */
const coarsely = ({ digest, expires }: NonNullable<Report['challenge']>) => ({
  digest,
  expires_at: new Date(hourOf(expires).getTime() + HOUR),
})
