import { listStoodInFor } from '#db/read/absences.ts'
import { listAnswered, listMentions } from '#db/read/attention.ts'
import type { LedgerRow } from '#db/read/ledger-rows.ts'
import { countQueues, listQueue, type QueueFilter } from '#db/read/queues.ts'
import { addDays, dayOf } from '#workflows/clock.ts'
import { addWorkingDays } from '#workflows/deadlines/working-days.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import type { House } from '#workflows/house.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { CASE_READERS, CASE_WORKERS } from '#workflows/roles/stand-in.ts'
import {
  ANSWERS,
  EVERY_LIFE,
  LIVES_AT_WORK,
  LIVES_IN_TURN,
  livesInChargeOf,
  ownLives,
  waitsForOthers,
} from './attention-lives.ts'
import { readDraftLines, readLetterLines } from './attention-papers.ts'
import { keptFrom } from './known.ts'
import { readToSign } from './to-sign.ts'

/** A section shows so many, and says when there are more. */
export const MOST_LINES = 20
/** What is due within so many working days is due soon. */
const SOON = 2
const MOST_COUNTED = 1000

/** Everything that waits for this officer now, each thing once, in the first section it belongs to. Nothing is decrypted but titles of typical cases. */
export async function readAttention(house: House, by: Staff) {
  const { db, clock } = house
  const away = await keptFrom(house, by)
  const today = dayOf(clock.town())
  const soon = addWorkingDays((await knownRules(house)).calendar, today, SOON).due
  const holders = [by.id, ...(await listStoodInFor(db, today, by.id)).map(({ id }) => id)]
  const worksOnCases = by.roles.some((role) => CASE_WORKERS.includes(role))
  const shown = new Set<string>()
  const once = <Row extends { id: string }>(rows: readonly Row[]) => {
    const fresh = rows.filter(({ id }) => !shown.has(id)).slice(0, MOST_LINES + 1)
    for (const { id } of fresh.slice(0, MOST_LINES)) shown.add(id)
    return section(fresh)
  }
  const seek = (filter: QueueFilter) =>
    listQueue(db, { away, filter, order: 'due', from: null, most: MOST_LINES + 1 + shown.size })
  const due = async (more: QueueFilter) => {
    if (!worksOnCases) return []
    const mine = await seek({ lives: LIVES_IN_TURN, holders, ...more })
    const free = ownLives(by.roles)
    const nobodys = free.length > 0 ? await seek({ lives: free, holder: null, mayLookBack: by.id, ...more }) : []
    return byDate([...mine, ...nobodys]).filter(({ due_name }) => !waitsForOthers(due_name))
  }

  // closed or not: whoever is hunted waits for an answer
  const reprisals = by.roles.includes('disciplineLiaison') ? await seek({ lives: EVERY_LIFE, reprisal: true }) : []
  const reprisal = once(reprisals.map(caseLine))
  const toSign = once((await readToSign(db, by, away)).map(caseLine))
  const late = once((await due({ dueBefore: today })).map(caseLine))
  const dueSoon = once((await due({ dueFrom: today, dueBefore: addDays(soon, 1) })).map(caseLine))
  const asked = { away, holders, lives: livesInChargeOf(by.roles), types: ANSWERS, most: MOST_LINES + 1 + shown.size }
  const answers = worksOnCases ? await listAnswered(db, asked) : []
  const answered = once(answers.map((row) => ({ ...caseLine(row), answer: row.answer })))
  const readsCases = by.roles.some((role) => CASE_READERS.includes(role))
  const mentions = readsCases ? await listMentions(db, { staff: by.id, away, most: MOST_LINES + 1 }) : []
  return {
    today,
    reprisal,
    toSign,
    late,
    dueSoon,
    answered,
    letters: section(await readLetterLines(house, by, MOST_LINES + 1)),
    drafts: section(await readDraftLines(house, by, away, MOST_LINES + 1)),
    mentions: section(
      mentions.map((row) => ({ ...caseLine(row), id: row.note_id, caseId: row.id, writer: row.writer })),
    ),
    /** what is in hand and can wait, and what nobody has taken: to be found in the queues */
    queues: worksOnCases ? await countOwn(house, by, away, holders) : null,
  }
}
export type Attention = Awaited<ReturnType<typeof readAttention>>
export type CaseLine = ReturnType<typeof caseLine>

const section = <Line>(lines: readonly Line[]) => ({
  lines: lines.slice(0, MOST_LINES),
  more: lines.length > MOST_LINES,
})

const caseLine = (row: LedgerRow) => ({
  id: row.id,
  number: row.number,
  life: row.life,
  kind: row.kind === null ? null : { zh: row.name_zh ?? '', en: row.name_en ?? '' },
  place: row.place,
  due: row.due_on === null ? null : { day: row.due_on, name: row.due_name },
  urgent: row.urgent,
  holder: row.holder === null ? null : { id: row.holder, name: row.holder_name ?? '' },
})

const byDate = (rows: readonly LedgerRow[]) =>
  rows.toSorted((a, b) => a.urgency - b.urgency || (a.due_order < b.due_order ? -1 : 1))

async function countOwn({ db }: House, by: Staff, away: readonly string[], holders: readonly string[]) {
  const lives = ownLives(by.roles)
  const counts = await countQueues(
    db,
    away,
    {
      held: { lives: LIVES_AT_WORK, holders },
      ...(lives.length > 0 ? { free: { lives, holder: null, mayLookBack: by.id } } : {}),
    },
    MOST_COUNTED,
  )
  return { held: counts.held ?? 0, free: counts.free ?? 0 }
}
