import { listLettersOwed } from '#db/read/attention.ts'
import { listTypicalCasesBy } from '#db/read/newsroom.ts'
import type { House } from '#workflows/house.ts'
import type { Role, Staff } from '#workflows/roles/roles.ts'
import { cellsOf } from './cells.ts'
import { letterState } from './letter-state.ts'

const HANDLERS: readonly Role[] = ['territoryHandler', 'departmentHandler']

/** The letters that the officer's unit owes an answer to, by date. Of a case nothing but its kind is named. */
export async function readLetterLines({ db }: House, by: Staff, most: number) {
  if (!by.roles.some((role) => HANDLERS.includes(role))) return []
  return (await listLettersOwed(db, { unit: by.unit, most })).map((letter) => ({
    id: letter.id,
    number: letter.number,
    kind: letter.name_zh === null ? null : { zh: letter.name_zh, en: letter.name_en ?? letter.name_zh },
    state: letterState(letter),
    due: letter.due_on === null ? null : { day: letter.due_on, name: letter.due_name },
  }))
}
export type LetterLine = Awaited<ReturnType<typeof readLetterLines>>[number]

/** What an approver who wrote no word of it is waited for. */
const TO_APPROVE = ['inReview', 'approved', 'published.correctionProposed']

/** The typical cases that wait for this officer: to be approved, or to be written on. */
export async function readDraftLines({ db, keys }: House, by: Staff, away: readonly string[], most: number) {
  const asked = { away, staff: by.id, most }
  const toApprove = by.roles.includes('approver')
    ? await listTypicalCasesBy(db, { ...asked, lives: TO_APPROVE, wrote: false })
    : []
  const toWrite = by.roles.includes('editor')
    ? await listTypicalCasesBy(db, { ...asked, lives: ['draft'], wrote: true })
    : []
  const rows = [...toApprove, ...toWrite].slice(0, most)
  const cells = await cellsOf(
    db,
    keys,
    rows.map(({ id }) => id),
  )
  return rows.map((row) => ({
    id: row.id,
    title: cells(row.id).open('typical_case', 'title', row.id, row.title),
    life: row.life,
    returned: row.life === 'draft' && row.last_act === 'returnDraft',
  }))
}
export type DraftLine = Awaited<ReturnType<typeof readDraftLines>>[number]
