import { z } from 'zod'
import { listAwayOn } from '#db/read/absences.ts'
import {
  findActorAt,
  findObjectingUnit,
  findUnitOfLetter,
  isOfficeParty,
  listActiveOfficers,
  listMentioned,
  listOfficers,
} from '#db/read/audience.ts'
import { type CaseRow, findCase } from '#db/read/cases.ts'
import { findLastAct } from '#db/read/journal.ts'
import { listTookPart } from '#db/read/look-back.ts'
import { listSources } from '#db/read/typical-cases.ts'
import { listUnits } from '#db/read/units.ts'
import type { Transaction } from '#db/transaction.ts'
import { lockTypicalCase } from '#db/write/typical-cases.ts'
import { mayNotKnow } from '#workflows/assignment/answers.ts'
import { DEADLINE_NAMES, NOTICE_NAMES, type Track, TRACKS } from '#workflows/case/names.ts'
import type { Day } from '#workflows/clock.ts'
import { isUnitDate, RUNGS } from '#workflows/deadlines/ladder.ts'
import {
  ACCOUNT_NOTICE_NAMES,
  type Audience,
  inCharge,
  NOTICE_OF_RUNG,
  NOTICES,
  OWNERS_OF_DATE,
  RUNG_NOTICES,
  secondPerson,
  TOLD_OF_ACCOUNTS,
  TYPICAL_CASE_NOTICES,
} from '#workflows/notices/catalogue.ts'
import type { Role } from '#workflows/roles/roles.ts'
import { CONFIRMERS } from '#workflows/roles/second-person.ts'
import { TYPICAL_CASE_NOTICE_NAMES } from '#workflows/typical-case/events.ts'

const aboutCase = z.object({ notice: z.enum(NOTICE_NAMES), track: z.enum(TRACKS).nullable(), case: z.uuid() })
const aboutTypicalCase = z.object({ notice: z.enum(TYPICAL_CASE_NOTICE_NAMES), typicalCase: z.uuid() })
const aboutRung = z.object({
  rung: z.enum(RUNGS).exclude(['red']),
  deadline: z.enum(DEADLINE_NAMES),
  track: z.enum(TRACKS).nullable(),
  case: z.uuid(),
})
const aboutAccount = z.object({ notice: z.enum(ACCOUNT_NOTICE_NAMES), account: z.uuid() })
const payload = z.union([aboutRung, aboutCase, aboutTypicalCase, aboutAccount])

/** Who gets a notice, and whether it may wait for working hours. */
export type Addressed = { name: string; officers: string[]; emergency: boolean }
type Officer = { id: string; unit_id: string }

/**
 * Decides who is told, at the moment of telling: who must act as things stand now. Never an officer whose account is
 * closed, nor one who may not know of the case; the actor only where nobody else is left.
 */
export async function addressed(
  tx: Transaction,
  errand: { key: string; payload: unknown },
  today: Day,
): Promise<Addressed> {
  const said = payload.parse(errand.payload)
  if ('rung' in said) return addressedByRung(tx, said, today)
  if ('account' in said) {
    const roles = said.notice === 'accountToConfirm' ? CONFIRMERS : TOLD_OF_ACCOUNTS
    return { name: said.notice, officers: (await listOfficers(tx, roles)).map(byId), emergency: false }
  }
  const audience = 'case' in said ? NOTICES[said.notice] : TYPICAL_CASE_NOTICES[said.notice]
  const subject = 'case' in said ? said.case : said.typicalCase
  const found =
    'case' in said
      ? await officersOfCase(tx, audience, said.case, said.track, revisionIn(errand.key), today)
      : await officersOfTypicalCase(tx, audience, said.typicalCase)
  if ('case' in said && found.length === 0 && isToUnit(audience)) return nobodyThere(tx, said.case, said.track, today)
  const actor = await findActorAt(tx, subject, revisionIn(errand.key))
  const others = found.filter(({ id }) => id !== actor)
  const officers = (others.length > 0 ? others : found).map(({ id }) => id)
  return { name: said.notice, officers: [...new Set(officers)], emergency: audience.emergency ?? false }
}

/** A rung is nobody's act: everyone whom it concerns is told. */
async function addressedByRung(tx: Transaction, said: z.infer<typeof aboutRung>, today: Day): Promise<Addressed> {
  const name = NOTICE_OF_RUNG[said.rung][isUnitDate(said.deadline) ? 'unit' : 'office']
  const isOwn = name === 'dateReminder' || name === 'dateNear'
  const audience = (isOwn && OWNERS_OF_DATE[said.deadline]) || RUNG_NOTICES[name]
  const found = await officersOfCase(tx, audience, said.case, said.track, 0, today)
  if (found.length === 0 && isToUnit(audience)) return nobodyThere(tx, said.case, said.track, today)
  return { name, officers: [...new Set(found.map(({ id }) => id))], emergency: false }
}

const isToUnit = ({ to }: Audience) => to === 'lettersUnit' || to === 'objectorsUnit'

/** A unit has a letter and nobody who answers letters: the supervisors hear it, whatever it was that should be told. */
async function nobodyThere(tx: Transaction, id: string, track: Track | null, today: Day): Promise<Addressed> {
  const letter = track && (await findUnitOfLetter(tx, id, track))
  const found = letter ? await officersOfCase(tx, RUNG_NOTICES.nobodyAtUnit, id, track, 0, today) : []
  return { name: 'nobodyAtUnit', officers: [...new Set(found.map(byId))], emergency: false }
}

/** The engine's key is `notice:<subject>:<revision>:…`, and a subject's journal has a row for each revision. */
const revisionIn = (key: string) => z.coerce.number().int().parse(key.split(':')[2])

/** Who reads what accuses the office. */
const LAST_READERS: readonly Role[] = ['disciplineLiaison', 'auditor']

async function officersOfCase(
  tx: Transaction,
  audience: Audience,
  id: string,
  track: Track | null,
  revision: number,
  today: Day,
): Promise<Officer[]> {
  const row = await findCase(tx, id)
  if (!row) return []
  if (isToUnit(audience)) {
    // the unit has its letter: it knows of the case, whatever its letter's case accuses; of its people, not whom that accuses by name
    const find = audience.to === 'objectorsUnit' ? findObjectingUnit : findUnitOfLetter
    const letter = track && (await find(tx, id, track))
    const there = letter ? await listOfficers(tx, rolesOf(audience, row), letter.unit_id) : []
    return there.filter((officer) => !row.accused_people.includes(officer.id))
  }
  const accused = [...row.accused, ...row.accused_provisional, ...row.accused_people]
  const mayKnow = await whoMayKnow(tx, accused)
  if (audience.to === 'mentioned') {
    const named = await listActiveOfficers(tx, await listMentioned(tx, id, revision))
    return [...named, ...(await listDeputies(tx, named, today))].filter(mayKnow)
  }
  const kept = (await listKeptOut(tx, audience, row)).filter((officer) => officer !== null)
  const acting = await mustAct(tx, audience, row, mayKnow, today)
  const told = row.life === 'lookBack' ? await outsidersOf(tx, id, acting) : acting
  const also = await listOfficers(tx, audience.also ?? [])
  // where everyone who would act is kept away, as from what accuses the office, the report must not lie unseen
  const instead = told.length > 0 && !told.some(mayKnow) ? await listOfficers(tx, LAST_READERS) : []
  return [...told, ...also, ...instead].filter((officer) => mayKnow(officer) && !kept.includes(officer.id))
}

/** Nobody looks again at what they had a part in; where all had, whoever heads the office does. */
async function outsidersOf(tx: Transaction, caseId: string, acting: readonly Officer[]): Promise<Officer[]> {
  const tookPart = await listTookPart(tx, caseId)
  const outsiders = acting.filter(({ id }) => !tookPart.includes(id))
  return outsiders.length > 0 ? outsiders : listOfficers(tx, ['head'])
}

/** Whoever has it in hand, while they may; failing that everyone whose role it is. */
async function mustAct(
  tx: Transaction,
  audience: Audience,
  row: CaseRow,
  mayKnow: (officer: Officer) => boolean,
  today: Day,
) {
  const holders = audience.to === 'holder' && row.holder ? await listActiveOfficers(tx, [row.holder]) : []
  if (holders.some(mayKnow)) {
    if ((await listAwayOn(tx, today, holders.map(byId))).length === 0) return holders
    // a holder who is away reads of it with whoever stands in; where that one may not, everybody in charge does
    const deputies = (await listDeputies(tx, holders, today)).filter(mayKnow)
    return [...holders, ...(deputies.length > 0 ? deputies : await listOfficers(tx, inCharge(row.life)))]
  }
  const instead = audience.whereOfficeIsParty
  if (instead && (await isOfficeParty(tx, row.id))) return listOfficers(tx, instead)
  return listOfficers(tx, rolesOf(audience, row))
}

/** Who stands in on that day for those of them who are away. Whoever is away too passes nothing further. */
async function listDeputies(tx: Transaction, officers: readonly Officer[], today: Day): Promise<Officer[]> {
  const away = await listAwayOn(tx, today, officers.map(byId))
  const deputies = await listActiveOfficers(
    tx,
    away.map(({ deputy_id }) => deputy_id),
  )
  const gone = await listAwayOn(tx, today, deputies.map(byId))
  return deputies.filter(({ id }) => !gone.some(({ staff_id }) => staff_id === id))
}
const byId = ({ id }: Officer) => id

function rolesOf({ to, roles }: Audience, { life }: CaseRow): readonly Role[] {
  if (to === 'secondPerson') return secondPerson(life).roles
  return roles === 'inCharge' ? inCharge(life) : roles
}

async function listKeptOut(tx: Transaction, { to, butNot = [] }: Audience, row: CaseRow): Promise<(string | null)[]> {
  const types = to === 'secondPerson' ? secondPerson(row.life).butNot : butNot
  const first = types.length > 0 ? await findLastAct(tx, row.id, types) : undefined
  return [first?.actor_id ?? null]
}

async function officersOfTypicalCase(tx: Transaction, audience: Audience, id: string): Promise<Officer[]> {
  const row = await lockTypicalCase(tx, id)
  if (!row) return []
  const accused: string[] = []
  for (const source of await listSources(tx, id)) {
    const from = await findCase(tx, source.id)
    accused.push(...(from ? [...from.accused, ...from.accused_provisional, ...from.accused_people] : []))
  }
  const mayKnow = await whoMayKnow(tx, accused)
  const roles = audience.roles === 'inCharge' ? [] : audience.roles
  const told = audience.to === 'authors' ? await listActiveOfficers(tx, row.authors) : await listOfficers(tx, roles)
  const also = await listOfficers(tx, audience.also ?? [])
  return [...told, ...also].filter(
    (officer) => mayKnow(officer) && !(audience.butNotAuthors && row.authors.includes(officer.id)),
  )
}

async function whoMayKnow(tx: Transaction, accused: readonly string[]): Promise<(officer: Officer) => boolean> {
  if (accused.length === 0) return () => true
  const units = await listUnits(tx)
  return ({ id, unit_id }) => !mayNotKnow(units, { id, unit: unit_id }, accused)
}
