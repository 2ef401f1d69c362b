import { findActiveColleague } from '#db/read/colleagues.ts'
import { listActs } from '#db/read/journal.ts'
import { findNewestNote } from '#db/read/notes.ts'
import { listRoles } from '#db/read/staff.ts'
import { findKind, listUnits, type UnitRow } from '#db/read/units.ts'
import { lockCase, markCaseAccused, markCaseHeldBy, markCaseMerged, markCaseTakesOn } from '#db/write/cases.ts'
import { listLettersInForce } from '#db/write/letters.ts'
import { lockOpenAccount } from '#db/write/people.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { accusedIn, takesOthersIn } from '#workflows/engine/dispatch.ts'
import { openText } from '#workflows/protection/cipher.ts'
import { PERMISSIONS } from '#workflows/roles/permissions.ts'
import { type Act, keepNote, officer, type Recorders, tellReporter, wrong } from './pass.ts'

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
    if (!(await listRoles(tx, next.id)).some((role) => MAY_HOLD.includes(role))) wrong('to')
    if (inConflict(await listUnits(tx), next.unit_id, accusedIn(row))) wrong('to')
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
    await releaseFrom(tx, row, units, event.units)
  },
  accept: async ({ today }) => ({ row: { accepted_on: today } }),
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
    // judged before it was locked: meanwhile it may have been merged itself, or have ended
    if (!takesOthersIn(main)) wrong('into')
    const units = await listUnits(tx)
    // a main case the clerk may not know of answers like one that does not exist
    if (inConflict(units, by.unit, accusedIn(main))) wrong('into')
    // a unit that this report accuses has a letter of the main case already: it would answer for itself
    const letters = await listLettersInForce(tx, main.id)
    if (letters.some(({ unit_id }) => inConflict(units, unit_id, accusedIn(row)))) wrong('into')
    await markCaseMerged(tx, row.id, main.id)
    await markCaseTakesOn(tx, main.id, row)
    await releaseFrom(tx, main, units, accusedIn(row))
  },
  unmerge: async (pass) => {
    if (pass.event.text) await keepNote(pass, pass.event.text)
    await markCaseMerged(pass.tx, pass.row.id, null)
  },
  handUp: async (pass) => {
    // what goes to the upper level follows no case of this office any more
    if (pass.row.main_case) await markCaseMerged(pass.tx, pass.row.id, null)
    await tellReporter(pass, 'handedUp', pass.event.text)
  },
}

/** Whoever comes to answer to the accused does not see the case any more: it waits for somebody who may. */
async function releaseFrom(tx: Act['tx'], row: Act['row'], units: readonly UnitRow[], accused: readonly string[]) {
  const holder = row.holder === null ? undefined : await findActiveColleague(tx, row.holder)
  if (holder && inConflict(units, holder.unit_id, accused)) await markCaseHeldBy(tx, row.id, null)
}

/** Whether the newest thing somebody did about having the case in hand is that they stepped aside. */
async function steppedAside({ tx, row }: Act, id: string): Promise<boolean> {
  const theirs = (await listActs(tx, row.id)).filter(({ actor_id }) => actor_id === id)
  return theirs.findLast(({ type }) => type === 'take' || type === 'stepAside')?.type === 'stepAside'
}
