import { randomUUID } from 'node:crypto'
import { listDates } from '#db/read/case-file.ts'
import { listLettersOf } from '#db/read/case-work.ts'
import { listOrdersOf } from '#db/read/supervision.ts'
import { findKind, listUnits } from '#db/read/units.ts'
import { listLettersInForce } from '#db/write/letters.ts'
import {
  findLastOrder,
  insertOrder,
  insertReferral,
  lockPaperSerials,
  markOrderAnswered,
  markOrderSettled,
  markReferralConcluded,
} from '#db/write/supervision.ts'
import type { Track } from '#workflows/case/names.ts'
import { RUNGS } from '#workflows/deadlines/ladder.ts'
import { addWorkingDays } from '#workflows/deadlines/working-days.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import type { ReferralSheet } from '#workflows/engine/referral-sheet.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { type Act, keepNote, officer, type Recorders, sealIn, writeNote, wrong } from './pass.ts'

/** 云减负督办〔2026〕3号 and 云减负移送〔2026〕1号: in the order of issue within a year, as letters are. */
const numberOf = (paper: '督办' | '移送', year: number, serial: number) => `云减负${paper}〔${year}〕${serial}号`

/** The orders to a unit that is late, with its answers, and what goes to discipline inspection. */
export const supervision: Recorders = {
  issueOrder: async (pass) => {
    const { tx, row, event, today } = pass
    const letter = await letterOf(pass, event.track)
    const before = await findLastOrder(tx, row.id, event.track)
    if (before) await settle(pass, before.id)
    const { calendar, lengths } = await knownRules(pass.house, { db: tx })
    const { days } = lengths('orderAnswer', { kind: row.kind, complexity: row.complexity })
    const year = Number(today.slice(0, 4))
    const serial = (await lockPaperSerials(tx, 'supervision_order', year)) + 1
    await insertOrder(tx, {
      id: randomUUID(),
      case_id: row.id,
      letter_id: letter.id,
      track: event.track,
      unit_id: letter.unit_id,
      number: numberOf('督办', year, serial),
      year,
      serial,
      note_id: await writeNote(pass, event.text),
      issued_by: officer(pass),
      issued_on: today,
      answer_by: addWorkingDays(calendar, today, days).due,
    })
  },
  answerOrder: async (pass) => {
    const order = await findLastOrder(pass.tx, pass.row.id, pass.event.track)
    // the letter went to another unit since: what was asked of the one is not the other's to answer
    if (order && order.letter_id !== (await letterOf(pass, pass.event.track)).id) wrong('text')
    const answer_note_id = await writeNote(pass, pass.event.text)
    if (order) await markOrderAnswered(pass.tx, order.id, { answer_note_id, answered_on: pass.today })
  },
  settleOrder: async (pass) => {
    const order = await findLastOrder(pass.tx, pass.row.id, pass.event.track)
    if (order) await settle(pass, order.id)
  },
  refer: async (pass) => {
    const { tx, row, today } = pass
    // why it is referred stays in the office, where its reader is shown it: it may quote the report
    await keepNote(pass, pass.event.text)
    const id = randomUUID()
    const year = Number(today.slice(0, 4))
    const serial = (await lockPaperSerials(tx, 'referral', year)) + 1
    await insertReferral(tx, {
      id,
      case_id: row.id,
      number: numberOf('移送', year, serial),
      year,
      serial,
      sheet: sealIn(pass, 'referral', 'sheet', id, JSON.stringify(await sheetOf(pass))),
      referred_by: officer(pass),
      referred_on: today,
    })
  },
  concludeReferral: async (pass) => {
    await keepNote(pass, pass.event.text)
    await markReferralConcluded(pass.tx, pass.row.id, { concluded_by: officer(pass), concluded_on: pass.today })
  },
}

const settle = (pass: Act, id: string) =>
  markOrderSettled(pass.tx, id, { settled_by: officer(pass), settled_on: pass.today })

async function letterOf(pass: Act, side: Track) {
  const letter = (await listLettersInForce(pass.tx, pass.row.id)).find(({ track }) => track === side)
  if (!letter) throw new Error(`no letter in force on ${side}`)
  return letter
}

/**
 * What leaves the office: the kind, the units with their letters, dates and rungs, and what orders said to
 * them. Not a word of a report or of the reason, no channel, no hour, no day on which anything was
 * received, and therefore no number of the case, which begins with that day.
 */
async function sheetOf(pass: Act): Promise<ReferralSheet> {
  const { tx, row } = pass
  const letters = (await listLettersOf(tx, row.id)).filter(({ superseded }) => !superseded)
  const dates = await listDates(tx, row.id)
  const units = letters.length > 0 ? [] : await listUnits(tx)
  const kind = row.kind ? await findKind(tx, row.kind) : undefined
  return {
    kind: kind ? { code: kind.code, zh: kind.name_zh, en: kind.name_en } : null,
    // before any letter: whom a clerk found the case to accuse
    accused: units.filter(({ id }) => row.accused.includes(id)).map(({ name }) => name),
    letters: letters.map((letter) => ({
      number: letter.number,
      unit: letter.unit_name,
      track: letter.track,
      issuedOn: letter.issued_on,
      dates: dates
        .filter(({ track }) => track === letter.track)
        .map(({ name, due_on, rung }) => ({ name, dueOn: due_on, rung: RUNGS.find((each) => each === rung) ?? null })),
    })),
    orders: (await listOrdersOf(tx, row.id)).map((order) => ({
      number: order.number,
      unit: order.unit_name,
      issuedOn: order.issued_on,
      answerBy: order.answer_by,
      answeredOn: order.answered_on,
      text: openText(pass.key, { table: 'note', column: 'body', row: order.note_id }, order.body),
    })),
  }
}
