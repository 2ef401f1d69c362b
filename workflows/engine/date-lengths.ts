import { listRulesInForce } from '#db/read/deadline-rules.ts'
import type { Database } from '#db/transaction.ts'
import type { Complexity, DeadlineName } from '#workflows/case/names.ts'
import type { Day } from '#workflows/clock.ts'
import { type Length, lengthOn } from '#workflows/deadlines/date-rules.ts'

/** How long each date is that is given on one day: by the rules an administrator set, else by the catalogue. */
export type Lengths = (name: DeadlineName, matter: { kind: string | null; complexity: Complexity | null }) => Length

export async function lengthsOn(db: Database, today: Day): Promise<Lengths> {
  const rules = await listRulesInForce(db, today)
  return (name, { kind, complexity }) => lengthOn(rules, today, name, { kind, complexity: complexity ?? 'standard' })
}
