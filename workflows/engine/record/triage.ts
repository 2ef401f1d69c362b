import { findNewestNote } from '#db/read/notes.ts'
import { findActiveColleague } from '#db/read/colleagues.ts'
import { findKind, listUnits } from '#db/read/units.ts'
import {
  lockCase,
  markCaseAccepted,
  markCaseAccused,
  markCaseClassified,
  markCaseHeldBy,
  markCaseMerged,
} from '#db/write/cases.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { keepNote, officer, type Recorders, tellReporter, wrong } from './pass.ts'

/** What a clerk's acts write besides the state: whose it is, what it is about, and what the reporter is asked or told. */
export const triage: Recorders = {
  take: (pass) => markCaseHeldBy(pass.tx, pass.row.id, officer(pass)),
  handOver: async (pass) => {
    const { tx, row, event } = pass
    const next = await findActiveColleague(tx, event.to)
    if (!next) wrong('to')
    if (inConflict(await listUnits(tx), next.unit_id, [...row.accused, ...row.accused_provisional])) wrong('to')
    await markCaseHeldBy(tx, row.id, event.to)
  },
  stepAside: async (pass) => {
    await keepNote(pass, pass.event.text)
    await markCaseHeldBy(pass.tx, pass.row.id, null)
  },
  note: (pass) => keepNote(pass, pass.event.text),
  classify: async ({ tx, row, event }) => {
    if (!(await findKind(tx, event.kind))) wrong('kind')
    if (event.place && !(await listUnits(tx)).some(({ id }) => id === event.place)) wrong('place')
    await markCaseClassified(tx, row.id, { kind: event.kind, complexity: event.complexity, place_unit: event.place })
  },
  nameAccused: async ({ tx, row, event }) => {
    const known = new Set((await listUnits(tx)).map(({ id }) => id))
    if (event.units.some((unit) => !known.has(unit))) wrong('units')
    await markCaseAccused(tx, row.id, [...new Set(event.units)])
  },
  accept: ({ tx, row, today }) => markCaseAccepted(tx, row.id, today),
  askForMore: (pass) => tellReporter(pass, 'question', pass.event.question),
  proposeRefusal: (pass) => keepNote(pass, `${pass.event.reason}\n${pass.event.text}`),
  confirmRefusal: async (pass) => {
    const proposed = await findNewestNote(pass.tx, pass.row.id, 'proposeRefusal')
    if (!proposed) throw new Error('a refusal is confirmed that nobody proposed')
    const place = { table: 'note', column: 'body', row: proposed.id }
    await tellReporter(pass, 'refusal', openText(pass.key, place, proposed.body))
  },
  declineRefusal: (pass) => keepNote(pass, pass.event.text),
  merge: async (pass) => {
    const { tx, row, event, by } = pass
    const main = event.into === row.id ? undefined : await lockCase(tx, event.into)
    if (!main || by.kind !== 'staff') wrong('into')
    // a main case the clerk may not know of answers like one that does not exist
    if (inConflict(await listUnits(tx), by.unit, [...main.accused, ...main.accused_provisional])) wrong('into')
    await markCaseMerged(tx, row.id, main.id)
  },
  unmerge: async (pass) => {
    if (pass.event.text) await keepNote(pass, pass.event.text)
    await markCaseMerged(pass.tx, pass.row.id, null)
  },
  handUp: (pass) => tellReporter(pass, 'handedUp', pass.event.text),
}
