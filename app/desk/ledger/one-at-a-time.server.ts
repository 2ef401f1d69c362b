import type { House } from '#workflows/house.ts'

const last = new WeakMap<House, Promise<unknown>>()

/** Lets work that holds thousands of rows be done one after the other in this process, so that ten clicks cost the memory of one. */
export function oneAtATime<Done>(house: House, work: () => Promise<Done>): Promise<Done> {
  const mine = (last.get(house) ?? Promise.resolve()).then(work, work)
  last.set(
    house,
    mine.catch(() => {}),
  )
  return mine
}
