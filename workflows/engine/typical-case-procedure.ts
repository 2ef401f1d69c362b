import { transition } from 'xstate'
import { z } from 'zod'
import { findCase } from '#db/read/cases.ts'
import { listSources } from '#db/read/typical-cases.ts'
import { listUnits } from '#db/read/units.ts'
import type { Transaction } from '#db/transaction.ts'
import { lockTypicalCase, markTypicalCaseMoved, type TypicalCaseRow } from '#db/write/typical-cases.ts'
import { inConflict } from '#workflows/assignment/answers.ts'
import { dayOf } from '#workflows/clock.ts'
import { TYPICAL_CASE_PERMISSIONS } from '#workflows/roles/permissions.ts'
import { type TypicalCaseEvent, typicalCaseEvent } from '#workflows/typical-case/events.ts'
import type { TypicalCaseFacts } from '#workflows/typical-case/facts.ts'
import { outgoingTexts } from '#workflows/typical-case/written-texts.ts'
import { typicalCaseMachine } from '#workflows/typical-case/machine.ts'
import { restoreTypicalCase, TYPICAL_CASE_VERSION, typicalCaseLife } from '#workflows/typical-case/versions.ts'
import { caseKey } from './case-key.ts'
import { accusedIn } from './dispatch.ts'
import { entryOf } from './entry.ts'
import { ask } from './errands.ts'
import { appendToJournal } from './journal.ts'
import { type Moment, ordersOf, type Procedure } from './procedure.ts'
import { recordTypicalCase } from './record/typical-case.ts'
import { issuesOf, normalised } from './said.ts'
import { unsettledIn } from './unsettled.ts'
import { hindrances, isClosed } from './usable-sources.ts'

const MOST_SOURCES = 4

export const typicalCaseProcedure: Procedure<TypicalCaseRow, TypicalCaseEvent, null> = {
  subject: 'typicalCase',
  permissions: TYPICAL_CASE_PERMISSIONS,

  hold: async (_, tx, id) => {
    const row = await lockTypicalCase(tx, id)
    return row && { row, situation: null }
  },

  parse: (said) => {
    const parsed = typicalCaseEvent.safeParse(normalised(said), { reportInput: true })
    return parsed.success ? { event: parsed.data } : { issues: issuesOf(parsed.error) }
  },

  standing: async ({ tx, row, event, by }, senders) => {
    if (by.kind === 'machine') return senders.includes('machine') ? { as: 'machine' } : { refused: 'not-your-role' }
    if (by.kind !== 'staff' || !by.roles.some((role) => role === 'editor' || role === 'approver'))
      return { refused: 'unknown' }
    if (await drawsOnAccusationOf(tx, by.unit, row.id, event)) return { refused: 'conflict-of-interest' }
    const role = by.roles.find((each) => senders.includes(each))
    return role ? { as: role } : { refused: 'not-your-role' }
  },

  judge: async (moment) => {
    const { row, event } = moment
    const snapshot = restoreTypicalCase(row.machine_version, row.value, row.context)
    const facts = await factsOf(moment)
    if (!snapshot.can(judged(event, facts)))
      return {
        taken: false,
        code: snapshot.can(judged(event, { ...facts, isAuthor: false })) ? 'second-person' : 'not-now',
      }
    const [next, actions] = transition(typicalCaseMachine, snapshot, judged(event, facts))
    return {
      taken: true,
      value: next.value,
      context: next.context,
      version: TYPICAL_CASE_VERSION,
      life: typicalCaseLife(next.value),
      orders: ordersOf(actions),
    }
  },

  unsettled: async ({ house, tx, row, event }) => {
    const texts = outgoingTexts(event)
    if (texts.length === 0) return []
    const cases = (await listSources(tx, row.id)).map(({ id }) => id)
    const names = (await listUnits(tx)).map(({ name }) => name)
    return unsettledIn(house, tx, { texts, settled: 'settled' in event ? event.settled : undefined, cases, names })
  },

  write: async (moment, answer) => {
    const { house, tx, row, event, by } = moment
    const now = house.clock.town()
    const key = await caseKey(tx, house.keys, row.id)
    const revision = row.revision + 1
    await recordTypicalCase(moment, key, now)
    await markTypicalCaseMoved(tx, row.id, {
      value: JSON.stringify(answer.value),
      context: JSON.stringify(answer.context),
      machine_version: answer.version,
      revision,
      life: answer.life,
    })
    for (const { params } of answer.orders)
      await ask(tx, by, {
        task: 'deliver-notice',
        key: `notice:${row.id}:${revision}:${params.notice}`,
        caseId: null,
        payload: { notice: params.notice ?? '', typicalCase: row.id },
      })
    await appendToJournal(tx, key, entryOf({ ...moment, event }, 'typicalCase', now, row.value, answer.value))
  },
}

type TypicalMoment = Moment<TypicalCaseRow, TypicalCaseEvent, null>
const judged = (event: TypicalCaseEvent, facts: TypicalCaseFacts) => Object.assign({}, event, { facts })

/** Whether a case it draws on, or is to draw on, accuses whoever is at home in `home`: no part of it is theirs to know. */
async function drawsOnAccusationOf(tx: Transaction, home: string, id: string, event: TypicalCaseEvent) {
  const ids = (await listSources(tx, id)).map((source) => source.id)
  // not parsed yet: whatever is no id at all names no case
  const named = event.type === 'addSource' && z.uuid().safeParse(event.case).data
  const units = await listUnits(tx)
  for (const each of named ? [...ids, named] : ids) {
    const source = await findCase(tx, each)
    if (source && inConflict(units, home, accusedIn(source))) return true
  }
  return false
}

async function factsOf({ house, tx, row, event, by }: TypicalMoment): Promise<TypicalCaseFacts> {
  const sources = await listSources(tx, row.id)
  const today = dayOf(house.clock.town())
  const hindered = await Promise.all(sources.map((source) => hindrances(tx, source, today)))
  const named = event.type === 'addSource' ? await findCase(tx, event.case) : undefined
  const isNew = !sources.some(({ id }) => id === named?.id)
  return {
    isAuthor: by.kind === 'staff' && row.authors.includes(by.id),
    sourcesClosed: sources.length > 0 && sources.every(isClosed),
    usable: hindered.every((found) => found.length === 0),
    sourceFits: named !== undefined && isClosed(named) && isNew && sources.length < MOST_SOURCES,
  }
}
