import { randomUUID } from 'node:crypto'
import { listToTell, listUntold, type ToTell, type Untold } from '#db/read/waiting-notices.ts'
import type { UnitRow } from '#db/read/units.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { insertSending, lockOpenSending, markDropped, markNeedless, markTaken } from '#db/write/sendings.ts'
import { dayOf, hourOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Carrier } from '#workflows/notices/carrier.ts'
import { EMERGENCIES } from '#workflows/notices/catalogue.ts'
import { mayBeTold } from '#workflows/notices/may-be-told.ts'

const PAGE = 200

export type Composing = {
  carrier: Carrier
  units: readonly UnitRow[]
  /** whether people at home in this unit may be written to now */
  isOpen(unit: string): boolean
  emergenciesOnly: boolean
}

/**
 * Puts what waits for each person into one sending, under an id fixed here. A sending that did not get through takes in
 * what came since, and lets go of what was read, settled or overtaken; only where the other side may have taken it,
 * it stays as it was, and what is new waits for the next.
 */
export async function composeSendings(house: House, { carrier, ...composing }: Composing): Promise<void> {
  const { channel } = carrier
  const names = composing.emergenciesOnly ? EMERGENCIES : undefined
  let last: string | undefined
  for (;;) {
    const people = await listToTell(house.db, channel, { names, urgent: composing.emergenciesOnly, last, limit: PAGE })
    if (people.length === 0) return
    const untold = await listUntold(
      house.db,
      channel,
      people.map(({ id }) => id),
    )
    for (const person of people) {
      const theirs = untold.filter(({ staff_id }) => staff_id === person.id)
      await inTransaction(house.db, async (tx) => {
        for (const urgent of composing.emergenciesOnly ? [true] : [true, false])
          if (urgent || composing.isOpen(person.unit_id))
            await composeOne(house, tx, { person, theirs, urgent, carrier, units: composing.units })
      })
    }
    last = people.at(-1)?.id
  }
}

type One = { person: ToTell; theirs: readonly Untold[]; urgent: boolean; carrier: Carrier; units: readonly UnitRow[] }

async function composeOne({ clock }: House, tx: Transaction, { person, theirs, urgent, carrier, units }: One) {
  const { channel } = carrier
  const about = theirs.filter(({ name }) => EMERGENCIES.includes(name) === urgent)
  const tells = (notice: Untold) => mayBeTold(units, person, notice)
  const now = clock.town()
  let open = await lockOpenSending(tx, { staff: person.id, channel, urgent })
  if (open?.unsure) {
    if (about.some((notice) => notice.sending === open?.id && tells(notice))) return
    await markNeedless(tx, { id: open.id, hour: hourOf(now) })
    open = undefined
  }
  const rest = about.filter(({ sending }) => sending === null || sending === open?.id)
  const told = rest.filter(tells).map(({ id }) => id)
  const dropped = rest.filter(({ id }) => !told.includes(id)).map(({ id }) => id)
  await markDropped(tx, channel, dropped)
  if (told.length === 0) {
    if (open) await markNeedless(tx, { id: open.id, hour: hourOf(now) })
    return
  }
  const id = open?.id ?? randomUUID()
  if (!open) {
    const message_id = carrier.newId()
    await insertSending(tx, { id, staff_id: person.id, channel, urgent, message_id, made_on: dayOf(now) })
  }
  await markTaken(tx, channel, id, told)
}
