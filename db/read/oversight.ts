import { type Expression, type SqlBool, sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

/** The last date of the page before: the next page begins after it. */
export type DatedPlace = { due: string; id: string }
export type DatedAsked = {
  away: readonly string[]
  /** the dates that are looked for, by name */
  names: readonly string[]
  today: string
  /** over already, or due from `today` on and before this day */
  due: 'late' | { before: string }
  unit: string | null
  rung: string | null
  after: DatedPlace | null
  most: number
}

/**
 * Dates that somebody owes, the earliest first: those of letters with their unit, those of the office without. Never by
 * how many anybody has of them. Clear columns only.
 */
export const listDated = (db: Database, asked: DatedAsked) =>
  datedIn(db, asked)
    .leftJoin('letter', (join) =>
      join
        .onRef('letter.case_id', '=', 'deadline.case_id')
        .onRef('letter.track', '=', 'deadline.track')
        .on('letter.superseded', '=', false),
    )
    .leftJoin('unit', 'unit.id', 'letter.unit_id')
    .leftJoin('kind', 'kind.code', 'case_file.kind')
    .select(['deadline.id', 'deadline.case_id', 'deadline.name', 'deadline.track', 'deadline.due_on'])
    .select(RUNG(asked.today).as('rung'))
    .select(['case_file.number as case_number', 'kind.name_zh', 'kind.name_en'])
    .select(['letter.number as letter_number', 'letter.unit_id', 'unit.name as unit_name'])
    .select(STAFFED.as('staffed'))
    .$if(asked.unit !== null, (query) => query.where('letter.unit_id', '=', asked.unit))
    .$if(asked.rung !== null, (query) => query.where(RUNG(asked.today), '=', asked.rung))
    .$if(asked.after !== null, (query) =>
      query.where(sql<boolean>`(deadline.due_on, deadline.id) > (${asked.after?.due}::date, ${asked.after?.id}::uuid)`),
    )
    .orderBy('deadline.due_on')
    .orderBy('deadline.id')
    .limit(asked.most)
    .execute()
export type DatedRow = Awaited<ReturnType<typeof listDated>>[number]

type Counted = Pick<DatedAsked, 'away' | 'names' | 'today' | 'due'>
/** How many such dates there are, counting no further than `most`. */
export async function countDated(db: Database, { most, ...asked }: Counted & { most: number }): Promise<number> {
  const some = datedIn(db, asked).select('deadline.id').limit(most).as('some')
  const { dates } = await db
    .selectFrom(some)
    .select(({ fn }) => fn.countAll<string>().as('dates'))
    .executeTakeFirstOrThrow()
  return Number(dates)
}

const datedIn = (db: Database, { away, names, today, due }: Counted) =>
  db
    .selectFrom('deadline')
    .innerJoin('case_file', 'case_file.id', 'deadline.case_id')
    .where('deadline.name', 'in', names)
    .where(mayKnow(away))
    .where((any) =>
      due === 'late'
        ? any.or([any('deadline.state', '=', 'lapsed'), any.and([any('deadline.state', '=', 'open'), isOver(today)])])
        : any.and([
            any('deadline.state', '=', 'open'),
            any('deadline.due_on', '>=', today),
            any('deadline.due_on', '<', due.before),
          ]),
    )

const isOver = (today: string): Expression<SqlBool> => sql<SqlBool>`deadline.due_on < ${today}::date`

/** A date that is over is red, whether the sweep has told so yet or not. */
const RUNG = (today: string) => sql<string>`(case
  when deadline.due_on < ${today}::date and deadline.rung in ('none', 'reminder', 'yellow') then 'red'
  else deadline.rung end)`

/** Whether anybody answers letters at the unit that has this one; null where it is no unit's date. */
const STAFFED = sql<boolean | null>`(letter.id is null or exists (
  select from staff join staff_role on staff_role.staff_id = staff.id
  where staff.unit_id = letter.unit_id and not staff.disabled
    and staff_role.role in ('territoryHandler', 'departmentHandler')))`
