import { type Kysely, sql } from 'kysely'
import { APP_LOGIN, VAULT_LOGIN } from './logins.ts'
import type { Tables } from './tables.ts'

/**
 * What the login of web and engine may do with each table, reading apart, which it may everywhere. Rows are deleted
 * only where they are passing; what was said or recorded is never changed, and of a row that moves on, only the
 * columns that move. Erasing data keys and rotating them is the owner's (`huiyin keys rotate`, `huiyin purge`).
 */
export const APP_RIGHTS: Record<keyof Tables, string[]> = {
  unit: ['insert', 'update'],
  kind: ['insert', 'update'],
  calendar_day: ['insert', 'update', 'delete'],
  calendar_year: ['insert', 'update'],
  closure: ['insert', 'update'],
  staff: ['insert', 'update'],
  staff_role: ['insert', 'delete'],
  staff_session: ['insert', 'update', 'delete'],
  data_key: ['insert'],
  case_file: ['insert', 'update'],
  report: [
    'insert',
    'update (shown, used, has_contact, unanswered, receipt_mac, code_exposed_on, code_replaced_on, code_number, closed_seq, closed_hour)',
  ],
  message: ['insert'],
  file: ['insert'],
  file_chunk: ['insert'],
  note: ['insert'],
  brief: ['insert', 'update (territory_unit, department_unit, lead)'],
  letter: ['insert', 'update'],
  objection: ['insert', 'update (ruling, ruled_by, ruling_grounds)'],
  extension: ['insert', 'update (granted, ruled_by, ruling_grounds)'],
  result: ['insert', 'update (returned)'],
  reply: ['insert', 'update (state, second)'],
  rating: ['insert'],
  supervision_order: ['insert', 'update (answer_note_id, answered_on, settled_by, settled_on)'],
  referral: ['insert', 'update (concluded_by, concluded_on)'],
  journal: ['insert'],
  deadline: ['insert', 'update'],
  errand: ['insert', 'update'],
  notice: ['insert', 'update'],
  sending: ['insert', 'update'],
  calendar_feed: ['insert', 'update', 'delete'],
  look: ['insert'],
  refusal: ['insert'],
  answered_request: ['insert', 'delete'],
  used_challenge: ['insert', 'delete'],
  town: ['insert', 'update'],
  typical_case: ['insert', 'update'],
  typical_case_source: ['insert', 'delete'],
  typical_case_revision: ['insert'],
  open_page: ['insert', 'update', 'delete'],
  mention: ['insert'],
  absence: ['insert', 'update (until_on, ended_on)'],
  saved_view: ['insert', 'update', 'delete'],
  unit_change: ['insert'],
  deadline_rule: ['insert', 'update (ended_on)'],
  template: ['insert', 'update'],
  template_version: ['insert'],
  import_plan: ['insert', 'update (done)', 'delete'],
  handed_case: ['insert', 'update (fate)'],
  mail: ['insert', 'update (outcome, reason, report_id)'],
  quarantine: ['insert', 'update (state, revision, decided_by, decided_on, grounds, words, purged_on)'],
  quarantine_chunk: ['insert', 'delete'],
  postbox: ['insert', 'update (sealed)', 'delete'],
  mail_link: ['insert', 'update (used)', 'delete'],
  outgoing_mail: ['insert', 'update (sent, attempts)', 'delete'],
  answered_mailbox: ['insert', 'update (times)', 'delete'],
  look_back_sample: ['insert', 'update (published_on)'],
  look_back_lot: ['insert'],
  mail_domain: ['insert', 'update (unit_id)', 'delete'],
  hotline_call: ['insert', 'update (answered_on)'],
  hotline_import: ['insert', 'update (state)'],
  hotline_import_row: ['insert', 'update (sealed, outcome, reason, report_id)'],
  column_mapping: ['insert', 'update'],
  'search.search_tokens': ['insert', 'update', 'delete'],
  'search.likeness': ['insert', 'update', 'delete'],
}

/** Sets the rights of both logins anew, in one transaction: a running process never meets a moment without them. */
export async function grantRights(owner: Kysely<unknown>): Promise<void> {
  await owner.transaction().execute(async (transaction) => {
    for (const statement of await statements(transaction)) await sql.raw(statement).execute(transaction)
  })
}

async function statements(db: Kysely<unknown>): Promise<string[]> {
  const { rows } = await sql<{ name: string }>`select quote_ident(current_database()) as name`.execute(db)
  const database = rows[0]?.name
  return [
    `revoke all on database ${database} from public`,
    `grant connect on database ${database} to ${APP_LOGIN}, ${VAULT_LOGIN}`,
    'revoke create on schema public from public',
    `revoke all on all tables in schema public, search, vault from ${APP_LOGIN}, ${VAULT_LOGIN}`,
    `grant usage on schema public, search, engine, vault to ${APP_LOGIN}`,
    ...Object.entries(APP_RIGHTS).map(
      ([table, rights]) => `grant ${['select', ...rights].join(', ')} on ${table} to ${APP_LOGIN}`,
    ),
    // the server can put in and cannot take out
    `grant insert on all tables in schema vault to ${APP_LOGIN}`,
    `grant execute on function engine.enqueue(text, json, text), engine.about_case(uuid), engine.hold_case(uuid) to ${APP_LOGIN}`,
    `grant usage on schema vault to ${VAULT_LOGIN}`,
    `grant select on all tables in schema vault to ${VAULT_LOGIN}`,
  ]
}
