import { type DatedAsked, type DatedPlace, type DatedRow, listDated } from '#db/read/oversight.ts'
import { listOrders, listReferrals } from '#db/read/supervision.ts'
import { DEADLINE_NAMES } from '#workflows/case/names.ts'
import { addDays, type Day, dayOf } from '#workflows/clock.ts'
import { DEADLINES } from '#workflows/deadlines/catalogue.ts'
import { isUnitDate, type Rung, RUNGS } from '#workflows/deadlines/ladder.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { CASE_READERS } from '#workflows/roles/stand-in.ts'
import { OFFICE_DATES } from './dates-owed.ts'
import { keptFrom, recordOversight } from './known.ts'
import { readOfficeLate } from './leader-figures.ts'
import { type ListName, type OversightAsked, SOON } from './oversight-filter.ts'
import { orderLine } from './supervision-papers.ts'

/** A list on the screen shows so many, and says when there are more; alone on a page it shows the second number. */
const ON_SCREEN = 40
/** Nobody scrolls a wall: on 1920 by 1080 so many of each stand above its lower edge. */
const ON_WALL = { late: 6, soon: 6, office: 4, orders: 4 }
const ON_PAGE = 100

const UNITS_DATES = DEADLINE_NAMES.filter((name) => DEADLINES[name].lapses === 'tells' && isUnitDate(name))

/**
 * The supervision screen: what units are late with, what falls due in seven days, the orders and referrals that stand,
 * and what the office itself is late with. By date alone: no unit is counted, and none stands above another. Whoever
 * reads no cases (the leader) gets lines without a case's number or kind, and of the office's own dates, which are as
 * near to single reports as a date can be, only about how many there were in the newest daily snapshot. Nothing is decrypted.
 */
export async function readOversight(house: House, by: Staff, asked: OversightAsked & { wall?: boolean }) {
  const most = asked.wall ? ON_WALL : { late: ON_SCREEN, soon: ON_SCREEN, office: ON_SCREEN, orders: ON_SCREEN }
  const today = dayOf(house.clock.town())
  const away = await keptFrom(house, by)
  const open = readsCases(by)
  const of = (list: ListName) => section(house, { list, asked, away, today, after: null, most: most[list], open })
  const orders = await listOrders(house.db, { away, open: true, unit: asked.unit, after: null, most: most.orders + 1 })
  const referrals = open ? await listReferrals(house.db, { away, open: true, most: ON_SCREEN + 1 }) : []
  await recordOversight(house, by)
  return {
    today,
    at: house.clock.town().toISOString(),
    readsCases: open,
    late: await of('late'),
    soon: await of('soon'),
    office: open && asked.unit === null ? await of('office') : null,
    officeFigures: open ? null : await readOfficeLate(house.db),
    orders: cut(orders.map(orderLine), most.orders),
    referrals: cut(
      referrals.map(({ id, number, referred_on }) => ({ id, number, on: referred_on })),
      ON_SCREEN,
    ),
  }
}
export type Oversight = Awaited<ReturnType<typeof readOversight>>

/** One list of the screen, page by page to its end; what the office itself owes is not the leader's to leaf through. */
export async function readDatedList(
  house: House,
  by: Staff,
  { list, after, ...asked }: OversightAsked & { list: ListName; after: DatedPlace | null },
) {
  const open = readsCases(by)
  const today = dayOf(house.clock.town())
  if (list === 'office' && !open) return null
  const away = await keptFrom(house, by)
  const { lines } = await section(house, { list, asked, away, today, after, most: ON_PAGE + 1, open })
  const last = lines.length > ON_PAGE ? lines[ON_PAGE - 1] : undefined
  return { today, lines: lines.slice(0, ON_PAGE), next: last ? { due: last.dueOn, id: last.id } : null }
}
export type DatedLine = ReturnType<ReturnType<typeof datedLine>>

export const readsCases = (by: Staff): boolean => by.roles.some((role) => CASE_READERS.includes(role))

type SectionOf = {
  list: ListName
  asked: OversightAsked
  away: readonly string[]
  today: Day
  after: DatedPlace | null
  most: number
  open: boolean
}
async function section({ db }: House, { list, asked, away, today, after, most, open }: SectionOf) {
  const names = list === 'office' ? OFFICE_DATES : UNITS_DATES
  const due: DatedAsked['due'] = list === 'soon' ? { before: addDays(today, SOON + 1) } : 'late'
  const rows = await listDated(db, { away, names, today, due, ...asked, after, most: most + 1 })
  return cut(rows.map(datedLine(open)), most)
}

const cut = <Line>(lines: readonly Line[], most: number) => ({ lines: lines.slice(0, most), more: lines.length > most })

const datedLine = (open: boolean) => (row: DatedRow) => ({
  id: row.id,
  name: row.name,
  dueOn: row.due_on,
  rung: rungIn(row.rung),
  unit: row.unit_id === null ? null : { id: row.unit_id, name: row.unit_name ?? '' },
  letter: row.letter_number,
  /** somebody at the unit answers letters */
  staffed: row.staffed !== false,
  case: open ? { id: row.case_id, number: row.case_number } : null,
  kind: open && row.name_zh !== null ? { zh: row.name_zh, en: row.name_en ?? row.name_zh } : null,
})

const rungIn = (stored: string): Rung | null => RUNGS.find((rung) => rung === stored) ?? null
