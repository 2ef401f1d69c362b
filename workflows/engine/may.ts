import type { Transaction } from '#db/transaction.ts'
import type { CaseRow } from '#db/write/cases.ts'
import type { CaseEvent, CaseEventType } from '#workflows/case/events.ts'
import { CASE_VARIANTS } from '#workflows/case/variants.ts'
import { restoreCase } from '#workflows/case/versions.ts'
import type { House } from '#workflows/house.ts'
import type { Sender } from '#workflows/roles/permissions.ts'
import type { Actor } from '#workflows/roles/roles.ts'
import { caseFacts, isAside } from './case-facts.ts'
import { caseProcedure } from './case-procedure.ts'
import { situationOf } from './situation.ts'

/** An act that is open now, in each closed variant that the machine would take: a track, a finding, yes or no. */
export type PossibleAct = { type: CaseEventType; variants: CaseEvent[] }

/** What this actor may do on this case now, in the machine's words: a page's only way to ask. */
export async function possibleActs(house: House, tx: Transaction, row: CaseRow, by: Actor): Promise<PossibleAct[]> {
  const snapshot = restoreCase(row.machine_version, row.value, row.context)
  const situation = situationOf(house, tx, row)
  const isOpen = async (event: CaseEvent) => {
    const facts = await caseFacts({ house, tx, row, event, by, situation })
    if (isAside(facts, event.type)) return false
    // whoever has the case in hand may say so again, and is not asked to
    if (event.type === 'take' && facts.holds) return false
    // which case to merge into is chosen on the form; the engine judges the choice
    const asked = event.type === 'merge' ? { ...facts, mergeable: true } : facts
    return snapshot.can(Object.assign({}, event, { facts: asked }))
  }
  // where an actor stands depends on the case, and for a handler on the track: not on each act
  const standings = new Map<string, Promise<boolean>>()
  const stands = (event: CaseEvent, senders: readonly Sender[]) => {
    const place = 'track' in event && senders.includes('territoryHandler') ? event.track : 'case'
    const known = standings.get(place ?? 'case')
    const asked =
      known ?? caseProcedure.standing({ house, tx, row, event, by, situation }, senders).then((found) => 'as' in found)
    standings.set(place ?? 'case', asked)
    return asked
  }
  const acts: PossibleAct[] = []
  for (const [type, all] of Object.entries(CASE_VARIANTS) as [CaseEventType, readonly CaseEvent[]][]) {
    const senders = caseProcedure.permissions[type] ?? []
    if (!isAnySender(by, senders)) continue
    const variants: CaseEvent[] = []
    for (const event of all) {
      if ((await stands(event, senders)) && (await isOpen(event))) variants.push(event)
    }
    if (variants.length > 0) acts.push({ type, variants })
  }
  return acts
}

const isAnySender = (by: Actor, senders: readonly Sender[]) =>
  by.kind === 'staff' ? by.roles.some((role) => senders.includes(role)) : senders.includes(by.kind)
