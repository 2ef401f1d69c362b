import { createHash, randomUUID } from 'node:crypto'
import { z } from 'zod'
import { listActsSince } from '#db/read/journal.ts'
import { inShortTransaction, inTransaction, isEndedForAnother, type Transaction } from '#db/transaction.ts'
import { isOutdated } from '#db/write/arrival.ts'
import { findAnsweredRequest, insertAnsweredRequest, insertRefusal } from '#db/write/journal.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import type { Actor } from '#workflows/roles/roles.ts'
import { caseProcedure } from './case-procedure.ts'
import type { Procedure } from './procedure.ts'
import { type Moved, type Outcome, type Refused, refused } from './refusal.ts'
import { RefusedInside } from './refused-inside.ts'
import { typicalCaseProcedure } from './typical-case-procedure.ts'
import { withoutReceiptsIn } from './without-receipts.ts'

/** `seen`: the revision the page showed. `request`: the form's own random id, so that a double click gets the same answer. */
export type Asked = { seen?: number; request?: string }

/**
 * Applies one act to one subject in one transaction, or refuses it and stores nothing of it.
 * The order of the checks is part of the promise: whoever may not know of a case learns nothing from the refusal.
 * Receipt codes are taken out of whatever was said before anything looks at it, whoever said it.
 */
export function step(
  house: House,
  subject: 'case' | 'typicalCase',
  id: string,
  event: unknown,
  by: Actor,
  asked: Asked = {},
): Promise<Outcome> {
  return subject === 'case'
    ? run(house, caseProcedure, id, event, by, asked)
    : run(house, typicalCaseProcedure, id, event, by, asked)
}

async function run<
  Row extends { id: string; revision: number; value: unknown; life: string },
  Event extends { type: string },
  Situation,
>(
  house: House,
  procedure: Procedure<Row, Event, Situation>,
  id: string,
  asSaid: unknown,
  by: Actor,
  asked: Asked,
): Promise<Outcome> {
  if (!uuid.safeParse(id).success) return refused('unknown')
  const said = await withoutReceiptsIn(house, asSaid)
  const parsed = procedure.parse(said)
  const attempt = () => inShortTransaction(house.db, (tx) => pass(house, tx, procedure, id, said, parsed, by, asked))
  const outcome = await attempt()
    // two merges in opposite directions wait for each other: the database ends one, which then sees what the other did;
    // and a case split off by rules that an administrator changed meanwhile is split off by the new ones
    .catch((error: unknown) => (isEndedForAnother(error) || isOutdated(error) ? attempt() : Promise.reject(error)))
    .catch((error: unknown) => {
      if (error instanceof RefusedInside) return error.outcome
      throw error
    })
  if (outcome.kind === 'refused') await keepRefusal(house, procedure, id, said, by, outcome)
  return outcome
}

async function pass<
  Row extends { id: string; revision: number; value: unknown; life: string },
  Event extends { type: string },
  Situation,
>(
  house: House,
  tx: Transaction,
  procedure: Procedure<Row, Event, Situation>,
  id: string,
  said: unknown,
  parsed: ReturnType<Procedure<Row, Event, Situation>['parse']>,
  by: Actor,
  { seen, request }: Asked,
): Promise<Outcome> {
  const held = await procedure.hold(house, tx, id)
  if (!held) return refused('unknown')
  const { row, situation } = held
  const type = typeOf(said)
  const senders = knows(procedure, type) ? (procedure.permissions[type] ?? []) : []
  // an event nobody may send still answers by standing first: a stranger learns nothing from a misspelt act
  const event = 'event' in parsed ? parsed.event : ({ ...Object(said), type } as Event)
  const standing = await procedure.standing({ house, tx, row, event, by, situation }, senders)
  if ('refused' in standing) return refused(standing.refused)
  if ('issues' in parsed) return refused('invalid', { issues: parsed.issues })

  const actor = nameOf(by)
  const once = request && clickOf(request, id, said)
  const answered = once && (await findAnsweredRequest(tx, actor, once))
  if (answered) return moved.parse(answered.answer)
  if (seen !== undefined && seen !== row.revision)
    return refused('stale', { meanwhile: await listActsSince(tx, row.id, seen) })

  const moment = { house, tx, row, event: parsed.event, by, role: standing.as, situation }
  const answer = await procedure.judge(moment)
  if (!answer.taken) return refused(answer.code)
  // only to whoever may do the act: what is found speaks of the report
  const unsettled = await procedure.unsettled(moment)
  if (unsettled.length > 0) return refused('unsettled', { unsettled })
  const outcome: Moved = { kind: 'moved', id: row.id, revision: row.revision + 1, life: answer.life }
  if (once)
    await insertAnsweredRequest(tx, {
      actor,
      request: once,
      answer: JSON.stringify(outcome),
      on_day: dayOf(house.clock.wall()),
    })
  // last: it ends the transaction
  await procedure.write(moment, answer)
  return outcome
}

/** A double click says the same of the same: a form that comes back with other words is another act, and none are lost. */
const clickOf = (request: string, id: string, said: unknown): string =>
  createHash('sha256')
    .update(JSON.stringify([request, id, said]))
    .digest('base64url')

const moved = z.object({ kind: z.literal('moved'), id: z.string(), revision: z.number(), life: z.string() })
// made once: making a schema costs more than asking it
const uuid = z.uuid()
const typed = z.object({ type: z.string() })
const typeOf = (said: unknown): string => typed.safeParse(said).data?.type ?? ''
const nameOf = (by: Actor) => (by.kind === 'staff' ? by.id : by.kind === 'reporter' ? `reporter ${by.report}` : by.kind)
type Named = { permissions: Record<string, unknown> }
/** `constructor` is a name that every object knows, and no act. */
const knows = ({ permissions }: Named, type: string) => Object.hasOwn(permissions, type)

/**
 * In a transaction of its own, because the act's was rolled back. Anonymous doors would flood it, so officers only; and
 * of an act that does not exist not even its name, which could say anything.
 */
async function keepRefusal(
  { db, clock }: House,
  procedure: Named,
  subject: string,
  said: unknown,
  by: Actor,
  { code }: Refused,
) {
  if (by.kind !== 'staff') return
  const type = knows(procedure, typeOf(said)) ? typeOf(said) : 'unknown'
  const row = { id: randomUUID(), at: clock.town(), staff_id: by.id, subject_id: subject, type, code }
  await inTransaction(db, (tx) => insertRefusal(tx, row))
}
