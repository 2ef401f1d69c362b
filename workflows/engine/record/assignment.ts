import { randomUUID } from 'node:crypto'
import { listUnits } from '#db/read/units.ts'
import { listLettersInForce, markLetterAmended } from '#db/write/letters.ts'
import { endAnnouncementsBut, insertAnnouncements } from '#db/write/announcements.ts'
import { findLastBrief, insertBrief } from '#db/write/office.ts'
import { restsOn } from '#workflows/assignment/rests-on.ts'
import { OBJECTION_DAYS } from '#workflows/deadlines/catalogue.ts'
import { objectUntil, windowLength } from '#workflows/deadlines/objection-window.ts'
import { sidesKeptAway } from '#workflows/engine/dispatch.ts'
import { letterTrace } from '#workflows/engine/wrote.ts'
import { type CaseTeller, tellersOf } from '#workflows/engine/tellers.ts'
import { issueLetter } from './issue-letter.ts'
import { keepNote, officer, type Recorders, sealIn, tellOne, wrong } from './pass.ts'

/** The brief with where it will go, an override of where it may go, and the two letters. */
export const assignment: Recorders = {
  writeBrief: async (pass) => {
    const { tx, row, event, today } = pass
    for (const side of await sidesKeptAway(tx, row, pass.key, event)) wrong(side)
    const tellers = await tellersOf(pass.house, tx, row)
    const told = rightTellers(event.brief, tellers)
    const { calendar, lengths } = await pass.rules()
    const least = Math.max(OBJECTION_DAYS, lengths('dispatchObjection', row).days)
    const until = told.map(({ receivedOn }) => objectUntil(calendar, receivedOn, today, least))
    const units = await listUnits(tx)
    const names = [event.territory, event.department].map((unit) => units.find((each) => each.id === unit)?.name)
    const id = randomUUID()
    const last = await findLastBrief(tx, row.id)
    await insertBrief(tx, {
      id,
      case_id: row.id,
      version: (last?.version ?? 0) + 1,
      body: sealIn(pass, 'brief', 'body', id, event.brief),
      by: officer(pass),
      written_on: today,
      territory_unit: event.territory,
      department_unit: event.department,
      lead: event.lead,
    })
    await insertAnnouncements(
      tx,
      told.map(({ report }, at) => ({
        brief_id: id,
        report_id: report,
        case_id: row.id,
        territory_unit: event.territory,
        department_unit: event.department,
        object_until: until[at] ?? today,
      })),
    )
    for (const teller of told) await tellOne(pass, teller, 'dispatch', names.join('、'))
    return { days: windowLength(calendar, today, until) }
  },
  proposeOverride: (pass) => keepNote(pass, [pass.event.territory, pass.event.department, pass.event.text].join('\n')),
  declineOverride: (pass) => keepNote(pass, pass.event.text),
  issueLetters: async (pass) => {
    const brief = await findLastBrief(pass.tx, pass.row.id)
    if (!brief?.territory_unit || !brief.department_unit) throw new Error('letters without an announced brief')
    const lead = brief.lead ?? 'territory'
    await endAnnouncementsBut(pass.tx, pass.row.id, brief.id)
    const { territory, department } = pass.event.letters
    await issueLetter(pass, { track: 'territory', unit: brief.territory_unit, brief: brief.id, lead, texts: territory })
    await issueLetter(pass, {
      track: 'department',
      unit: brief.department_unit,
      brief: brief.id,
      lead,
      texts: department,
    })
  },
  amendLetter: async (pass) => {
    const { event } = pass
    const letter = (await listLettersInForce(pass.tx, pass.row.id)).find(({ track }) => track === event.track)
    if (!letter) throw new Error('no letter to amend')
    const texts = {
      task: sealIn(pass, 'letter', 'task', letter.id, event.task),
      quality: sealIn(pass, 'letter', 'quality', letter.id, event.quality),
      feedback_standard: sealIn(pass, 'letter', 'feedback_standard', letter.id, event.feedbackStandard),
    }
    await markLetterAmended(pass.tx, letter.id, texts)
    pass.letters.push(letterTrace({ ...letter, ...texts }))
  },
}

/**
 * The reporters who are shown the brief before it leaves: those whose words it rests on, which its own text tells. Each of
 * them reads all of it, so it holds nothing that only another said.
 */
function rightTellers(brief: string, tellers: readonly CaseTeller[]): CaseTeller[] {
  const present = tellers.filter(({ withdrawn }) => !withdrawn)
  if (tellers.length === 1) return present
  const reports = restsOn(brief, tellers)
  const told = present.filter(({ report }) => reports.includes(report))
  return told.length > 0 ? told : wrong('brief', 'anothers')
}
