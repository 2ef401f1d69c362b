import { randomBytes, randomUUID } from 'node:crypto'
import {
  deleteTypicalCaseSource,
  findLastRevision,
  insertTypicalCaseRevision,
  insertTypicalCaseSource,
  markTypicalCaseApproved,
  markTypicalCaseCorrected,
  markTypicalCasePublished,
  markTypicalCaseWritten,
  type TypicalCaseRow,
} from '#db/write/typical-cases.ts'
import { dayOf } from '#workflows/clock.ts'
import type { Moment } from '#workflows/engine/procedure.ts'
import { type DataKey, openText, sealText } from '#workflows/protection/cipher.ts'
import type { TypicalCaseEvent } from '#workflows/typical-case/events.ts'

type TypicalMoment = Moment<TypicalCaseRow, TypicalCaseEvent, null>

/** What each act on a typical case writes besides its state: texts with their history, sources, who answers for it. */
export async function recordTypicalCase(moment: TypicalMoment, key: DataKey, now: Date): Promise<void> {
  const { tx, row, event, by } = moment
  const me = by.kind === 'staff' ? by.id : null
  switch (event.type) {
    case 'draft':
      await keepRevision(moment, key, now, event, null)
      return putInForce(moment, key, event, by.kind === 'staff' ? [by.id] : [])
    case 'addSource':
      return insertTypicalCaseSource(tx, row.id, event.case)
    case 'removeSource':
      return deleteTypicalCaseSource(tx, row.id, event.case)
    case 'approve':
      return markTypicalCaseApproved(tx, row.id, me)
    case 'returnDraft':
    case 'sourceReopened':
      return markTypicalCaseApproved(tx, row.id, null)
    case 'publish': {
      const slug = row.slug ?? `${dayOf(now).slice(0, 4)}-${randomBytes(4).toString('hex')}`
      return markTypicalCasePublished(tx, row.id, { slug, published_on: row.published_on ?? dayOf(now) })
    }
    case 'correct':
      await keepRevision(moment, key, now, event, event.remark)
      return addAuthors(moment, [me ?? ''])
    case 'approveCorrection':
      return applyCorrection(moment, key)
    case 'withdraw':
      return keepWithdrawal(moment, key, now, event.remark)
  }
}

type Texts = { title: string; body: string }
const TABLE = 'typical_case_revision'

async function keepRevision(m: TypicalMoment, key: DataKey, now: Date, texts: Texts, remark: string | null) {
  const id = randomUUID()
  const seal = (column: string, text: string) => sealText(key, { table: TABLE, column, row: id }, text)
  if (m.by.kind !== 'staff') throw new Error('only an officer writes')
  await insertTypicalCaseRevision(m.tx, {
    id,
    typical_case_id: m.row.id,
    by: m.by.id,
    at: now,
    title: seal('title', texts.title),
    body: seal('body', texts.body),
    remark: remark === null ? null : seal('remark', remark),
  })
}

const sealedTexts = (row: TypicalCaseRow, key: DataKey, texts: Texts) => ({
  title: sealText(key, { table: 'typical_case', column: 'title', row: row.id }, texts.title),
  body: sealText(key, { table: 'typical_case', column: 'body', row: row.id }, texts.body),
})

const putInForce = ({ tx, row }: TypicalMoment, key: DataKey, texts: Texts, authors: string[]) =>
  markTypicalCaseWritten(tx, row.id, {
    ...sealedTexts(row, key, texts),
    authors: [...new Set([...row.authors, ...authors])],
  })

/** Whoever wrote a correction is an author too, before the public has read a word of it. */
const addAuthors = ({ tx, row }: TypicalMoment, authors: string[]) =>
  markTypicalCaseWritten(tx, row.id, {
    title: row.title,
    body: row.body,
    authors: [...new Set([...row.authors, ...authors])],
  })

async function applyCorrection(moment: TypicalMoment, key: DataKey) {
  const proposed = await findLastRevision(moment.tx, moment.row.id)
  if (!proposed) throw new Error('a correction is approved that nobody proposed')
  const open = (column: 'title' | 'body') => openText(key, { table: TABLE, column, row: proposed.id }, proposed[column])
  await putInForce(moment, key, { title: open('title'), body: open('body') }, [])
  await markTypicalCaseCorrected(moment.tx, moment.row.id)
}

/** The public reads why it was taken back; the text itself is no longer shown. */
async function keepWithdrawal(moment: TypicalMoment, key: DataKey, now: Date, remark: string) {
  const { row } = moment
  const open = (column: 'title' | 'body') => openText(key, { table: 'typical_case', column, row: row.id }, row[column])
  await keepRevision(moment, key, now, { title: open('title'), body: open('body') }, remark)
}
