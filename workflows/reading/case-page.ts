import { listAwayOn } from '#db/read/absences.ts'
import { type CaseFile, findCaseFile, listBoundCases, listDates, listSplitCases } from '#db/read/case-file.ts'
import { findProposedKind } from '#db/read/hotline.ts'
import { listUnits } from '#db/read/units.ts'
import { inTransaction, type Transaction } from '#db/transaction.ts'
import { shutsOut, outOfPlace } from '#workflows/assignment/answers.ts'
import { commonSuperior } from '#workflows/assignment/whose-duty.ts'
import { placeNamed } from '#workflows/assignment/place-named.ts'
import { unitWords } from '#workflows/assignment/unit-words.ts'
import { dayOf } from '#workflows/clock.ts'
import { RUNGS } from '#workflows/deadlines/ladder.ts'
import { knownRules } from '#workflows/engine/known-rules.ts'
import { possibleActs } from '#workflows/engine/may.ts'
import type { House } from '#workflows/house.ts'
import { OVERSEERS } from '#workflows/roles/stand-in.ts'
import { PERMISSIONS } from '#workflows/roles/permissions.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { readChoices } from './case-choices.ts'
import { readSaid } from './case-said.ts'
import { standingOf } from './case-standing.ts'
import { readMoments } from './case-moments.ts'
import { readCaseTemplates } from './case-templates.ts'
import { type CaseLetter, readLetters } from './case-tracks.ts'
import { readOfficeWork } from './case-work.ts'
import { cellsOf } from './cells.ts'
import { explainDate, readCaseTime } from './date-explained.ts'
import { readSimilar } from './case-similar.ts'
import { readOrderDrafts } from './order-drafts.ts'
import { readCaseSupervision } from './supervision-papers.ts'
import { recordLook, recordLooks } from './known.ts'
import { openTo } from './need-to-know.ts'
import { readsReportOf } from './readers.ts'
import { wordIndex } from './word-index/held-index.ts'
import type { WordIndex } from './word-index/word-index.ts'

/** Similar cases a page shows unasked. */
export const FEW = 5
const UUID = /^[\da-f]{8}(-[\da-f]{4}){3}-[\da-f]{12}$/i

/**
 * Everything one officer may see of one case and do about it now, and the look goes on record.
 * Null where there is no such case, just so where this officer may not know of it, and where it opens by a reason alone.
 */
export async function readCasePage(house: House, by: Staff, id: string, { similar = FEW }: { similar?: number } = {}) {
  if (!UUID.test(id)) return null
  const index = await wordIndex(house)
  const page = await inTransaction(house.db, (tx) => read(house, tx, by, id, { index, similar }))
  if (page) await recordLook(house, by, id, 'desk')
  if (page?.similar?.opened.length) await recordLooks(house, by, page.similar.opened, 'similar')
  return page
}
export type CasePage = NonNullable<Awaited<ReturnType<typeof readCasePage>>>

type Compared = { index: WordIndex | null; similar: number }

async function read(house: House, tx: Transaction, by: Staff, id: string, { index, similar }: Compared) {
  const units = await listUnits(tx)
  const away = shutsOut(units, by)
  const file = await findCaseFile(tx, id, away)
  if (!file || !(await openTo(house, tx, by, [id]))(id)) return null
  const bound = await listBoundCases(tx, file, away)
  const halves = await listSplitCases(tx, file, away)
  const merged = bound.filter(({ main_case }) => main_case === file.id)
  const caseIds = [file.id, ...merged.map((each) => each.id)]
  const cells = await cellsOf(tx, house.keys, caseIds)
  const readsReport = readsReportOf(by, units, file)
  const acts = await possibleActs(house, tx, file, by)
  const work = await readOfficeWork(tx, cells(file.id), file.id)
  const said = readsReport ? await readSaid(tx, cells, caseIds) : null
  const own = said?.reports.find(({ caseId }) => caseId === file.id)
  const standing = standingOf(file.value, file.context)
  const letters = await readLetters(tx, cells(file.id), file.id)
  const today = dayOf(house.clock.town())
  const dates = await listDates(tx, file.id)
  const { calendar, officers } = await knownRules(house, { db: tx })
  const time = await readCaseTime(tx, file.id)
  const accused = [...file.accused, ...file.accused_provisional]
  const nameOf = (unit: string) => ({ id: unit, name: units.find((each) => each.id === unit)?.name ?? '' })
  /** the place that the reporter's words name, until somebody has said which it is */
  const placeGuessed = own && file.place_unit === null ? placeNamed(units, own.place ?? own.body) : null
  const choices = await readChoices(tx, by, file, { acts, units, away, today })
  const words = unitWords(units)
  const { territory = null, department = null } = choices.proposal ?? {}
  const spoken = [...accused, file.place_unit, placeGuessed, territory, department, ...unitsIn(work)]
  return {
    id: file.id,
    number: file.number,
    revision: file.revision,
    life: file.life,
    ...standing,
    kind: file.kind === null ? null : { code: file.kind, zh: file.name_zh ?? '', en: file.name_en ?? '' },
    /** what the operator of a call took it for, until a clerk has classified it */
    proposedKind: file.kind === null && readsReport ? await findProposedKind(tx, file.id) : null,
    mode: file.mode,
    complexity: file.complexity,
    place: file.place_unit === null ? null : nameOf(file.place_unit),
    holder:
      file.holder === null
        ? null
        : {
            id: file.holder,
            name: file.holder_name ?? '',
            isMe: file.holder === by.id,
            deputy: (await listAwayOn(tx, today, [file.holder]))[0]?.deputy_name ?? null,
          },
    receivedOn: file.received_on,
    acceptedOn: file.accepted_on,
    closedOn: file.closed_on,
    due: file.due_on === null ? null : { day: file.due_on, name: file.due_name },
    reprisal: file.reprisal,
    urgent: file.urgent,
    slowLane: file.slow_lane,
    noDispatch: file.no_dispatch,
    accused: file.accused.map(nameOf),
    accusedProvisional: file.accused_provisional.filter((unit) => !file.accused.includes(unit)).map(nameOf),
    /** by name: told to nobody but who may say that they are not meant, for their colleagues would tell them */
    accusedPeople: acts.some(({ type }) => type === 'clearOffice')
      ? file.accused_people.map((id) => ({ id, name: officers.find((each) => each.id === id)?.name ?? '' }))
      : [],
    main: bound.find((each) => each.id === file.main_case) ?? null,
    /** one report, two matters: where this one came from, and what came out of it */
    splitFrom: halves.find((each) => each.id === file.split_from) ?? null,
    isSplit: file.split_from !== null,
    splitOff: halves.filter(({ split_from }) => split_from === file.id),
    /** whether others can join this case, and this officer may put them together */
    mayGather: joins(by) && file.main_case === null && !OVER.includes(file.life),
    /** cases that may tell of the same; null where nobody asks any more, or this process still reads the index */
    similar:
      index && isCompared(file, by)
        ? await readSimilar(house, tx, file, {
            index,
            away,
            readsReport,
            openTo: (ids) => openTo(house, tx, by, ids),
            most: similar,
            nameOf: (unit) => nameOf(unit).name,
          })
        : null,
    merged,
    /** null where this officer's duty is the record, not the reporter's words */
    said,
    placeNamed: placeGuessed,
    ...work,
    /** what the units are called that forms begin with, and that briefs and overrides name by id */
    unitNames: Object.fromEntries(spoken.flatMap((unit) => (unit === null ? [] : [[unit, words.get(unit) ?? '']]))),
    letters,
    // a unit may have been closed or moved since it got its letter
    outOfPlace: letters.flatMap(({ track, unit, superseded }) => {
      const why = !superseded && file.closed_on === null && outOfPlace(units, unit.id, accused)
      return why ? [{ track, unit: unit.name, why }] : []
    }),
    moments: await readMoments(tx, cells(file.id), file.id),
    dates: dates.map((row) => ({
      id: row.id,
      name: row.name,
      track: row.track,
      state: row.state,
      dueOn: row.due_on,
      rung: RUNGS.find((rung) => rung === row.rung) ?? null,
      ...explainDate(calendar, row, time),
    })),
    ...(await readCaseSupervision(tx, cells(file.id), file.id)),
    orderDrafts: await readOrderDrafts(house, tx, file, { acts, letters, dates, today }),
    commonSuperior: superiorOf(units, letters, nameOf),
    /** this officer may open the papers of supervision */
    oversees: by.roles.some((role) => OVERSEERS.includes(role)),
    acts,
    choices,
    /** what the open acts may begin with */
    templates: await readCaseTemplates(house, tx, file, {
      ...standing,
      acts,
      units,
      briefs: work.briefs,
      letters,
      today,
    }),
    today,
  }
}

/** While it is sorted out what a report is about; later, as long as others can join it, by those who put cases together. */
function isCompared({ life, main_case }: CaseFile, by: Staff): boolean {
  if (SORTED.some((phase) => life.startsWith(phase))) return true
  return joins(by) && main_case === null && !OVER.includes(life)
}
const joins = (by: Staff) => by.roles.some((role) => PERMISSIONS.merge.some((sender) => sender === role))
const SORTED = ['triage.', 'verifying.']
const OVER = ['closed', 'lookBack', 'struckOff', 'notAccepted', 'handedUp', 'merged']

const unitsIn = ({ briefs, notes }: Awaited<ReturnType<typeof readOfficeWork>>): string[] => [
  ...briefs.flatMap(({ territory, department }) => [territory, department]).filter((unit) => unit !== null),
  ...notes.flatMap(({ units }) => units),
]

/** Who rules where the two units that have letters dispute whose duty it is. */
function superiorOf(
  units: Parameters<typeof commonSuperior>[0],
  letters: readonly CaseLetter[],
  nameOf: (unit: string) => { name: string },
): string | null {
  const [one, other] = letters.filter(({ superseded }) => !superseded)
  const superior = one && other && commonSuperior(units, one.unit.id, other.unit.id)
  return superior ? nameOf(superior).name : null
}
