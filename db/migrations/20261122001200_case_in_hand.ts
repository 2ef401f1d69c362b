import { type Kysely, sql } from 'kysely'

/** What one step needs of a case, asked for at once. */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`
    create function engine.about_case(wanted uuid)
    returns table (acts json, letters json, dates json, wrapped bytea, hash bytea, settings integer)
    language sql stable as $$
      select
        (select coalesce(json_agg(json_build_object('seq', seq, 'type', type, 'actor_kind', actor_kind,
          'actor_id', actor_id, 'actor_role', actor_role, 'at', at) order by seq), '[]')
          from public.journal where subject_id = wanted),
        (select coalesce(json_agg(json_build_object('id', id, 'track', track, 'unit_id', unit_id,
          'issued_by', issued_by)), '[]') from public.letter where case_id = wanted and not superseded),
        (select coalesce(json_agg(to_json(deadline)), '[]') from public.deadline
          where case_id = wanted and state in ('open', 'paused', 'lapsed')),
        (select data_key.wrapped from public.data_key where id = wanted),
        (select journal.hash from public.journal where subject_id = wanted order by seq desc limit 1),
        coalesce((select value::integer from public.town where name = 'settingsRevision'), 0)
    $$`.execute(db)
  // each statement inside sees what was there when it began: the second what there is once the case is held
  await sql`
    create function engine.hold_case(wanted uuid)
    returns table (held case_file, acts json, letters json, dates json, wrapped bytea, hash bytea, settings integer)
    language plpgsql volatile as $$
    begin
      select case_file.* into held from public.case_file where id = wanted for update;
      if not found then
        return;
      end if;
      select about.* into acts, letters, dates, wrapped, hash, settings from engine.about_case(wanted) as about;
      return next;
    end $$`.execute(db)
  await sql`revoke all on function engine.about_case(uuid), engine.hold_case(uuid) from public`.execute(db)
}
