import { z } from 'zod'
import { findPerson } from '#db/read/people.ts'
import type { Database } from '#db/transaction.ts'

const said = z
  .object({ roles: z.array(z.string()), deputy: z.string(), casesTo: z.string(), lettersTo: z.string() })
  .partial()

/** The roles that an account has, would have by what is proposed, or whose holders would go on with its work. */
export async function rolesConcerned(db: Database, staffId: string | null, proposal: unknown): Promise<string[]> {
  const { roles = [], deputy, casesTo, lettersTo } = said.parse(proposal)
  const held: string[] = []
  for (const id of [staffId, deputy, casesTo, lettersTo])
    if (id) held.push(...((await findPerson(db, id))?.roles ?? []))
  return [...roles, ...held]
}
