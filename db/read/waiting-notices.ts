import { type Expression, type SqlBool, sql } from 'kysely'
import type { Channel } from '#db/tables/notice.ts'
import type { Database } from '#db/transaction.ts'

const EMPTY = '00000000-0000-0000-0000-000000000000'

/**
 * Who could be told something by a channel: officers who can still sign in, have an address there, and something unread
 * that it has not told them or is not through with. A page by id, from after `last` on. `names`: of these notices alone.
 */
export const listToTell = (
  db: Database,
  channel: Channel,
  { names, urgent, last = EMPTY, limit }: { names?: readonly string[]; urgent: boolean; last?: string; limit: number },
) =>
  db
    .selectFrom('staff')
    .select(['staff.id', 'staff.unit_id', 'staff.language', `staff.quiet_${channel} as quiet`])
    .select(addressOf(channel).as('address'))
    .where('staff.disabled', '=', false)
    .where(addressOf(channel), 'is not', null)
    .where('staff.id', '>', last)
    .where((eb) =>
      eb.or([
        eb.exists(
          eb
            .selectFrom('notice')
            .select('notice.id')
            .whereRef('notice.staff_id', '=', 'staff.id')
            .where(`notice.${channel}`, '=', sql.lit('waiting'))
            .where('notice.read_on', 'is', null)
            .$if(names !== undefined, (query) => query.where('notice.name', 'in', names ?? [])),
        ),
        eb.exists(
          eb
            .selectFrom('sending')
            .select('sending.id')
            .whereRef('sending.staff_id', '=', 'staff.id')
            .where('sending.channel', '=', channel)
            .where('sending.state', '=', sql.lit('open'))
            .$if(urgent, (query) => query.where('sending.urgent', '=', true)),
        ),
      ]),
    )
    .orderBy('staff.id')
    .limit(limit)
    .execute()
export type ToTell = Awaited<ReturnType<typeof listToTell>>[number]

const addressOf = (channel: Channel) => sql.ref<string | null>(channel === 'mail' ? 'staff.email' : 'staff.mobile')

/** What these officers have not been told by a channel, or are being told, with all that says whether it still matters. */
export const listUntold = (db: Database, channel: Channel, staff: readonly string[]) =>
  untold(db)
    .where('notice.staff_id', 'in', staff)
    .where((eb) =>
      eb.or([
        eb.and([eb(`notice.${channel}`, '=', 'waiting'), eb('notice.read_on', 'is', null)]),
        eb.exists(
          eb
            .selectFrom('sending')
            .select('sending.id')
            .whereRef('sending.id', '=', `notice.${channel}_sending`)
            .where('sending.state', '=', sql.lit('open')),
        ),
      ]),
    )
    .select(`notice.${channel}_sending as sending`)
    .orderBy('notice.id')
    .execute()
export type Untold = Awaited<ReturnType<typeof listUntold>>[number]

const untold = (db: Database) =>
  db
    .selectFrom('notice')
    .innerJoin('errand', 'errand.id', 'notice.errand_id')
    .leftJoin('case_file', 'case_file.id', 'errand.case_id')
    .leftJoin('deadline', (join) => join.on('deadline.id', '=', dateOfRung))
    .select(['notice.id', 'notice.name', 'notice.staff_id', 'notice.read_on', 'errand.key'])
    .select(['case_file.accused', 'case_file.accused_provisional', 'case_file.accused_people', 'case_file.life'])
    .select(['deadline.state as date_state', 'deadline.due_on', 'deadline.rung'])
    .select(sql<string | null>`case_file.context -> 'letters' ->> ${track}`.as('letter'))
    .select((eb) => [
      eb
        .exists(
          eb
            .selectFrom('letter')
            .select('letter.id')
            .whereRef('letter.case_id', '=', 'errand.case_id')
            .where(sql<SqlBool>`letter.track = ${track}`)
            .where('letter.superseded', '=', false)
            .where('letter.acknowledged_on', 'is not', null),
        )
        .as('acknowledged'),
      eb
        .exists(
          eb
            .selectFrom('deadline as passed')
            .select('passed.id')
            .whereRef('passed.case_id', '=', 'errand.case_id')
            .where('passed.state', '=', 'lapsed')
            .where(sql<SqlBool>`(${track} is null or passed.track = ${track})`),
        )
        .as('late'),
    ])

const track = sql<string | null>`(errand.payload ->> 'track')`
/** A rung's errand is named by its date: `rung:<date>:<day>:<rung>`. */
const dateOfRung: Expression<string> = sql<string>`case when errand.key like 'rung:%' then split_part(errand.key, ':', 2)::uuid end`

/** Sendings that have not left: what is urgent first, then what failed least, so that a bad address holds nobody up. */
export const listOpenSendings = (db: Database, channel: Channel, { urgent, most }: { urgent: boolean; most: number }) =>
  db
    .selectFrom('sending')
    .innerJoin('staff', 'staff.id', 'sending.staff_id')
    .select(['sending.id', 'sending.message_id', 'sending.urgent', 'sending.unsure', 'sending.strikes'])
    .select(['sending.made_on', 'staff.id as staff_id', 'staff.unit_id', 'staff.language'])
    .select(addressOf(channel).as('address'))
    .select((eb) =>
      eb
        .selectFrom('notice')
        .whereRef(`notice.${channel}_sending`, '=', 'sending.id')
        .select((notice) => notice.fn<string[]>('array_agg', [sql`distinct notice.name`]).as('names'))
        .as('names'),
    )
    .where('sending.channel', '=', channel)
    .where('sending.state', '=', 'open')
    .where('staff.disabled', '=', false)
    .where(addressOf(channel), 'is not', null)
    .$if(urgent, (query) => query.where('sending.urgent', '=', true).where('sending.attempts', '<', most))
    .orderBy('sending.urgent', 'desc')
    .orderBy('sending.attempts')
    .orderBy('sending.id')
    .execute()
export type OpenSending = Awaited<ReturnType<typeof listOpenSendings>>[number]
