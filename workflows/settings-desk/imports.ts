import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { listProposedLogins } from '#db/read/accounts.ts'
import { listLogins } from '#db/read/house-standing.ts'
import { listUnits } from '#db/read/units.ts'
import { type Database, inTransaction, type Transaction } from '#db/transaction.ts'
import { insertPlan, lockOpenPlan, markPlanDone } from '#db/write/import-plans.ts'
import { LEVELS, UNIT_KINDS } from '#workflows/assignment/tree-rules.ts'
import { HOUR } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { type ImportSubject, type Line, linesOf } from '#workflows/imports/columns.ts'
import { type PlannedPerson, planPeople } from '#workflows/imports/plan-people.ts'
import type { PlannedRow } from '#workflows/imports/planned-row.ts'
import { type PlannedUnit, planUnits } from '#workflows/imports/plan-units.ts'
import type { TableProblem } from '#workflows/imports/table.ts'
import { parse } from '#workflows/parsers/parsers.ts'
import { openText, sealText } from '#workflows/protection/cipher.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { propose } from './account-requests.ts'
import { askToRelease } from './ask-to-release.ts'
import { inTurn } from './in-turn.ts'
import { keepChange } from './keep-change.ts'
import { saidOf, storeNewUnit, storeUnitChange } from './units.ts'

/** A dry run is good for an hour, by the wall clock. */
export const PLAN_KEPT = HOUR
/** Somebody has to confirm each of them. */
const MOST_PEOPLE = 300

/** What would be done, row by row; nothing of it is. `id` is null where a row is refused, or nothing would change. */
export type DryRun = { kind: 'planned'; subject: ImportSubject; id: string | null; rows: PlannedRow[] }
export type NotRead =
  | { kind: 'notRead'; problem: TableProblem | 'busy' | 'tooManyPeople' }
  | { kind: 'notRead'; problem: 'columns'; missing: string[] }
/** `opened`: of people, proposed for a second person to confirm. */
export type Imported = { kind: 'imported'; subject: ImportSubject; opened: number; changed: number }
export type NotImported = { kind: 'gone' } | { kind: 'stale'; rows: PlannedRow[] }

type Plan = { subject: 'units'; rows: PlannedUnit[] } | { subject: 'people'; rows: PlannedPerson[] }

/** Reads a table and says what importing it would do. Only the table is kept, sealed, for the word to do it. */
export async function dryRun(
  house: House,
  by: Staff,
  subject: ImportSubject,
  bytes: Buffer,
): Promise<DryRun | NotRead> {
  const parsed = await parse('table', bytes, { by: by.id })
  if ('stopped' in parsed) return { kind: 'notRead', problem: parsed.stopped === 'busy' ? 'busy' : 'tooMuch' }
  const table = parsed.read
  if ('problem' in table) return { kind: 'notRead', problem: table.problem }
  const read = linesOf(table.rows, subject)
  if ('missing' in read) return { kind: 'notRead', problem: 'columns', missing: read.missing }
  if (read.lines.length === 0) return { kind: 'notRead', problem: 'empty' }
  if (subject === 'people' && read.lines.length > MOST_PEOPLE) return { kind: 'notRead', problem: 'tooManyPeople' }
  const { rows } = await planOf(house.db, subject, read.lines)
  const works = rows.some(({ does }) => does === 'open' || does === 'change')
  if (!works || rows.some(({ does }) => does === 'refused')) return { kind: 'planned', subject, id: null, rows }
  const id = randomUUID()
  const kept = JSON.stringify({ lines: read.lines, shown: stampOf(rows) })
  const plan = sealText(keyOf(house), placeOf(id), kept)
  await inTransaction(house.db, (tx) => insertPlan(tx, { id, subject, by: by.id, made_at: house.clock.wall(), plan }))
  return { kind: 'planned', subject, id, rows }
}

const kept = z.object({
  lines: z.array(z.object({ row: z.number(), cells: z.record(z.string(), z.string()) })),
  shown: z.string(),
})

/**
 * Does what a dry run showed: all of it in one transaction, or nothing. Where it would do something else by now, it
 * does nothing and says what it would do.
 */
export async function importPlan(house: House, by: Staff, id: string): Promise<Imported | NotImported> {
  if (!z.uuid().safeParse(id).success) return { kind: 'gone' }
  return inTurn(house.db, async (tx): Promise<Imported | NotImported> => {
    const row = await openPlan(house, tx, by, id)
    if (!row) return { kind: 'gone' }
    const plan = await planOf(tx, row.subject, row.lines)
    if (stampOf(plan.rows) !== row.shown) return { kind: 'stale', rows: plan.rows }
    if (plan.subject === 'units') await storeUnits(house, tx, by, plan.rows)
    else await proposePeople(house, tx, by, plan.rows)
    await markPlanDone(tx, id)
    const [opened, changed] = (['open', 'change'] as const).map((does) => keysOf(plan.rows, does))
    await keepChange(house, tx, by, plan.subject === 'units' ? 'importUnits' : 'importPeople', {
      subject: plan.subject,
      before: null,
      after: { opened, changed },
    })
    if (plan.subject === 'units') await askToRelease(tx, by)
    return { kind: 'imported', subject: plan.subject, opened: opened?.length ?? 0, changed: changed?.length ?? 0 }
  })
}

/** The plan of this administrator, while it is good; held until the transaction ends. */
async function openPlan(house: House, tx: Transaction, by: Staff, id: string) {
  const row = await lockOpenPlan(tx, id, by.id)
  if (!row || row.made_at.getTime() + PLAN_KEPT < house.clock.wall().getTime()) return null
  return { subject: row.subject, ...kept.parse(JSON.parse(openText(keyOf(house), placeOf(id), row.plan))) }
}

async function planOf(db: Database | Transaction, subject: ImportSubject, lines: readonly Line[]): Promise<Plan> {
  const units = await listUnits(db)
  if (subject === 'units') return { subject, rows: planUnits(units, lines, randomUUID) }
  return {
    subject,
    rows: planPeople(units, new Set([...(await listLogins(db)), ...(await listProposedLogins(db))]), lines),
  }
}

/** From the top down: a unit is there before those below it. Each goes on record as it was and as it is. */
async function storeUnits(house: House, tx: Transaction, by: Staff, rows: readonly PlannedUnit[]): Promise<void> {
  const place = ({ unit: { level, kind } }: PlannedUnit) => LEVELS.indexOf(level) * 10 + UNIT_KINDS.indexOf(kind)
  const known = new Map((await listUnits(tx)).map((unit) => [unit.id, unit]))
  for (const { unit, does } of rows.toSorted((one, other) => place(one) - place(other))) {
    const { id, ...said } = unit
    const before = known.get(id)
    if (does === 'open') {
      await storeNewUnit(house, tx, by, said, id)
      await keepChange(house, tx, by, 'openUnit', { subject: id, before: null, after: said })
    }
    if (does === 'change' && before) {
      await storeUnitChange(house, tx, by, before, said)
      await keepChange(house, tx, by, 'changeUnit', { subject: id, before: saidOf(before), after: said })
    }
  }
}

/** Each account of a table is proposed like any other. */
async function proposePeople(house: House, tx: Transaction, by: Staff, rows: readonly PlannedPerson[]): Promise<void> {
  for (const { row, login, person } of rows) {
    const { email, mobile, ...more } = person
    const said = { login, ...more, email: email ?? '', mobile: mobile ?? '' }
    const outcome = await propose(house, tx, by, { act: 'open', staffId: null, login, said })
    if (outcome.kind === 'refused') throw new Error(`line ${row} of a plan is proposed already`)
  }
}

const keysOf = (rows: readonly PlannedRow[], wanted: PlannedRow['does']) =>
  rows.filter(({ does }) => does === wanted).map(({ key }) => key)
/** What was shown, without the ids that were made up for it. */
const stampOf = (rows: readonly PlannedRow[]): string =>
  createHash('sha256')
    .update(
      JSON.stringify(rows.map(({ row, key, name, does, faults, changes }) => [row, key, name, does, faults, changes])),
    )
    .digest('base64url')
const keyOf = ({ keys }: House) => ({ id: 'staff', bytes: keys.staff })
const placeOf = (id: string) => ({ table: 'import_plan', column: 'plan', row: id })
