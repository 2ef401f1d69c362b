import { addDays, type Day, dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { NEW_FOR_DAYS } from '#workflows/roles/second-person.ts'

/** An account that was set up after this day is new. */
export const newSince = ({ clock }: Pick<House, 'clock'>): Day => addDays(dayOf(clock.town()), -NEW_FOR_DAYS)
