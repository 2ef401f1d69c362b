import { sql } from 'kysely'
import type { Database } from '#db/transaction.ts'
import { mayKnow } from './may-know.ts'

type Asked = { away: readonly string[]; from: Date; to: Date }

/** The reasons that one officer gave in a period, the latest first. */
export const listReasonsOf = (db: Database, staffId: string, { away, from, to, most }: Asked & { most: number }) =>
  db
    .selectFrom('look')
    .innerJoin('case_file', 'case_file.id', 'look.case_id')
    .select(['look.id', 'look.case_id', 'look.at', 'look.reason', 'case_file.number'])
    .where('look.reason', 'is not', null)
    .where('look.staff_id', '=', staffId)
    .where('look.at', '>=', from)
    .where('look.at', '<', to)
    .where(mayKnow(away))
    .orderBy('look.at', 'desc')
    .orderBy('look.id')
    .limit(most)
    .execute()

/** How many cases each officer opened with a reason, by month of the town's calendar; the latest month and the most first. */
export const countReasons = (db: Database, { away, from, to }: Asked) => {
  const month = sql<string>`to_char(look.at at time zone 'Asia/Shanghai', 'YYYY-MM')`
  return db
    .selectFrom('look')
    .innerJoin('case_file', 'case_file.id', 'look.case_id')
    .innerJoin('staff', 'staff.id', 'look.staff_id')
    .select(['staff.id', 'staff.name', month.as('month')])
    .select(({ fn }) => [fn.count<number>('look.case_id').distinct().as('cases'), fn.countAll<number>().as('reasons')])
    .where('look.reason', 'is not', null)
    .where('look.at', '>=', from)
    .where('look.at', '<', to)
    .where(mayKnow(away))
    .groupBy(['staff.id', 'staff.name', month])
    .orderBy(month, 'desc')
    .orderBy('cases', 'desc')
    .orderBy('staff.name')
    .execute()
}
