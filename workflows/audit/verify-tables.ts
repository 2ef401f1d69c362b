import canonicalize from 'canonicalize'
import {
  listDatesOf,
  listLettersOf,
  listRecordedCases,
  listRecordedMails,
  listRecordedTypicalCases,
} from '#db/read/recorded.ts'
import type { Database } from '#db/transaction.ts'
import type { JournalRow } from '#db/write/journal.ts'
import { caseLife } from '#workflows/case/versions.ts'
import { earliestOwed } from '#workflows/engine/dates.ts'
import type { WalkedChain } from '#workflows/engine/journal.ts'
import { dateTrace, letterTrace } from '#workflows/engine/wrote.ts'
import { typicalCaseLife } from '#workflows/typical-case/versions.ts'
import type { Fault } from './fault.ts'
import { type RecordedCase, recordedCase } from './recorded-case.ts'

/** Compares what the tables say of these subjects with what their records come to. */
export async function verifyTables(db: Database, chains: readonly WalkedChain[]): Promise<Fault[]> {
  const of = (about: WalkedChain['about']) =>
    new Map(chains.flatMap((each) => (each.about === about ? [[each.id, each.rows]] : [])))
  return [
    ...(await verifyCases(db, of('case'))),
    ...(await verifyTypicalCases(db, of('typicalCase'))),
    ...(await verifyMails(db, of('mail'))),
  ]
}

type Rows = ReadonlyMap<string, JournalRow[]>
type Row<List extends (...args: never[]) => Promise<unknown[]>> = Awaited<ReturnType<List>>[number]

async function verifyCases(db: Database, chains: Rows): Promise<Fault[]> {
  const ids = [...chains.keys()]
  if (ids.length === 0) return []
  const cases = await listRecordedCases(db, ids)
  const dates = await listDatesOf(db, ids)
  const letters = await listLettersOf(db, ids)
  return cases.flatMap((row) => {
    const steps = chains.get(row.id) ?? []
    const recorded = recordedCase(steps)
    return [
      ...statusFault(
        { ...row, remembers: recorded.context === undefined || same(row.context, recorded.context) },
        steps,
        caseLife,
      ),
      ...dateFaults(
        row,
        recorded,
        dates.filter(({ case_id }) => case_id === row.id),
      ),
      ...letterFaults(
        row.id,
        recorded,
        letters.filter(({ case_id }) => case_id === row.id),
      ),
      ...columnFaults(row, recorded),
    ]
  })
}

async function verifyTypicalCases(db: Database, chains: Rows): Promise<Fault[]> {
  if (chains.size === 0) return []
  const rows = await listRecordedTypicalCases(db, [...chains.keys()])
  return rows.flatMap((row) => statusFault(row, chains.get(row.id) ?? [], typicalCaseLife))
}

/** A mail waits until its record says what was decided; that it was destroyed afterwards is a step of its own. */
async function verifyMails(db: Database, chains: Rows): Promise<Fault[]> {
  if (chains.size === 0) return []
  const rows = await listRecordedMails(db, [...chains.keys()])
  return rows.flatMap(({ mail_id, state, purged_on }): Fault[] => {
    const last = chains.get(mail_id)?.at(-1)
    const purged = last?.to_value === 'purged'
    const decided = purged ? last.from_value : (last?.to_value ?? 'waiting')
    return decided === state && purged === (purged_on !== null) ? [] : [{ fault: 'status differs', subject: mail_id }]
  })
}

/** `remembers`: what else the machine keeps is as the record says. */
type Standing = { id: string; revision: number; value: unknown; life: string; remembers?: boolean }

/** The state is where the last step led, and there are as many steps as the subject has taken. */
function statusFault(row: Standing, steps: readonly JournalRow[], lifeOf: (value: unknown) => string): Fault[] {
  const last = steps.at(-1)
  if (!last) return []
  const stands = same(row.value, last.to_value) && row.remembers !== false && row.revision === last.seq
  return stands && row.life === lifeIn(row.value, lifeOf)
    ? []
    : [{ fault: 'status differs', subject: row.id, seq: last.seq }]
}

/** A state that no machine has has no life. */
function lifeIn(value: unknown, lifeOf: (value: unknown) => string): string | null {
  try {
    return lifeOf(value)
  } catch {
    return null
  }
}

function dateFaults(
  { id, due_on }: Row<typeof listRecordedCases>,
  { whole, dates }: RecordedCase,
  stored: Row<typeof listDatesOf>[],
): Fault[] {
  const traces = stored.map(dateTrace)
  const differs = traces.find((date) => {
    const recorded = dates.get(date.id)
    return recorded ? !same(date, recorded) : whole
  })
  const there = new Set(traces.map((date) => date.id))
  const found = differs ?? [...dates.values()].find((date) => !there.has(date.id))
  if (found)
    return [{ fault: 'date differs', subject: id, detail: [found.name, found.track].filter(Boolean).join(' ') }]
  const next = earliestOwed([...dates.values()].filter(({ state }) => state !== 'cleared'))
  return !whole || (next?.due_on ?? null) === due_on ? [] : [{ fault: 'date differs', subject: id, detail: next?.name }]
}

function letterFaults(id: string, { whole, letters }: RecordedCase, stored: Row<typeof listLettersOf>[]): Fault[] {
  const recorded = [...letters.values()]
  /** the last of its track is in force */
  const inForce = (letter: { id: string; track: string }) =>
    recorded.findLast(({ track }) => track === letter.track)?.id === letter.id
  const differs = stored.find((letter) => {
    const trace = letters.get(letter.id)
    return trace ? !same(letterTrace(letter), trace) || letter.superseded === inForce(letter) : whole
  })
  const there = new Set(stored.map((letter) => letter.id))
  const found = differs ?? recorded.find((letter) => !there.has(letter.id))
  return found ? [{ fault: 'letter differs', subject: id, detail: found.number }] : []
}

function columnFaults(row: Row<typeof listRecordedCases>, { columns }: RecordedCase): Fault[] {
  const stored = new Map<string, unknown>(Object.entries(row))
  const [column] = Object.entries(columns).find(([name, value]) => !same(stored.get(name) ?? null, value)) ?? []
  return column ? [{ fault: 'case differs', subject: row.id, detail: column }] : []
}

const same = (one: unknown, other: unknown) => canonicalize(one) === canonicalize(other)
