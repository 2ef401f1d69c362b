import { randomBytes, randomUUID } from 'node:crypto'
import { sql } from 'kysely'
import pg from 'pg'
import type { Database } from '#db/transaction.ts'
import { addDays, type Day, dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { indexTokens } from '#workflows/protection/blind-index.ts'
import { newDataKey, sealText } from '#workflows/protection/cipher.ts'
import { indexEntry, sealEntry } from '#workflows/protection/index-entry.ts'
import { likenessOf } from '#workflows/protection/likeness.ts'
import { type Cell, copyIn, type Row } from './copy-in.ts'
import { COMMON, RARE, RARE_HITS, SENTENCES } from './sentences.ts'

/** What share of all cases stands where; the rest is closed. A town closes what it takes in: most of it is over. */
const SHARES: Readonly<Record<string, number>> = {
  'triage.open': 0.05,
  needsInfo: 0.005,
  'verifying.working': 0.025,
  'assigning.open': 0.01,
  rectifying: 0.03,
  reviewing: 0.01,
  'replying.drafting': 0.005,
  rating: 0.01,
  notAccepted: 0.1,
}
const AT_ONCE = 10_000
/** Steps in the record of an ordinary case. */
const STEPS = 6

/** Spreads the numbers of cases evenly over the shares. */
const GOLDEN = 0.6180339887

function lifeOf(share: number): string {
  let below = 0
  for (const [life, part] of Object.entries(SHARES)) {
    below += part
    if (share < below) return life
  }
  return 'closed'
}

type Prototype = Record<string, unknown> & { id: string; life: string }

/**
 * Fills the town up to `total` cases by COPY: cases like those of the sample, with words, dates and a record, and each
 * findable by its words and by what `moreTokens` says besides.
 */
export async function fill(
  house: House,
  ownerUrl: string,
  total: number,
  moreTokens: () => readonly number[] = () => [],
): Promise<void> {
  const { rows } = await sql<{ n: number }>`select count(*)::int as n from case_file`.execute(house.db)
  const there = rows[0]?.n ?? 0
  const town = await readTown(house.db, house, moreTokens)
  const client = new pg.Client({ connectionString: ownerUrl })
  await client.connect()
  try {
    for (let from = there; from < total; from += AT_ONCE) {
      const cases = Array.from({ length: Math.min(AT_ONCE, total - from) }, (_, at) => town.make(from + at))
      for (const table of TABLES) {
        const made = cases.flatMap((one) => one[table])
        await copyIn(client, table, made)
      }
    }
    await client.query('vacuum analyze')
  } finally {
    await client.end()
  }
}

const TABLES = ['data_key', 'case_file', 'report', 'journal', 'deadline', 'search.case_index'] as const
type Made = Record<(typeof TABLES)[number], Row[]>

async function readTown(db: Database, house: House, moreTokens: () => readonly number[]) {
  const { rows: stored } = await sql<Prototype>`
    select id, life, complexity, value::text, context::text, machine_version, revision, due_name, holder, accepted_on
    from case_file where main_case is null and not reprisal`.execute(db)
  const { rows: dates } = await sql<Record<string, Cell> & { case_id: string }>`
    select case_id, name, track, state, set_on, days, rule, calendar_version, provisional
    from deadline where state = 'open'`.execute(db)
  const { rows: units } = await sql<{ id: string }>`select id from unit where kind = 'government'`.execute(db)
  const { rows: kinds } = await sql<{ code: string }>`select code from kind where code <> 'OUT'`.execute(db)
  const today = dayOf(house.clock.town())
  const tokens = new Map<string, number[]>()
  const tokensOf = (sentence: string) => {
    const known = tokens.get(sentence) ?? indexTokens(house.keys, sentence)
    tokens.set(sentence, known)
    return known
  }
  const entryOf = (said: readonly string[]) => {
    const all = [...new Set([...said.flatMap(tokensOf), ...moreTokens()])]
    return indexEntry(all, [], likenessOf(house.keys, all))
  }
  const byLife = grouped(stored, ({ life }) => life)
  const datesOf = grouped(dates, (date) => date.case_id)
  const prototype = (nth: number): Prototype => {
    const life = lifeOf((nth * GOLDEN) % 1)
    const like = byLife.get(life) ?? []
    const one = like[nth % like.length]
    if (!one) throw new Error(`no case of the sample is ${life}`)
    return one
  }

  function make(nth: number): Made {
    const like = prototype(nth)
    const open = Object.hasOwn(SHARES, like.life) && like.life !== 'notAccepted'
    const { id, wrapped, key } = newDataKey(house.keys)
    const report = randomUUID()
    const received: Day = addDays(today, -(open ? nth % 30 : 30 + (nth % 1000)))
    // nothing is late: a worker with thousands of rungs to ring is another matter
    const due = open ? addDays(today, 1 + (nth % 40)) : null
    const said: string[] = [0, 3, 7].map((step) => SENTENCES[(nth + step * (1 + (nth % 5))) % SENTENCES.length] ?? '')
    if (nth % 10 === 0) said.push(COMMON)
    if (nth >= 100 && nth < 100 + RARE_HITS) said.push(`说这话的是${RARE}`)
    const body = sealText(key, { table: 'report', column: 'body', row: report }, said.join('\n'))
    return {
      data_key: [{ id, purpose: 'case', wrapped }],
      case_file: [
        {
          id,
          number: `${received.slice(0, 4)}-${received.slice(5, 7)}${received.slice(8)}-${String(nth).padStart(8, '0')}`,
          kind: kinds[nth % kinds.length]?.code ?? null,
          complexity: cell(like.complexity),
          value: cell(like.value),
          context: cell(like.context),
          machine_version: cell(like.machine_version),
          revision: STEPS,
          life: like.life,
          holder: open && nth % 3 === 0 ? cell(like.holder) : null,
          place_unit: units[nth % units.length]?.id ?? null,
          accused: nth % 3 === 0 ? [units[nth % units.length]?.id ?? ''] : [],
          accused_provisional: [],
          no_dispatch: false,
          slow_lane: false,
          received_on: received,
          accepted_on: like.accepted_on === null ? null : received,
          due_on: due,
          due_name: due === null ? null : cell(like.due_name),
          closed_on: like.life === 'closed' ? addDays(received, 28) : null,
        },
      ],
      report: [
        {
          id: report,
          case_id: id,
          channel: 'web',
          receipt_mac: randomBytes(32),
          received_hour: `${received}T02:00:00Z`,
          body,
          no_dispatch: false,
          has_contact: false,
        },
      ],
      journal: Array.from({ length: STEPS }, (_, at) => ({
        subject: 'case',
        subject_id: id,
        seq: at + 1,
        at: `${received}T03:00:00Z`,
        actor_kind: 'clock',
        type: 'filled',
        prev_hash: Buffer.alloc(32),
        hash: Buffer.alloc(32),
      })),
      deadline:
        due === null
          ? []
          : (datesOf.get(like.id) ?? []).map((date) => ({ ...date, id: randomUUID(), case_id: id, due_on: due })),
      'search.case_index': [{ case_id: id, generation: 1, sealed: sealEntry(key, id, entryOf(said)) }],
    }
  }
  return { make }
}

function grouped<Item>(items: readonly Item[], by: (item: Item) => string): ReadonlyMap<string, readonly Item[]> {
  const groups = new Map<string, Item[]>()
  for (const item of items) {
    const group = groups.get(by(item)) ?? []
    group.push(item)
    groups.set(by(item), group)
  }
  return groups
}

const cell = (value: unknown): Cell => {
  if (value === null || typeof value === 'string' || typeof value === 'number' || typeof value === 'boolean')
    return value
  throw new Error(`not a cell: ${typeof value}`)
}
