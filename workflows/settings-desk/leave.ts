import { findPerson, listActivePeople, listAdministrators, type PersonRow } from '#db/read/people.ts'
import { hasLettersInWork, listUnfinishedOf } from '#db/read/leaving.ts'
import type { Transaction } from '#db/transaction.ts'
import { type AccountRequestRow, deleteEnrolment, markSetUp, withdrawRequestsOf } from '#db/write/accounts.ts'
import { endAbsencesOf } from '#db/write/absences.ts'
import { deleteCalendarFeed } from '#db/write/calendar-feeds.ts'
import { deleteViewsOf, markAuthorAdded, noteHeldCases } from '#db/write/leaving.ts'
import { lockPerson, markLeft, markPersonChanged, replaceRoles } from '#db/write/people.ts'
import { deleteSessionsOf } from '#db/write/staff.ts'
import { dayOf } from '#workflows/clock.ts'
import { ask } from '#workflows/engine/errands.ts'
import type { House } from '#workflows/house.ts'
import { ROLES, type Staff } from '#workflows/roles/roles.ts'
import { CONFIRMERS } from '#workflows/roles/second-person.ts'
import { CASE_WORKERS, HANDLERS } from '#workflows/roles/stand-in.ts'
import { propose } from './account-requests.ts'
import { type ChangeOutcome, changeSettings, type Fault, invalid, type NotChanged, unknown } from './change.ts'
import type { Confirmation } from './decide-account.ts'
import { keepChange } from './keep-change.ts'
import { changedSince } from './meanwhile.ts'

/** Who goes on with what, by id; empty: cases go back to the queue of those in charge, drafts keep their authors. */
export type Successors = { cases: string; drafts: string; letters: string }
export type LeaveProblem =
  | 'successor'
  | 'lastHandler'
  | 'lastAdministrator'
  | 'lastConfirmer'
  | 'notYourself'
  | 'alreadyProposed'

type LeaveOutcome = ChangeOutcome<LeaveProblem>

/**
 * Somebody leaves. At once where nobody gets anything by it: whoever leaves must not be waited for. Where cases, drafts or
 * letters go to somebody who is named, it is proposed, for a second person to confirm.
 */
export function leave(
  house: House,
  by: Staff,
  id: string,
  to: Successors,
  { seen = 0, request }: { seen?: number; request?: string },
): Promise<LeaveOutcome> {
  return changeSettings<LeaveOutcome>(house, by, { request, said: [id, to] }, async (tx) => {
    const examined = await examine(house, tx, by, id, to, seen)
    if ('refused' in examined) return examined.refused
    const { login } = examined.leaver
    if (Object.values(to).some((each) => each !== ''))
      return propose(house, tx, by, {
        act: 'leave',
        staffId: id,
        login,
        said: { casesTo: to.cases, draftsTo: to.drafts, lettersTo: to.letters, seen },
      })
    return close(house, tx, by, examined, to, null)
  })
}

/** Closes the account as it was proposed, and hands over what was said with it. */
export async function confirmLeave({ house, tx, by, request, said }: Confirmation<'leave'>): Promise<LeaveOutcome> {
  const to = { cases: said.casesTo, drafts: said.draftsTo, letters: said.lettersTo }
  const examined = await examine(house, tx, by, request.staff_id ?? '', to, said.seen)
  return 'refused' in examined ? examined.refused : close(house, tx, by, examined, to, request)
}

type Examined = { leaver: PersonRow; people: PersonRow[] } | { refused: NotChanged<LeaveProblem> }
async function examine(
  house: House,
  tx: Transaction,
  by: Staff,
  id: string,
  to: Successors,
  seen: number,
): Promise<Examined> {
  // whoever takes a case at this moment holds the account: they are done before it closes, or find it closed
  await lockPerson(tx, id)
  const leaver = await findPerson(tx, id)
  if (!leaver || leaver.disabled) return { refused: unknown }
  if (leaver.revision !== seen) return { refused: await changedSince(house, tx, id, leaver.revision - seen) }
  const people = (await listActivePeople(tx)).filter((each) => each.id !== id)
  const faults = await faultsOf(tx, by, leaver, people, to)
  return faults.length > 0 ? { refused: invalid(faults) } : { leaver, people }
}

/**
 * In one transaction the account is closed, what they have open ends, drafts and letters get somebody else, deputies end,
 * and every case in hand is noted. The worker then moves the cases one by one, each an act of its own. Closed first, so
 * that nothing new comes into these hands meanwhile.
 */
async function close(
  house: House,
  tx: Transaction,
  by: Staff,
  { leaver, people }: { leaver: PersonRow; people: PersonRow[] },
  to: Successors,
  request: AccountRequestRow | null,
): Promise<LeaveOutcome> {
  const { id } = leaver
  const today = dayOf(house.clock.town())
  await markLeft(tx, id, today)
  await deleteSessionsOf(tx, id)
  await deleteEnrolment(tx, id)
  await deleteViewsOf(tx, id)
  await deleteCalendarFeed(tx, id)
  const held = await noteHeldCases(tx, id)
  const absences = await endAbsencesOf(tx, id, today)
  const drafts = await passDrafts(tx, id, to.drafts)
  await passLetters(house, tx, by, leaver, people, to.letters, request)
  const passed = { held, absences, drafts, casesTo: to.cases, draftsTo: to.drafts, lettersTo: to.letters }
  await keepChange(house, tx, by, 'leave', {
    subject: id,
    before: { roles: leaver.roles },
    after: { left_on: today, ...passed, ...(request ? { proposedBy: request.proposed_by } : {}) },
  })
  await ask(tx, by, { task: 'move-work', key: `move-work:${id}`, caseId: null, payload: { leaver: id, to: to.cases } })
  // the rest of what was proposed about them came to nothing; this one is marked by whoever confirms it
  await withdrawRequestsOf(tx, id, today, request?.id ?? null)
  return { kind: 'changed', id, revision: leaver.revision + 1 }
}

const holds = (person: PersonRow | undefined, roles: readonly string[]) =>
  person?.roles?.some((role) => roles.includes(role)) ?? false

async function faultsOf(
  tx: Transaction,
  by: Staff,
  leaver: PersonRow,
  people: readonly PersonRow[],
  to: Successors,
): Promise<Fault<LeaveProblem>[]> {
  const chosen = (id: string) => people.find((each) => each.id === id)
  const faults: Fault<LeaveProblem>[] = []
  if (by.id === leaver.id) faults.push({ field: 'main', problem: 'notYourself' })
  if ((await listAdministrators(tx)).every(({ id }) => id === leaver.id))
    faults.push({ field: 'main', problem: 'lastAdministrator' })
  if (holds(leaver, CONFIRMERS) && !people.some((each) => holds(each, CONFIRMERS)))
    faults.push({ field: 'main', problem: 'lastConfirmer' })
  if (to.cases !== '' && !holds(chosen(to.cases), CASE_WORKERS)) faults.push({ field: 'cases', problem: 'successor' })
  if (to.drafts !== '' && !holds(chosen(to.drafts), ['editor'])) faults.push({ field: 'drafts', problem: 'successor' })
  const atUnit = chosen(to.letters)
  if (to.letters !== '' && !mayHandle(leaver, atUnit)) faults.push({ field: 'letters', problem: 'successor' })
  if (to.letters === '' && isLastHandler(leaver, people) && (await hasLettersInWork(tx, leaver.unit_id)))
    faults.push({ field: 'letters', problem: 'lastHandler' })
  return faults
}

/** Somebody of the unit, and no administrator, who reads no letter. */
export const mayHandle = (leaver: PersonRow, other: PersonRow | undefined): boolean =>
  other?.unit_id === leaver.unit_id && !holds(other, ['administrator'])

export const isLastHandler = (leaver: PersonRow, people: readonly PersonRow[]): boolean =>
  holds(leaver, HANDLERS) &&
  !people.some((each) => each.id !== leaver.id && each.unit_id === leaver.unit_id && holds(each, HANDLERS))

async function passDrafts(tx: Transaction, leaver: string, successor: string): Promise<number> {
  const drafts = await listUnfinishedOf(tx, leaver)
  if (successor !== '')
    for (const { id, authors } of drafts.filter((draft) => !draft.authors.includes(successor)))
      await markAuthorAdded(tx, id, [...authors, successor])
  return drafts.length
}

/** Whoever goes on with the unit's letters is a handler from now on, as the leaver was. */
async function passLetters(
  house: House,
  tx: Transaction,
  by: Staff,
  leaver: PersonRow,
  people: readonly PersonRow[],
  successor: string,
  request: AccountRequestRow | null,
): Promise<void> {
  const next = people.find(({ id }) => id === successor)
  if (!next) return
  const had = next.roles ?? []
  const gained = HANDLERS.filter((role) => leaver.roles?.includes(role) && !had.includes(role))
  if (gained.length === 0) return
  const { name, email, unit_id } = next
  // their account is another from now on: whoever has its page open is told
  await markPersonChanged(tx, next.id, { name, email, unit_id })
  const roles = ROLES.filter((role) => had.includes(role) || gained.some((each) => each === role))
  await replaceRoles(tx, next.id, roles)
  if (request) await markSetUp(tx, next.id, request.proposed_by ?? 'terminal', dayOf(house.clock.town()))
  await deleteSessionsOf(tx, next.id)
  const account = { name, email, unit: unit_id }
  await keepChange(house, tx, by, 'changeAccount', {
    subject: next.id,
    before: { ...account, roles: ROLES.filter((role) => had.includes(role)) },
    after: { ...account, roles },
  })
}
