import { z } from 'zod'
import { findLetterOf, type UnitLetter } from '#db/read/inbox.ts'
import { findBrief, findOtherUnit } from '#db/read/letter-file.ts'
import { findCase } from '#db/read/cases.ts'
import { listUnits } from '#db/read/units.ts'
import { findOrderTo } from '#db/read/supervision.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { commonSuperior } from '#workflows/assignment/whose-duty.ts'
import { dayOf } from '#workflows/clock.ts'
import { possibleActs } from '#workflows/engine/may.ts'
import { LETTER_ACTS } from '#workflows/engine/step-letter.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { cellsOf } from './cells.ts'
import { recordLook } from './known.ts'
import { readLetterDates } from './letter-dates.ts'
import { readLetterSaid, readOrders } from './letter-said.ts'
import { letterState } from './letter-state.ts'
import { openOrder } from './supervision-papers.ts'

const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i
/** No row has this id: a malformed one is looked for like any other. */
const NOBODYS = '00000000-0000-0000-0000-000000000000'

/**
 * One letter as the unit it was sent to reads it, with what it may do now; the look goes on record. Null for another
 * unit's letter, and just so where there is none. Of the case it names the brief and the kind: no id, number, channel,
 * time or word of a report, and of the other side its unit's name alone.
 */
export async function readLetterPage(house: House, by: Staff, id: string) {
  const known = UUID.test(id) ? id : NOBODYS
  const found = await inTransaction(house.db, async (tx) => {
    const letter = await findLetterOf(tx, by.unit, by.id, known)
    return letter && { caseId: letter.case_id, page: await read(house, tx, by, letter) }
  })
  if (!found) return null
  await recordLook(house, by, found.caseId, 'handling')
  return found.page
}
export type LetterPage = NonNullable<Awaited<ReturnType<typeof readLetterPage>>>

const objections = z.looseObject({ objected: z.object({ territory: z.boolean(), department: z.boolean() }) })

async function read(house: House, tx: Transaction, by: Staff, letter: UnitLetter) {
  const cells = (await cellsOf(tx, house.keys, [letter.case_id]))(letter.case_id)
  const brief = await findBrief(tx, letter.brief_id)
  const other = letter.superseded ? undefined : await findOtherUnit(tx, letter.case_id, letter.track)
  const today = dayOf(house.clock.town())
  const said = await readLetterSaid(tx, cells, letter.id)
  const orders = await readOrders(tx, cells, letter.id)
  const mayReturn = !objections.parse(letter.context).objected[letter.track]
  const units = await listUnits(tx)
  const nameOf = (id: string | null) => units.find((unit) => unit.id === id)?.name ?? null
  const open = (column: 'task' | 'quality' | 'feedback_standard') =>
    cells.open('letter', column, letter.id, letter[column])
  return {
    id: letter.id,
    number: letter.number,
    kind: letter.name_zh === null ? null : { zh: letter.name_zh, en: letter.name_en ?? letter.name_zh },
    unit: letter.unit_name,
    track: letter.track,
    lead: letter.lead,
    otherUnit: other?.name ?? null,
    complexity: letter.complexity,
    issuedOn: letter.issued_on,
    acknowledgedOn: letter.acknowledged_on,
    state: letterState(letter),
    brief: brief ? cells.open('brief', 'body', brief.id, brief.body) : '',
    task: open('task'),
    quality: open('quality'),
    feedbackStandard: open('feedback_standard'),
    dates: letter.superseded
      ? []
      : (await readLetterDates(tx, letter, today)).filter(({ name }) => name !== 'objectionWindow' || mayReturn),
    ...said,
    /** whether this letter may be objected to at all: one that came by a ruling is not returned a second time */
    returnable: mayReturn || said.objections.length > 0,
    /** who rules where the two units dispute whose duty it is */
    commonSuperior: other ? nameOf(commonSuperior(units, letter.unit_id, other.unit_id)) : null,
    orders,
    acts: letter.superseded
      ? []
      : (await actsOn(house, tx, letter, by)).filter(
          // an order to the unit that had the letter before is not this one's to answer
          (type) => type !== 'answerOrder' || orders.some(({ state }) => state === 'open'),
        ),
    today,
  }
}

/** One order to the unit about a letter of its own, as it is filed; the look goes on record. Null for any other. */
export async function readLetterOrder(house: House, by: Staff, letter: string, id: string) {
  const [onLetter, order] = [letter, id].map((each) => (UUID.test(each) ? each : NOBODYS))
  const row = await findOrderTo(house.db, by.unit, onLetter ?? NOBODYS, order ?? NOBODYS)
  if (!row) return null
  const cells = (await cellsOf(house.db, house.keys, [row.case_id]))(row.case_id)
  await recordLook(house, by, row.case_id, 'handling')
  return openOrder(cells, row)
}

/** What the machine takes from this officer on this track. */
async function actsOn(house: House, tx: Transaction, { case_id, track }: UnitLetter, by: Staff) {
  const row = await findCase(tx, case_id)
  if (!row) return []
  const possible = await possibleActs(house, tx, row, by)
  return LETTER_ACTS.filter((type) =>
    possible.some((act) => act.type === type && act.variants.some((one) => 'track' in one && one.track === track)),
  )
}
