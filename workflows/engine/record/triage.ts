import { listActs } from '#db/read/journal.ts'
import { findNewestNote } from '#db/read/notes.ts'
import { listRoles } from '#db/read/staff.ts'
import { findKind, listUnits } from '#db/read/units.ts'
import { markCaseAccused, markCaseCleared, markCaseHeldBy } from '#db/write/cases.ts'
import { lockOpenAccount } from '#db/write/people.ts'
import { mayNotKnow } from '#workflows/assignment/answers.ts'
import { officeAndAbove } from '#workflows/assignment/recognise.ts'
import { quotesAnother } from '#workflows/assignment/rests-on.ts'
import { accusedIn } from '#workflows/engine/dispatch.ts'
import { tellersOf } from '#workflows/engine/tellers.ts'
import { whoLooksBack } from '#workflows/engine/who-looks-back.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { PERMISSIONS } from '#workflows/roles/permissions.ts'
import { leaveMain } from './leave-main.ts'
import { type Act, keepNote, officer, type Recorders, tellReporter, wrong } from './pass.ts'
import { releaseFrom } from './release-from.ts'

/** Who may have a case in hand. */
const MAY_HOLD: readonly string[] = PERMISSIONS.take

/** What a clerk's acts write besides the state: whose it is, what it is about, and what the reporter is asked or told. */
export const triage: Recorders = {
  take: async (pass) => {
    // held until the end, so that nobody takes a case and leaves at the same moment
    if (!(await lockOpenAccount(pass.tx, officer(pass)))) wrong('main')
    await markCaseHeldBy(pass.tx, pass.row.id, officer(pass))
  },
  handOver: async (pass) => {
    const { tx, row, event, by } = pass
    if (event.to === null) {
      // an officer says why they let go: by stepping aside
      if (by.kind !== 'machine') wrong('to')
      return markCaseHeldBy(tx, row.id, null)
    }
    const next = await lockOpenAccount(tx, event.to)
    if (!next) wrong('to')
    // whoever has no work on cases would learn from the handing over that this one exists
    const roles = await listRoles(tx, next.id)
    if (!roles.some((role) => MAY_HOLD.includes(role))) wrong('to')
    if (row.life === 'lookBack' && !(await whoLooksBack(tx, row.id))({ id: next.id, roles })) wrong('to')
    if (mayNotKnow(await listUnits(tx), { id: next.id, unit: next.unit_id }, accusedIn(row))) wrong('to')
    // an officer may ask somebody back who stepped aside; the machine asks nobody
    if (by.kind === 'machine' && (await steppedAside(pass, next.id))) wrong('to')
    await markCaseHeldBy(tx, row.id, event.to)
  },
  stepAside: async (pass) => {
    await keepNote(pass, pass.event.text)
    await markCaseHeldBy(pass.tx, pass.row.id, null)
  },
  classify: async ({ tx, row, event }) => {
    const kind = await findKind(tx, event.kind)
    // a retired kind is kept by the cases that have it, and given to none
    if (!kind || (kind.retired && kind.code !== row.kind)) wrong('kind')
    if (event.place && !(await listUnits(tx)).some(({ id }) => id === event.place)) wrong('place')
    return { row: { kind: event.kind, complexity: event.complexity, place_unit: event.place } }
  },
  nameAccused: async ({ tx, row, event }) => {
    const units = await listUnits(tx)
    const known = new Set(units.map(({ id }) => id))
    if (event.units.some((unit) => !known.has(unit))) wrong('units')
    await markCaseAccused(tx, row.id, [...new Set(event.units)])
    await releaseFrom(tx, row, units, [...event.units, ...row.accused_people])
  },
  clearOffice: async ({ tx, row, event }) => {
    if (event.people.some((person) => !row.accused_people.includes(person))) wrong('people')
    const above = officeAndAbove(await listUnits(tx))
    const others = row.accused_provisional.filter((unit) => !above.has(unit))
    await markCaseCleared(tx, row.id, others, [...new Set(event.people)])
  },
  accept: async ({ today }) => ({ row: { accepted_on: today } }),
  askForMore: async (pass) => {
    const tellers = await tellersOf(pass.house, pass.tx, pass.row)
    // a question belongs to the reporter of this case: what it takes from another's words, it would show
    const asked = tellers.filter(({ caseId }) => caseId === pass.row.id)
    if (asked.some(({ report }) => quotesAnother(pass.event.question, tellers, report))) wrong('question', 'anothers')
    await tellReporter(pass, 'question', pass.event.question)
  },
  proposeRefusal: (pass) => keepNote(pass, `${pass.event.reason}\n${pass.event.text}`),
  confirmRefusal: async (pass) => {
    const proposed = await findNewestNote(pass.tx, pass.row.id, 'proposeRefusal')
    if (!proposed) throw new Error('a refusal is confirmed that nobody proposed')
    const place = { table: 'note', column: 'body', row: proposed.id }
    await tellReporter(pass, 'refusal', openText(pass.key, place, proposed.body))
  },
  declineRefusal: (pass) => keepNote(pass, pass.event.text),
  handUp: async (pass) => {
    // what goes to the upper level follows no case of this office any more
    await leaveMain(pass)
    await tellReporter(pass, 'handedUp', pass.event.text)
  },
}

/** Whether the newest thing somebody did about having the case in hand is that they stepped aside. */
async function steppedAside({ tx, row }: Act, id: string): Promise<boolean> {
  const theirs = (await listActs(tx, row.id)).filter(({ actor_id }) => actor_id === id)
  return theirs.findLast(({ type }) => type === 'take' || type === 'stepAside')?.type === 'stepAside'
}
