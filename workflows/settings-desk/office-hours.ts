import { z } from 'zod'
import { listUnits } from '#db/read/units.ts'
import type { House } from '#workflows/house.ts'
import { officeHours } from '#workflows/notices/office-hours.ts'
import { readHours, spokenHours } from '#workflows/notices/typed-hours.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type ChangeOutcome, changeSettings, invalid, unknown } from './change.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'
import { storeUnitChange } from './units.ts'

const time = z
  .string()
  .default('')
  .transform((text) => text.trim())
const typed = z.object({ opens: time, noon: time, afternoon: time, closes: time })

/**
 * Sets a unit's working hours from today on, for itself and for every unit below it that has none of its own; nothing
 * typed: it goes by those above it again. Notices are held by them; dates are not: they end with their day.
 */
export function setOfficeHours(
  house: House,
  by: Staff,
  id: string,
  said: z.input<typeof typed>,
  { seen, request }: { seen?: number; request?: string },
): Promise<ChangeOutcome> {
  return changeSettings<ChangeOutcome>(house, by, { request, said: [id, 'hours', said] }, async (tx) => {
    const unit = (await listUnits(tx)).find((each) => each.id === id)
    if (!unit || unit.closed_on !== null) return unknown
    if (seen !== unit.revision) return changedSince(house, tx, id, unit.revision - (seen ?? 0))
    const read = readHours(typed.parse(said))
    if ('faults' in read) return invalid(read.faults)
    const own = officeHours.safeParse(unit.office_hours)
    const [before, after] = [own.success ? own.data : null, read.hours].map((each) => each && spokenHours(each))
    if (before === after) return { kind: 'changed', id, revision: unit.revision }
    await storeUnitChange(house, tx, by, unit, { office_hours: read.hours })
    await keepChange(house, tx, by, 'changeOfficeHours', {
      subject: id,
      before: { hours: before },
      after: { hours: after },
    })
    return { kind: 'changed', id, revision: unit.revision + 1 }
  })
}
