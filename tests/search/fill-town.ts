import { randomBytes, randomUUID } from 'node:crypto'
import { type Insertable, sql } from 'kysely'
import { connect, disconnect } from '#db/connection.ts'
import type { UnitRow } from '#db/read/units.ts'
import type { CaseTable, MessageTable, ReportTable } from '#db/tables/case.ts'
import type { NoteTable } from '#db/tables/office.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import type { TestDatabase } from '#tests/world/database.ts'
import { addDays } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { type DataKey, newDataKey, sealText } from '#workflows/protection/cipher.ts'
import { rebuildSearch } from '#workflows/worker/rebuild-search.ts'
import { aText } from './corpus.ts'
import type { Random } from './random.ts'

/** A case as whoever filled the town knows it: every text in the clear, and who is accused. */
export type Filled = { id: string; number: string; accused: string[]; thread: string[]; office: string[] }

const AT_ONCE = 500
const FIRST_DAY = '2026-01-05'
const DAYS = 280
const LIVES = ['triage.open', 'verifying.working', 'rectifying', 'closed']
const WRITER = randomUUID()

/** What the report of the nth case says. */
type Says = (random: Random, nth: number) => string

/** Puts so many cases into an empty town, sealed as the engine seals them, and indexes them as an operator would. */
export async function fillTown(
  house: House & { database: TestDatabase },
  random: Random,
  units: readonly UnitRow[],
  { total, says = aText }: { total: number; says?: Says },
) {
  const filled: Filled[] = []
  for (let from = 0; from < total; from += AT_ONCE) {
    const some = Array.from({ length: Math.min(AT_ONCE, total - from) }, (_, at) =>
      aCase(house, random, units, says, from + at),
    )
    await inTransaction(house.db, (tx) => insert(tx, some))
    filled.push(...some.map(({ known }) => known))
  }
  await rebuildSearch(house)
  await analyze(house)
  return filled
}

/** What the database does by itself some minutes later: until then it plans for tables of a few rows. */
async function analyze({ database }: { database: TestDatabase }): Promise<void> {
  const owner = connect(database.ownerUrl, { max: 1 })
  await sql`analyze`.execute(owner)
  await disconnect(owner)
}

type Made = ReturnType<typeof aCase>

function aCase({ keys }: House, random: Random, units: readonly UnitRow[], says: Says, nth: number) {
  const { id, wrapped, key } = newDataKey(keys)
  const received_on = addDays(FIRST_DAY, random.below(DAYS))
  const number = `${received_on.slice(0, 4)}-${received_on.slice(5, 7)}${received_on.slice(8)}-${String(nth).padStart(5, '0')}`
  const accused = random.happens(0.2) ? [random.one(units).id] : []
  const provisional = random.happens(0.1) ? [random.one(units).id] : []
  const known: Filled = { id, number, accused: [...accused, ...provisional], thread: [says(random, nth)], office: [] }
  const row: Insertable<CaseTable> = {
    id,
    number,
    value: '{}',
    context: '{}',
    machine_version: 1,
    revision: 1,
    life: random.one(LIVES),
    accused,
    accused_provisional: provisional,
    no_dispatch: false,
    slow_lane: false,
    received_on,
  }
  const report = aReport(key, id, received_on, known.thread[0] ?? '')
  const messages = random.happens(0.2) ? [aMessage(key, id, received_on, told(known.thread, aText(random)))] : []
  const notes = random.happens(0.4) ? [aNote(key, id, received_on, told(known.office, aText(random)))] : []
  return { known, key: { id, purpose: 'case' as const, wrapped }, row, report, messages, notes }
}

const told = (texts: string[], text: string): string => {
  texts.push(text)
  return text
}

const hour = (day: string) => new Date(`${day}T02:00:00Z`)

function aReport(key: DataKey, case_id: string, day: string, text: string): Insertable<ReportTable> {
  const id = randomUUID()
  const body = sealText(key, { table: 'report', column: 'body', row: id }, text)
  const receipt = { receipt_mac: randomBytes(32), received_hour: hour(day), no_dispatch: false, has_contact: false }
  return { id, case_id, channel: 'web', body, ...receipt }
}

function aMessage(key: DataKey, case_id: string, day: string, text: string): Insertable<MessageTable> {
  const id = randomUUID()
  const body = sealText(key, { table: 'message', column: 'body', row: id }, text)
  return { id, case_id, report_id: null, seq: 1, said_by: 'reporter', about: 'supplement', hour: hour(day), body }
}

function aNote(key: DataKey, case_id: string, day: string, text: string): Insertable<NoteTable> {
  const id = randomUUID()
  const body = sealText(key, { table: 'note', column: 'body', row: id }, text)
  return { id, case_id, by: WRITER, about: 'note', at: hour(day), body }
}

async function insert(tx: Transaction, made: readonly Made[]): Promise<void> {
  await tx
    .insertInto('data_key')
    .values(made.map(({ key }) => key))
    .execute()
  await tx
    .insertInto('case_file')
    .values(made.map(({ row }) => row))
    .execute()
  await tx
    .insertInto('report')
    .values(made.map(({ report }) => report))
    .execute()
  await tx
    .insertInto('message')
    .values(made.flatMap(({ messages }) => messages))
    .execute()
  await tx
    .insertInto('note')
    .values(made.flatMap(({ notes }) => notes))
    .execute()
}
