import { type Kysely, sql } from 'kysely'

/**
 * What the public and the leaders are told of how many cases stand where. `shown` is all that leaves the house; `counted`
 * is what the count was when `shown` last changed, and `step` by how much it must differ before `shown` changes again.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create table figure_snapshot (
      audience text not null check (audience in ('public', 'leaders')),
      cell text not null,
      taken_on date not null,
      shown integer check (shown >= 5 and shown % 5 = 0),
      counted integer not null,
      step smallint not null check (step between 5 and 9),
      primary key (audience, cell)
    )`.execute(db)
}
