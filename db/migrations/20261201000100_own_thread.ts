import { type Kysely, sql } from 'kysely'

/**
 * What each reporter of a merged case is shown follows their own report: to whom a brief was announced and until when
 * they may say no, since when a case follows its main case, and whether a report was taken back while the case goes on.
 */
export async function up(db: Kysely<unknown>): Promise<void> {
  await sql`alter table report add column withdrawn boolean not null default false`.execute(db)
  await sql`alter table case_file add column merged_on date, add column merged_after integer`.execute(db)
  await sql`
    create table brief_announcement (
      brief_id uuid not null references brief (id),
      report_id uuid not null references report (id),
      case_id uuid not null references case_file (id),
      territory_unit uuid not null references unit (id),
      department_unit uuid not null references unit (id),
      object_until date not null,
      ended boolean not null default false,
      primary key (brief_id, report_id)
    )`.execute(db)
  await sql`create index brief_announcement_of_report on brief_announcement (report_id)`.execute(db)
  await sql`create index brief_announcement_of_case on brief_announcement (case_id)`.execute(db)
  // until now every brief was announced to the reporter of its own case alone
  await sql`
    insert into brief_announcement
      select brief.id, report.id, brief.case_id, brief.territory_unit, brief.department_unit,
        coalesce((select due_on from deadline where deadline.case_id = brief.case_id and name = 'dispatchObjection'
          and state in ('open', 'lapsed') limit 1), brief.written_on), false
      from brief join report on report.case_id = brief.case_id
      where brief.territory_unit is not null and brief.department_unit is not null`.execute(db)
  await sql`
    update case_file set merged_on = (merge.at at time zone 'Asia/Shanghai')::date,
      merged_after = coalesce((select max(seq) from message
        where message.case_id = case_file.main_case and message.hour < merge.at), 0)
    from (select distinct on (subject_id) subject_id, at from journal where type = 'merge'
      order by subject_id, seq desc) as merge
    where merge.subject_id = case_file.id and case_file.main_case is not null`.execute(db)
}
