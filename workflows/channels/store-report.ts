import { randomUUID } from 'node:crypto'
import { inTransaction } from '#db/transaction.ts'
import { insertArrivals, isOutdated } from '#db/write/arrival.ts'
import { whomItAccuses, whomItGivesAway } from '#workflows/assignment/whom-it-accuses.ts'
import { dayOf, HOUR, hourOf } from '#workflows/clock.ts'
import { arrivingCase } from '#workflows/engine/arriving-case.ts'
import { caseNumbers } from '#workflows/engine/case-number.ts'
import { forgetRules, knownRules } from '#workflows/engine/known-rules.ts'
import type { House } from '#workflows/house.ts'
import { sealText } from '#workflows/protection/cipher.ts'
import { vaultPublicKey } from '#workflows/protection/keys.ts'
import { sealContact, sealOriginal } from '#workflows/vault/seal.ts'
import { insertTogether } from './insert-together.ts'
import type { Beside, Report } from './report.ts'
import { storeFile } from './store-file.ts'

/**
 * Stores the report, or finds (false) that its form was posted before, or twice at the same moment. What stands in the
 * way is left for the tables to tell, for it hardly ever does.
 */
export async function storeReport(house: House, report: Report, mac: Buffer, beside?: Beside): Promise<boolean> {
  try {
    await store(house, report, mac, beside)
    return true
  } catch (error) {
    const constraint = error instanceof Error && 'constraint' in error ? error.constraint : null
    if (constraint === 'report_receipt_mac_key') return false
    // a challenge is taken once: the same answer under another form is no proof of anything
    if (constraint === 'used_challenge_pkey')
      return storeReport(house, { ...report, challenge: undefined, lane: 'slow' }, mac, beside)
    // another took the number at the same moment
    if (constraint === 'case_file_number_key') return storeReport(house, report, mac, beside)
    if (!isOutdated(error)) throw error
    forgetRules(house)
    return storeReport(house, report, mac, beside)
  }
}

/** All that the report brings with it: in one statement, and where it has files or a contact, these in its transaction. */
async function store(house: House, report: Report, mac: Buffer, beside: Beside = () => ({})): Promise<void> {
  const id = report.id ?? randomUUID()
  const { settings, ...rules } = await knownRules(house)
  const everything = [report.place, report.unit, report.text].filter(Boolean).join('\n')
  const found = [
    whomItAccuses(rules, report.unit ?? ''),
    whomItAccuses(rules, everything),
    // quotes and cards
    whomItGivesAway(rules, report.alsoSaid ?? ''),
  ]
  const accused = [...new Set(found.flatMap(({ units }) => units))]
  const accusedPeople = [...new Set(found.flatMap(({ people }) => people))]
  const now = house.clock.town()
  const known = { accused, accusedPeople, noDispatch: report.noDispatch, slowLane: report.lane === 'slow', report: id }
  const { id: caseId, key, rows } = arrivingCase(house, rules, known)
  const seal = (column: 'body' | 'place' | 'unit' | 'happened' | 'folded', text: string | undefined) =>
    text === undefined ? null : sealText(key, { table: 'report', column, row: id }, text)
  const vault = vaultPublicKey(house.keys)
  const row = {
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
    folded: seal('folded', report.folded),
    unanswered: report.unanswered ?? null,
  }
  const used_challenge = report.challenge ? [coarsely(report.challenge)] : []
  const arrival = {
    rows: {
      used_challenge,
      report: [row],
      ...rows,
      ...beside({ caseId, report: id, key }),
      ...inVault(vault, id, report),
    },
    numbers: caseNumbers(dayOf(now)),
  }
  if (report.files.length === 0) return insertTogether(house.db, arrival, settings)
  await inTransaction(house.db, async (tx) => {
    await insertArrivals(tx, [arrival], settings)
    for (const file of report.files) await storeFile(tx, key, { caseId, owner: 'report', ownerId: id }, file)
  })
}

/** What the server can put in and cannot take out; without a vault it is not kept at all. */
function inVault(vault: Buffer | null, report_id: string, { contact, original }: Report) {
  if (!vault) return {}
  const row = (sealed: Buffer) => ({ id: randomUUID(), report_id, sealed })
  return {
    'vault.sealed_contact': contact ? [row(sealContact(vault, contact, report_id))] : [],
    'vault.sealed_original': original ? [row(sealOriginal(vault, original, report_id))] : [],
  }
}

/** Remembered until the end of an hour: the minute would tell when the form was opened. */
const coarsely = ({ digest, expires }: NonNullable<Report['challenge']>) => ({
  digest,
  expires_at: new Date(hourOf(expires).getTime() + HOUR),
})
