import { listBriefs, listMentions, listNotesWithNames, listReplies } from '#db/read/case-work.ts'
import type { Database } from '#db/transaction.ts'
import { dayOf } from '#workflows/clock.ts'
import type { Cells } from './cells.ts'
import { split } from './case-said.ts'

/** What the office wrote on a case: the versions of the brief, its notes by the act that left them, its replies. */
export async function readOfficeWork(db: Database, cells: Cells, caseId: string) {
  const briefs = (await listBriefs(db, caseId)).map((brief) => ({
    id: brief.id,
    version: brief.version,
    text: cells.open('brief', 'body', brief.id, brief.body),
    by: brief.by_name,
    on: brief.written_on,
    territory: brief.territory_unit,
    department: brief.department_unit,
    lead: brief.lead,
  }))
  const mentions = await listMentions(db, caseId)
  const notes = (await listNotesWithNames(db, caseId)).map((note) => ({
    id: note.id,
    about: note.about,
    by: note.by,
    day: dayOf(note.at),
    /** the colleagues it names */
    mentions: mentions.filter(({ note_id }) => note_id === note.id).map(({ name }) => name),
    ...noteWords(note.about, cells.open('note', 'body', note.id, note.body)),
  }))
  const replies = (await listReplies(db, caseId)).map((reply) => ({
    id: reply.id,
    ground: reply.ground,
    text: cells.open('reply', 'body', reply.id, reply.body),
    state: reply.state,
    by: reply.by,
    second: reply.second,
  }))
  return { briefs, notes, replies }
}

/**
 * A proposed refusal begins with its reason, a proposed override with the two units it would take, a look-back with its
 * way and its day.
 */
function noteWords(about: string, body: string): NoteWords {
  if (about === 'recordLookBack') {
    const { code, text } = split(body, true)
    const [way = null, on = null] = code?.split(' ') ?? []
    return { code: null, units: [], visit: way && on ? { way, on } : null, text }
  }
  if (about !== 'proposeOverride') return { ...split(body, about === 'proposeRefusal'), units: [], visit: null }
  const [territory = '', department = '', ...text] = body.split('\n')
  return { code: null, units: [territory, department], visit: null, text: text.join('\n') }
}
type NoteWords = { code: string | null; units: string[]; visit: { way: string; on: string } | null; text: string }
