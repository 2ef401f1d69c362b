import { z } from 'zod'
import type { Transaction } from '#db/transaction.ts'
import type { House } from '#workflows/house.ts'
import type { Sender } from '#workflows/roles/permissions.ts'
import type { Actor } from '#workflows/roles/roles.ts'
import type { Issue, RefusalCode, Unsettled } from './refusal.ts'

/** What the machine asked for, by name. The engine turns each into a row. */
const order = z.object({ type: z.string(), params: z.record(z.string(), z.string()).default({}) })
export type Order = z.infer<typeof order>
const allOrders = z.array(order)
/** The actions that a machine named, as orders; throws where one is none. */
export const ordersOf = (actions: unknown): Order[] => allOrders.parse(actions)

/** A machine that has been asked: whether it takes the event, and if so where it goes and what it orders. */
export type Answer =
  | { taken: true; value: unknown; context: unknown; version: number; life: string; orders: Order[] }
  | { taken: false; code: RefusalCode }

/** The moment of one act: everything that a procedure needs to judge and to write. */
export type Moment<Row, Event, Situation> = {
  house: House
  tx: Transaction
  row: Row
  event: Event
  by: Actor
  role: Sender
  situation: Situation
}

/** What `step` must know of a kind of subject: its row, its events, its rules and its records. */
export type Procedure<
  Row extends { id: string; revision: number; value: unknown; life: string },
  Event extends { type: string },
  Situation,
> = {
  subject: 'case' | 'typicalCase'
  parse(event: unknown): { event: Event } | { issues: Issue[] }
  permissions: Record<string, readonly Sender[]>
  /** the row, locked until the transaction ends, and what is stored beside it */
  hold(house: House, tx: Transaction, id: string): Promise<{ row: Row; situation: Situation } | undefined>
  /** which of the roles that may send the event this actor has here; null when the subject is not theirs to know of */
  standing(moment: Omit<Moment<Row, Event, Situation>, 'role'>, senders: readonly Sender[]): Promise<Standing>
  judge(moment: Moment<Row, Event, Situation>): Promise<Answer>
  /** what in the texts of an act that was taken must not leave the office as it is */
  unsettled(moment: Moment<Row, Event, Situation>): Promise<Unsettled[]>
  /** writes what the act says, saves the snapshot, and turns orders into rows */
  write(moment: Moment<Row, Event, Situation>, answer: Extract<Answer, { taken: true }>): Promise<void>
}

export type Standing = { as: Sender } | { refused: 'unknown' | 'conflict-of-interest' | 'not-your-role' }
