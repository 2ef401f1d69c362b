import { z } from 'zod'
import { listColleaguesWithRole } from '#db/read/colleagues.ts'
import { listFates, listUnmoved } from '#db/read/leaving.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { markCaseMovedFrom } from '#db/write/leaving.ts'
import { step } from '#workflows/engine/step.ts'
import type { House } from '#workflows/house.ts'
import { keepChange } from '#workflows/settings-desk/keep-change.ts'
import type { Doer } from './do-errand.ts'
import { failureCode } from './failure.ts'

const aboutLeaver = z.object({ leaver: z.uuid(), to: z.union([z.uuid(), z.literal('')]) })
type Fate = 'successor' | 'head' | 'inCharge' | 'overtaken'

/**
 * Hands over what somebody held when they left, case by case, each an act in a transaction of its own: to the successor;
 * where that one may not know of the case to the head; where nobody of these may, back to the queue with a notice to
 * those in charge. Broken off halfway it goes on with what is left: a case that has another holder by then is moved.
 */
export const moveWork: Doer = async (house, tx, errand) => {
  const { leaver, to } = aboutLeaver.parse(errand.payload)
  const heads = (await listColleaguesWithRole(tx, 'head')).map(({ id }) => id).filter((id) => id !== to)
  const candidates: [string | null, Fate][] = [
    ...(to === '' ? [] : [[to, 'successor'] as [string, Fate], ...heads.map((id): [string, Fate] => [id, 'head'])]),
    [null, 'inCharge'],
  ]
  const stuck: string[] = []
  for (const { id, holder } of await listUnmoved(house.db, leaver)) {
    const fate =
      holder === leaver
        ? await moveCase(house, id, candidates).catch((error: unknown) => left(house, error))
        : fateOf(holder, to, heads)
    if (fate === null) stuck.push(id)
    else await inTransaction(house.db, (own) => markCaseMovedFrom(own, leaver, id, fate))
  }
  // the queue tries again; nothing stays with somebody who is gone
  if (stuck.length > 0) throw new Error(`${stuck.length} cases of a leaver could not be moved`)
  await keepOutcome(house, tx, leaver)
}

/** The first of these who may have it; null where the case takes nobody's hand now. */
async function moveCase(house: House, id: string, candidates: [string | null, Fate][]): Promise<Fate | null> {
  for (const [to, fate] of candidates) {
    const outcome = await step(house, 'case', id, { type: 'handOver', to }, { kind: 'machine' })
    if (outcome.kind === 'moved') return fate
  }
  return null
}

/** One case that cannot be moved stands in nobody's way. */
function left({ log }: House, error: unknown): null {
  log.error({ task: 'move-work', code: failureCode(error) }, 'a case of a leaver could not be moved')
  return null
}

/** It was moved before the process ended, or somebody of the office took it on meanwhile. */
const fateOf = (holder: string | null, to: string, heads: readonly string[]): Fate => {
  if (holder === null) return 'inCharge'
  return holder === to ? 'successor' : heads.includes(holder) ? 'head' : 'overtaken'
}

async function keepOutcome(house: House, tx: Transaction, leaver: string): Promise<void> {
  const rows = await listFates(tx, leaver)
  if (rows.length === 0) return
  const after = Object.fromEntries(rows.map(({ fate, cases }) => [fate, Number(cases)]))
  await keepChange(house, tx, null, 'moveWork', { subject: leaver, before: null, after })
}
