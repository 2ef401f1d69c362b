-- What the migrations and grants come to. Written by `npx tsx app/console/dump-schema.ts`; a test keeps it fresh.

create schema engine;
create schema search;
create schema vault;

create table public.absence (
  id uuid not null,
  staff_id uuid not null,
  deputy_id uuid not null,
  from_on date not null,
  until_on date not null,
  ended_on date,
  PRIMARY KEY (id),
  CHECK ((until_on >= from_on)),
  CHECK ((deputy_id <> staff_id)),
  FOREIGN KEY (deputy_id) REFERENCES staff(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX absence_by_deputy ON public.absence USING btree (deputy_id, until_on);
CREATE INDEX absence_by_staff ON public.absence USING btree (staff_id, until_on);

create table public.answered_mailbox (
  mark bytea not null,
  on_day date not null,
  times integer not null,
  PRIMARY KEY (mark)
);

create table public.answered_request (
  actor text not null,
  request text not null,
  answer jsonb not null,
  on_day date not null,
  PRIMARY KEY (actor, request)
);

create table public.brief (
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  body bytea not null,
  by uuid not null,
  written_on date not null,
  territory_unit uuid,
  department_unit uuid,
  lead text,
  PRIMARY KEY (id),
  UNIQUE (case_id, version),
  CHECK ((lead = ANY (ARRAY['territory'::text, 'department'::text])))
);

create table public.calendar_day (
  day date not null,
  working boolean not null,
  name text,
  PRIMARY KEY (day)
);

create table public.calendar_feed (
  staff_id uuid not null,
  mac bytea not null,
  made_on date not null,
  PRIMARY KEY (staff_id),
  UNIQUE (mac),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table public.calendar_year (
  year integer not null,
  version integer not null,
  first_version integer not null default 1,
  PRIMARY KEY (year)
);

create table public.case_file (
  id uuid not null,
  number text not null,
  kind text,
  complexity text,
  value jsonb not null,
  context jsonb not null,
  machine_version integer not null,
  revision integer not null,
  life text not null,
  holder uuid,
  place_unit uuid,
  accused uuid[] not null,
  accused_provisional uuid[] not null,
  no_dispatch boolean not null,
  reprisal boolean not null default false,
  urgent boolean not null default false,
  slow_lane boolean not null,
  main_case uuid,
  received_on date not null,
  accepted_on date,
  due_on date,
  due_name text,
  closed_on date,
  split_from uuid,
  urgency smallint not null generated always as ( CASE WHEN reprisal THEN 0 WHEN urgent THEN 1 ELSE 2 END) stored,
  due_order date not null generated always as (COALESCE(due_on, 'infinity'::date)) stored,
  PRIMARY KEY (id),
  CHECK ((complexity = ANY (ARRAY['easy'::text, 'standard'::text, 'complex'::text]))),
  FOREIGN KEY (kind) REFERENCES kind(code),
  UNIQUE (number),
  FOREIGN KEY (place_unit) REFERENCES unit(id)
);
CREATE INDEX case_file_accusing ON public.case_file USING gin (accused, accused_provisional);
CREATE INDEX case_file_by_holder ON public.case_file USING btree (holder, due_on, id) WHERE (holder IS NOT NULL);
CREATE INDEX case_file_by_kind ON public.case_file USING btree (kind, life);
CREATE INDEX case_file_by_main ON public.case_file USING btree (main_case) WHERE (main_case IS NOT NULL);
CREATE INDEX case_file_by_place ON public.case_file USING btree (place_unit, life);
CREATE INDEX case_file_by_split ON public.case_file USING btree (split_from) WHERE (split_from IS NOT NULL);
CREATE INDEX case_file_newest ON public.case_file USING btree (received_on, id);
CREATE INDEX case_file_over ON public.case_file USING btree (life, received_on, id) WHERE (life = ANY (ARRAY['closed'::text, 'struckOff'::text, 'notAccepted'::text, 'handedUp'::text, 'merged'::text]));
CREATE INDEX case_file_provisional ON public.case_file USING btree (life) WHERE ((cardinality(accused) = 0) AND (cardinality(accused_provisional) > 0));
CREATE INDEX case_file_queue ON public.case_file USING btree (life, urgency, due_order, id);
CREATE INDEX case_file_reprisal ON public.case_file USING btree (id) WHERE reprisal;
CREATE INDEX case_file_slow_lane ON public.case_file USING btree (life) WHERE slow_lane;

create table public.closure (
  day date not null,
  name text not null,
  version integer not null,
  withdrawn_version integer,
  by uuid not null,
  PRIMARY KEY (day)
);

create table public.column_mapping (
  headings bytea not null,
  mapping jsonb not null,
  changed_by uuid not null,
  changed_on date not null,
  PRIMARY KEY (headings)
);

create table public.data_key (
  id uuid not null,
  purpose text not null,
  wrapped bytea not null,
  PRIMARY KEY (id),
  CHECK ((purpose = ANY (ARRAY['case'::text, 'typicalCase'::text, 'quarantine'::text, 'import'::text])))
);

create table public.deadline (
  id uuid not null,
  case_id uuid not null,
  name text not null,
  track text,
  state text not null,
  set_on date not null,
  due_on date not null,
  days integer not null,
  rule text not null,
  calendar_version integer not null,
  provisional boolean not null,
  paused_on date,
  pauses integer not null default 0,
  rung text not null default 'none'::text,
  ladder jsonb,
  next_rung text,
  rings_on date,
  PRIMARY KEY (id),
  CHECK ((state = ANY (ARRAY['open'::text, 'paused'::text, 'lapsed'::text, 'cleared'::text]))),
  CHECK ((track = ANY (ARRAY['territory'::text, 'department'::text])))
);
CREATE INDEX deadline_due ON public.deadline USING btree (due_on, id) WHERE (state = 'open'::text);
CREATE INDEX deadline_late ON public.deadline USING btree (due_on, id) WHERE (state = 'lapsed'::text);
CREATE UNIQUE INDEX deadline_live ON public.deadline USING btree (case_id, name, COALESCE(track, ''::text)) WHERE (state = ANY (ARRAY['open'::text, 'paused'::text, 'lapsed'::text]));
CREATE INDEX deadline_ringing ON public.deadline USING btree (rings_on, id) WHERE (rings_on IS NOT NULL);

create table public.deadline_rule (
  id uuid not null,
  name text not null,
  kind text,
  complexity text,
  days integer not null,
  valid_from date not null,
  ended_on date,
  source text not null,
  by uuid not null,
  reminder integer,
  yellow integer,
  supervision integer,
  leader integer,
  PRIMARY KEY (id),
  CHECK ((complexity = ANY (ARRAY['easy'::text, 'standard'::text, 'complex'::text]))),
  CHECK ((days > 0)),
  FOREIGN KEY (kind) REFERENCES kind(code),
  CHECK ((leader >= 0)),
  CHECK ((reminder >= 0)),
  CHECK ((supervision >= 0)),
  CHECK ((yellow >= 0))
);
CREATE INDEX deadline_rule_by_name ON public.deadline_rule USING btree (name, valid_from);

create table public.errand (
  id uuid not null,
  task text not null,
  key text not null,
  case_id uuid,
  payload jsonb not null,
  not_before timestamp with time zone,
  queued boolean not null default false,
  done boolean not null default false,
  PRIMARY KEY (id),
  UNIQUE (key)
);
CREATE INDEX errand_unfinished ON public.errand USING btree (id) WHERE (NOT done);
CREATE INDEX errand_waiting ON public.errand USING btree (id) WHERE (NOT queued);

create table public.extension (
  id uuid not null,
  case_id uuid not null,
  letter_id uuid not null,
  by uuid not null,
  days integer not null,
  grounds bytea not null,
  asked_on date not null,
  granted boolean,
  ruled_by uuid,
  ruling_grounds bytea,
  PRIMARY KEY (id),
  CHECK (((days >= 1) AND (days <= 7))),
  FOREIGN KEY (letter_id) REFERENCES letter(id)
);
CREATE INDEX extension_by_case ON public.extension USING btree (case_id);

create table public.file (
  id uuid not null,
  case_id uuid not null,
  owner text not null,
  owner_id uuid not null,
  name bytea not null,
  type text not null,
  size integer not null,
  chunks integer not null,
  PRIMARY KEY (id),
  CHECK ((owner = ANY (ARRAY['report'::text, 'message'::text, 'result'::text])))
);
CREATE INDEX file_by_case ON public.file USING btree (case_id);
CREATE INDEX file_by_owner ON public.file USING btree (owner_id);

create table public.file_chunk (
  file_id uuid not null,
  "position" integer not null,
  bytes bytea not null,
  PRIMARY KEY (file_id, "position")
);

create table public.handed_case (
  staff_id uuid not null,
  case_id uuid not null,
  fate text,
  PRIMARY KEY (staff_id, case_id),
  CHECK ((fate = ANY (ARRAY['successor'::text, 'head'::text, 'inCharge'::text, 'overtaken'::text]))),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table public.hotline_call (
  report_id uuid not null,
  mark bytea not null,
  order_number bytea,
  source text not null,
  kind text,
  received_on date not null,
  answered_on date,
  PRIMARY KEY (report_id),
  FOREIGN KEY (kind) REFERENCES kind(code),
  UNIQUE (mark),
  CHECK ((source = ANY (ARRAY['switchboard'::text, 'import'::text, 'push'::text])))
);
CREATE INDEX hotline_call_unanswered ON public.hotline_call USING btree (received_on) WHERE (answered_on IS NULL);

create table public.hotline_import (
  id uuid not null,
  by uuid not null,
  made_at timestamp with time zone not null,
  calls integer not null,
  state text not null,
  PRIMARY KEY (id),
  FOREIGN KEY (by) REFERENCES staff(id),
  CHECK ((state = ANY (ARRAY['previewed'::text, 'running'::text, 'done'::text, 'dropped'::text])))
);

create table public.hotline_import_row (
  import_id uuid not null,
  "position" integer not null,
  sealed bytea,
  outcome text not null,
  reason text,
  report_id uuid,
  PRIMARY KEY (import_id, "position"),
  FOREIGN KEY (import_id) REFERENCES hotline_import(id),
  CHECK ((outcome = ANY (ARRAY['waiting'::text, 'report'::text, 'duplicate'::text, 'refused'::text])))
);

create table public.import_plan (
  id uuid not null,
  subject text not null,
  by uuid not null,
  made_at timestamp with time zone not null,
  plan bytea not null,
  done boolean not null default false,
  PRIMARY KEY (id),
  FOREIGN KEY (by) REFERENCES staff(id),
  CHECK ((subject = ANY (ARRAY['units'::text, 'people'::text])))
);

create table public.journal (
  subject text not null,
  subject_id uuid not null,
  seq integer not null,
  at timestamp with time zone not null,
  actor_kind text not null,
  actor_id uuid,
  actor_role text,
  type text not null,
  from_value jsonb,
  to_value jsonb,
  payload bytea,
  prev_hash bytea not null,
  hash bytea not null,
  xid xid8 not null default pg_current_xact_id(),
  PRIMARY KEY (subject_id, seq),
  CHECK ((actor_kind = ANY (ARRAY['staff'::text, 'reporter'::text, 'clock'::text, 'machine'::text]))),
  CHECK ((subject = ANY (ARRAY['case'::text, 'typicalCase'::text, 'settings'::text, 'mail'::text])))
);
CREATE INDEX journal_by_actor ON public.journal USING btree (actor_id) WHERE (actor_id IS NOT NULL);

create table public.kind (
  code text not null,
  aspect text not null,
  name_zh text not null,
  name_en text not null,
  mode text not null,
  complexity text not null,
  lines text[] not null,
  basis_zh text not null,
  basis_en text not null,
  "position" integer not null,
  retired boolean not null default false,
  revision integer not null default 1,
  PRIMARY KEY (code),
  CHECK ((complexity = ANY (ARRAY['easy'::text, 'standard'::text, 'complex'::text]))),
  CHECK ((mode = ANY (ARRAY['verifyFirst'::text, 'assignToVerify'::text])))
);

create table public.letter (
  id uuid not null,
  case_id uuid not null,
  brief_id uuid not null,
  track text not null,
  unit_id uuid not null,
  number text not null,
  year integer not null,
  serial integer not null,
  lead boolean not null,
  complexity text not null,
  task bytea not null,
  quality bytea not null,
  feedback_standard bytea not null,
  issued_by uuid not null,
  issued_on date not null,
  acknowledged_on date,
  superseded boolean not null default false,
  PRIMARY KEY (id),
  CHECK ((complexity = ANY (ARRAY['easy'::text, 'standard'::text, 'complex'::text]))),
  UNIQUE (number),
  CHECK ((track = ANY (ARRAY['territory'::text, 'department'::text]))),
  FOREIGN KEY (unit_id) REFERENCES unit(id),
  UNIQUE (year, serial)
);
CREATE INDEX letter_by_case ON public.letter USING btree (case_id);
CREATE INDEX letter_by_unit ON public.letter USING btree (unit_id, issued_on DESC, id);
CREATE UNIQUE INDEX letter_in_force ON public.letter USING btree (case_id, track) WHERE (NOT superseded);

create table public.look (
  id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  at timestamp with time zone not null,
  page text not null,
  PRIMARY KEY (id)
);
CREATE INDEX look_by_case ON public.look USING btree (case_id, at);
CREATE INDEX look_by_staff ON public.look USING btree (staff_id, at);

create table public.look_back_lot (
  lot text not null,
  quarter text not null,
  case_id uuid,
  drawn boolean not null,
  PRIMARY KEY (lot),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  UNIQUE (case_id),
  FOREIGN KEY (quarter) REFERENCES look_back_sample(quarter)
);
CREATE INDEX look_back_lot_of_quarter ON public.look_back_lot USING btree (quarter, lot);

create table public.look_back_sample (
  quarter text not null,
  share smallint not null,
  seed bytea not null,
  commitment text not null,
  fixed_by uuid not null,
  fixed_on date not null,
  published_on date,
  PRIMARY KEY (quarter),
  FOREIGN KEY (fixed_by) REFERENCES staff(id),
  CHECK ((quarter ~ '^[0-9]{4}Q[1-4]$'::text)),
  CHECK (((share >= 1) AND (share <= 99)))
);

create table public.mail (
  id uuid not null,
  mark bytea not null,
  outcome text not null,
  reason text,
  report_id uuid,
  received_on date not null,
  PRIMARY KEY (id),
  UNIQUE (mark),
  CHECK ((outcome = ANY (ARRAY['report'::text, 'supplement'::text, 'quarantined'::text, 'ignored'::text])))
);

create table public.mail_domain (
  domain text not null,
  unit_id uuid not null,
  PRIMARY KEY (domain),
  FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table public.mail_link (
  report_id uuid not null,
  expires_on date not null,
  used boolean not null default false,
  PRIMARY KEY (report_id)
);

create table public.mention (
  note_id uuid not null,
  case_id uuid not null,
  staff_id uuid not null,
  revision integer not null,
  PRIMARY KEY (note_id, staff_id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX mention_by_case ON public.mention USING btree (case_id, revision);
CREATE INDEX mention_by_staff ON public.mention USING btree (staff_id);

create table public.message (
  id uuid not null,
  case_id uuid not null,
  report_id uuid,
  seq integer not null,
  said_by text not null,
  about text not null,
  hour timestamp with time zone not null,
  body bytea not null,
  PRIMARY KEY (id),
  UNIQUE (case_id, seq),
  CHECK ((said_by = ANY (ARRAY['reporter'::text, 'office'::text])))
);

create table public.note (
  id uuid not null,
  case_id uuid not null,
  by uuid not null,
  about text not null,
  at timestamp with time zone not null,
  body bytea not null,
  PRIMARY KEY (id)
);
CREATE INDEX note_by_case ON public.note USING btree (case_id);

create table public.notice (
  id uuid not null,
  errand_id uuid not null,
  staff_id uuid not null,
  name text not null,
  created_on date not null,
  read_on date,
  mail text not null default 'waiting'::text,
  sms text not null default 'dropped'::text,
  mail_sending uuid,
  sms_sending uuid,
  PRIMARY KEY (id),
  UNIQUE (errand_id, staff_id),
  CHECK ((mail = ANY (ARRAY['waiting'::text, 'taken'::text, 'dropped'::text]))),
  FOREIGN KEY (mail_sending) REFERENCES sending(id),
  CHECK ((sms = ANY (ARRAY['waiting'::text, 'taken'::text, 'dropped'::text]))),
  FOREIGN KEY (sms_sending) REFERENCES sending(id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX notice_by_mail ON public.notice USING btree (mail_sending) WHERE (mail_sending IS NOT NULL);
CREATE INDEX notice_by_staff ON public.notice USING btree (staff_id, created_on DESC);
CREATE INDEX notice_by_text ON public.notice USING btree (sms_sending) WHERE (sms_sending IS NOT NULL);
CREATE INDEX notice_to_mail ON public.notice USING btree (staff_id) WHERE ((mail = 'waiting'::text) AND (read_on IS NULL));
CREATE INDEX notice_to_text ON public.notice USING btree (staff_id) WHERE ((sms = 'waiting'::text) AND (read_on IS NULL));
CREATE INDEX notice_unread ON public.notice USING btree (staff_id, created_on DESC) WHERE (read_on IS NULL);

create table public.objection (
  id uuid not null,
  case_id uuid not null,
  letter_id uuid not null,
  by uuid not null,
  grounds bytea not null,
  raised_on date not null,
  ruling text,
  ruled_by uuid,
  ruling_grounds bytea,
  PRIMARY KEY (id),
  FOREIGN KEY (letter_id) REFERENCES letter(id),
  CHECK ((ruling = ANY (ARRAY['reassigned'::text, 'confirmed'::text])))
);
CREATE INDEX objection_by_case ON public.objection USING btree (case_id);

create unlogged table public.open_page (
  case_id uuid not null,
  staff_id uuid not null,
  since timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  PRIMARY KEY (case_id, staff_id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);

create table public.outgoing_mail (
  id uuid not null,
  report_id uuid not null,
  about text not null,
  key text not null,
  message_id text not null,
  created_on date not null,
  sent boolean not null default false,
  attempts integer not null default 0,
  PRIMARY KEY (id),
  CHECK ((about = ANY (ARRAY['acknowledgement'::text, 'news'::text]))),
  UNIQUE (key)
);
CREATE INDEX outgoing_mail_unsent ON public.outgoing_mail USING btree (created_on) WHERE (NOT sent);

create table public.postbox (
  report_id uuid not null,
  sealed bytea not null,
  PRIMARY KEY (report_id)
);

create table public.quarantine (
  mail_id uuid not null,
  received_on date not null,
  size integer not null,
  chunks integer not null,
  accused uuid[] not null,
  state text not null,
  revision integer not null default 1,
  decided_by uuid,
  decided_on date,
  grounds bytea,
  words bytea,
  purged_on date,
  PRIMARY KEY (mail_id),
  FOREIGN KEY (mail_id) REFERENCES mail(id),
  CHECK ((state = ANY (ARRAY['waiting'::text, 'released'::text, 'rejected'::text])))
);
CREATE INDEX quarantine_decided ON public.quarantine USING btree (decided_on) WHERE ((state <> 'waiting'::text) AND (purged_on IS NULL));
CREATE INDEX quarantine_waiting ON public.quarantine USING btree (received_on, mail_id) WHERE (state = 'waiting'::text);

create table public.quarantine_chunk (
  mail_id uuid not null,
  "position" integer not null,
  bytes bytea not null,
  PRIMARY KEY (mail_id, "position"),
  FOREIGN KEY (mail_id) REFERENCES quarantine(mail_id)
);

create table public.rating (
  id uuid not null,
  case_id uuid not null,
  report_id uuid not null,
  satisfied boolean not null,
  consent boolean not null,
  hour timestamp with time zone not null,
  body bytea,
  PRIMARY KEY (id)
);
CREATE INDEX rating_by_case ON public.rating USING btree (case_id);

create table public.referral (
  id uuid not null,
  case_id uuid not null,
  number text not null,
  year integer not null,
  serial integer not null,
  sheet bytea not null,
  referred_by uuid not null,
  referred_on date not null,
  concluded_by uuid,
  concluded_on date,
  PRIMARY KEY (id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (concluded_by) REFERENCES staff(id),
  UNIQUE (number),
  FOREIGN KEY (referred_by) REFERENCES staff(id),
  UNIQUE (year, serial)
);
CREATE INDEX referral_by_day ON public.referral USING btree (referred_on DESC, id);
CREATE INDEX referral_of_case ON public.referral USING btree (case_id);

create table public.refusal (
  id uuid not null,
  at timestamp with time zone not null,
  staff_id uuid not null,
  subject_id uuid not null,
  type text not null,
  code text not null,
  PRIMARY KEY (id)
);

create table public.reply (
  id uuid not null,
  case_id uuid not null,
  version integer not null,
  by uuid not null,
  ground text,
  body bytea not null,
  state text not null,
  second uuid,
  PRIMARY KEY (id),
  UNIQUE (case_id, version),
  CHECK ((state = ANY (ARRAY['drafted'::text, 'approved'::text, 'returned'::text])))
);

create table public.report (
  id uuid not null,
  case_id uuid not null,
  channel text not null,
  receipt_mac bytea not null,
  received_hour timestamp with time zone not null,
  body bytea not null,
  place bytea,
  unit bytea,
  happened bytea,
  no_dispatch boolean not null,
  has_contact boolean not null,
  shown integer not null default 1,
  used boolean not null default false,
  split_from uuid,
  folded bytea,
  unanswered text,
  code_exposed_on date,
  code_replaced_on date,
  code_number integer not null default 1,
  closed_seq integer,
  closed_hour timestamp with time zone,
  PRIMARY KEY (id),
  CHECK ((channel = ANY (ARRAY['web'::text, 'mailbox'::text, 'hotline'::text]))),
  UNIQUE (receipt_mac)
);
CREATE INDEX report_by_case ON public.report USING btree (case_id);
CREATE INDEX report_by_split ON public.report USING btree (split_from) WHERE (split_from IS NOT NULL);

create table public.result (
  id uuid not null,
  case_id uuid not null,
  letter_id uuid not null,
  by uuid not null,
  submitted_on date not null,
  facts bytea not null,
  measures bytea not null,
  effect bytea not null,
  prevention bytea not null,
  upkeep bytea,
  returned bytea,
  PRIMARY KEY (id),
  FOREIGN KEY (letter_id) REFERENCES letter(id)
);
CREATE INDEX result_by_case ON public.result USING btree (case_id);

create table public.saved_view (
  id uuid not null,
  staff_id uuid not null,
  "position" integer not null,
  view bytea not null,
  PRIMARY KEY (id),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX saved_view_by_staff ON public.saved_view USING btree (staff_id, "position");

create table public.sending (
  id uuid not null,
  staff_id uuid not null,
  channel text not null,
  urgent boolean not null,
  message_id text not null,
  state text not null default 'open'::text,
  unsure boolean not null default false,
  attempts integer not null default 0,
  strikes integer not null default 0,
  failure text,
  made_on date not null,
  done_hour timestamp with time zone,
  PRIMARY KEY (id),
  CHECK ((channel = ANY (ARRAY['mail'::text, 'sms'::text]))),
  UNIQUE (message_id),
  FOREIGN KEY (staff_id) REFERENCES staff(id),
  CHECK ((state = ANY (ARRAY['open'::text, 'sent'::text, 'givenUp'::text, 'needless'::text])))
);
CREATE INDEX sending_by_staff ON public.sending USING btree (staff_id, made_on DESC);
CREATE UNIQUE INDEX sending_open ON public.sending USING btree (staff_id, channel, urgent) WHERE (state = 'open'::text);

create table public.staff (
  id uuid not null,
  login text not null,
  name text not null,
  email text,
  unit_id uuid not null,
  password_hash text not null,
  totp_secret bytea not null,
  totp_step bigint not null default 0,
  disabled boolean not null default false,
  revision integer not null default 1,
  left_on date,
  mobile text,
  language text not null default 'zh-CN'::text,
  quiet_mail boolean not null default false,
  quiet_sms boolean not null default false,
  PRIMARY KEY (id),
  CHECK ((language = ANY (ARRAY['zh-CN'::text, 'en'::text]))),
  UNIQUE (login),
  FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create table public.staff_role (
  staff_id uuid not null,
  role text not null,
  PRIMARY KEY (staff_id, role),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX staff_role_by_role ON public.staff_role USING btree (role);

create table public.staff_session (
  token_hash bytea not null,
  staff_id uuid not null,
  begun_at timestamp with time zone not null,
  seen_at timestamp with time zone not null,
  PRIMARY KEY (token_hash),
  FOREIGN KEY (staff_id) REFERENCES staff(id)
);
CREATE INDEX staff_session_by_staff ON public.staff_session USING btree (staff_id);

create table public.supervision_order (
  id uuid not null,
  case_id uuid not null,
  letter_id uuid not null,
  track text not null,
  unit_id uuid not null,
  number text not null,
  year integer not null,
  serial integer not null,
  note_id uuid not null,
  issued_by uuid not null,
  issued_on date not null,
  answer_by date not null,
  answer_note_id uuid,
  answered_on date,
  settled_by uuid,
  settled_on date,
  PRIMARY KEY (id),
  FOREIGN KEY (answer_note_id) REFERENCES note(id),
  FOREIGN KEY (case_id) REFERENCES case_file(id),
  FOREIGN KEY (issued_by) REFERENCES staff(id),
  FOREIGN KEY (letter_id) REFERENCES letter(id),
  FOREIGN KEY (note_id) REFERENCES note(id),
  UNIQUE (number),
  FOREIGN KEY (settled_by) REFERENCES staff(id),
  CHECK ((track = ANY (ARRAY['territory'::text, 'department'::text]))),
  FOREIGN KEY (unit_id) REFERENCES unit(id),
  UNIQUE (year, serial)
);
CREATE INDEX supervision_order_by_day ON public.supervision_order USING btree (issued_on DESC, id);
CREATE INDEX supervision_order_of_case ON public.supervision_order USING btree (case_id);
CREATE INDEX supervision_order_of_letter ON public.supervision_order USING btree (letter_id);
CREATE INDEX supervision_order_open ON public.supervision_order USING btree (answer_by, id) WHERE (settled_on IS NULL);

create table public.template (
  id uuid not null,
  purpose text not null,
  kind text,
  outcome text,
  title text not null,
  version integer not null,
  retired boolean not null default false,
  PRIMARY KEY (id),
  FOREIGN KEY (kind) REFERENCES kind(code),
  CHECK ((purpose = ANY (ARRAY['refusal'::text, 'question'::text, 'letter'::text, 'reply'::text, 'noReply'::text])))
);
CREATE INDEX template_by_purpose ON public.template USING btree (purpose) WHERE (NOT retired);

create table public.template_version (
  template_id uuid not null,
  version integer not null,
  parts jsonb not null,
  by uuid,
  written_on date not null,
  PRIMARY KEY (template_id, version),
  FOREIGN KEY (template_id) REFERENCES template(id)
);

create table public.town (
  name text not null,
  value jsonb not null,
  PRIMARY KEY (name)
);

create table public.typical_case (
  id uuid not null,
  slug text,
  value jsonb not null,
  context jsonb not null,
  machine_version integer not null,
  revision integer not null,
  life text not null,
  title bytea not null,
  body bytea not null,
  published_on date,
  corrections integer not null default 0,
  authors uuid[] not null,
  approved_by uuid,
  PRIMARY KEY (id),
  UNIQUE (slug)
);
CREATE INDEX typical_case_published ON public.typical_case USING btree (published_on DESC, id) WHERE (published_on IS NOT NULL);

create table public.typical_case_revision (
  id uuid not null,
  typical_case_id uuid not null,
  version integer not null,
  by uuid not null,
  at timestamp with time zone not null,
  title bytea not null,
  body bytea not null,
  remark bytea,
  PRIMARY KEY (id),
  FOREIGN KEY (typical_case_id) REFERENCES typical_case(id),
  UNIQUE (typical_case_id, version)
);

create table public.typical_case_source (
  typical_case_id uuid not null,
  case_id uuid not null,
  PRIMARY KEY (typical_case_id, case_id),
  FOREIGN KEY (typical_case_id) REFERENCES typical_case(id)
);
CREATE INDEX typical_case_source_by_case ON public.typical_case_source USING btree (case_id);

create table public.unit (
  id uuid not null,
  code text not null,
  name text not null,
  kind text not null,
  level text not null,
  territory_parent uuid,
  line_parent uuid,
  line text,
  aliases text[] not null default '{}'::text[],
  closed_on date,
  revision integer not null default 1,
  office_hours jsonb,
  PRIMARY KEY (id),
  UNIQUE (code),
  CHECK ((kind = ANY (ARRAY['government'::text, 'department'::text, 'office'::text, 'discipline'::text]))),
  CHECK ((level = ANY (ARRAY['city'::text, 'county'::text, 'township'::text, 'village'::text]))),
  FOREIGN KEY (line_parent) REFERENCES unit(id),
  FOREIGN KEY (territory_parent) REFERENCES unit(id)
);

create table public.unit_change (
  unit_id uuid not null,
  revision integer not null,
  valid_from date,
  name text not null,
  territory_parent uuid,
  line_parent uuid,
  line text,
  closed_on date,
  by uuid,
  office_hours jsonb,
  PRIMARY KEY (unit_id, revision),
  FOREIGN KEY (unit_id) REFERENCES unit(id)
);

create unlogged table public.used_challenge (
  digest bytea not null,
  expires_at timestamp with time zone not null,
  PRIMARY KEY (digest)
);

create table search.likeness (
  case_id uuid not null,
  signature integer[] not null,
  bands integer[] not null,
  PRIMARY KEY (case_id)
);
CREATE INDEX likeness_by_band ON search.likeness USING gin (bands);

create table search.search_tokens (
  case_id uuid not null,
  tokens integer[] not null,
  office_tokens integer[] not null default '{}'::integer[],
  received_on date not null,
  generation integer not null default 0,
  PRIMARY KEY (case_id)
);
CREATE INDEX search_tokens_by_office_token ON search.search_tokens USING gin (office_tokens);
CREATE INDEX search_tokens_by_token ON search.search_tokens USING gin (tokens);
CREATE INDEX search_tokens_newest ON search.search_tokens USING btree (received_on, case_id);

create table vault.sealed_contact (
  id uuid not null,
  report_id uuid not null,
  sealed bytea not null,
  PRIMARY KEY (id)
);

create table vault.sealed_original (
  id uuid not null,
  report_id uuid not null,
  sealed bytea not null,
  PRIMARY KEY (id)
);

CREATE OR REPLACE FUNCTION engine.about_case(wanted uuid)
 RETURNS TABLE(acts json, letters json, dates json, wrapped bytea, hash bytea, settings integer)
 LANGUAGE sql
 STABLE
AS $function$
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
    $function$;

CREATE OR REPLACE FUNCTION engine.enqueue(task text, payload json, key text)
 RETURNS void
 LANGUAGE plpgsql
 SECURITY DEFINER
 SET search_path TO 'pg_catalog', 'graphile_worker'
AS $function$
    begin
      perform graphile_worker.add_job(task, payload, job_key => key);
    end $function$;

CREATE OR REPLACE FUNCTION engine.hold_case(wanted uuid)
 RETURNS TABLE(held case_file, acts json, letters json, dates json, wrapped bytea, hash bytea, settings integer)
 LANGUAGE plpgsql
AS $function$
    begin
      select case_file.* into held from public.case_file where id = wanted for update;
      if not found then
        return;
      end if;
      select about.* into acts, letters, dates, wrapped, hash, settings from engine.about_case(wanted) as about;
      return next;
    end $function$;

grant usage on schema engine to huiyin_app;
grant usage on schema public to huiyin_app;
grant usage on schema search to huiyin_app;
grant usage on schema vault to huiyin_app;
grant insert, select, update (until_on, ended_on) on public.absence to huiyin_app;
grant delete, insert, select, update (times) on public.answered_mailbox to huiyin_app;
grant delete, insert, select on public.answered_request to huiyin_app;
grant insert, select, update (territory_unit, department_unit, lead) on public.brief to huiyin_app;
grant delete, insert, select, update on public.calendar_day to huiyin_app;
grant delete, insert, select, update on public.calendar_feed to huiyin_app;
grant insert, select, update on public.calendar_year to huiyin_app;
grant insert, select, update on public.case_file to huiyin_app;
grant insert, select, update on public.closure to huiyin_app;
grant insert, select, update on public.column_mapping to huiyin_app;
grant insert, select on public.data_key to huiyin_app;
grant insert, select, update on public.deadline to huiyin_app;
grant insert, select, update (ended_on) on public.deadline_rule to huiyin_app;
grant insert, select, update on public.errand to huiyin_app;
grant insert, select, update (granted, ruled_by, ruling_grounds) on public.extension to huiyin_app;
grant insert, select on public.file to huiyin_app;
grant insert, select on public.file_chunk to huiyin_app;
grant insert, select, update (fate) on public.handed_case to huiyin_app;
grant insert, select, update (answered_on) on public.hotline_call to huiyin_app;
grant insert, select, update (state) on public.hotline_import to huiyin_app;
grant insert, select, update (sealed, outcome, reason, report_id) on public.hotline_import_row to huiyin_app;
grant delete, insert, select, update (done) on public.import_plan to huiyin_app;
grant insert, select on public.journal to huiyin_app;
grant insert, select, update on public.kind to huiyin_app;
grant insert, select, update on public.letter to huiyin_app;
grant insert, select on public.look to huiyin_app;
grant insert, select on public.look_back_lot to huiyin_app;
grant insert, select, update (published_on) on public.look_back_sample to huiyin_app;
grant insert, select, update (outcome, reason, report_id) on public.mail to huiyin_app;
grant delete, insert, select, update (unit_id) on public.mail_domain to huiyin_app;
grant delete, insert, select, update (used) on public.mail_link to huiyin_app;
grant insert, select on public.mention to huiyin_app;
grant insert, select on public.message to huiyin_app;
grant insert, select on public.note to huiyin_app;
grant insert, select, update on public.notice to huiyin_app;
grant insert, select, update (ruling, ruled_by, ruling_grounds) on public.objection to huiyin_app;
grant delete, insert, select, update on public.open_page to huiyin_app;
grant delete, insert, select, update (sent, attempts) on public.outgoing_mail to huiyin_app;
grant delete, insert, select, update (sealed) on public.postbox to huiyin_app;
grant insert, select, update (state, revision, decided_by, decided_on, grounds, words, purged_on) on public.quarantine to huiyin_app;
grant delete, insert, select on public.quarantine_chunk to huiyin_app;
grant insert, select on public.rating to huiyin_app;
grant insert, select, update (concluded_by, concluded_on) on public.referral to huiyin_app;
grant insert, select on public.refusal to huiyin_app;
grant insert, select, update (state, second) on public.reply to huiyin_app;
grant insert, select, update (receipt_mac, has_contact, shown, used, unanswered, code_exposed_on, code_replaced_on, code_number, closed_seq, closed_hour) on public.report to huiyin_app;
grant insert, select, update (returned) on public.result to huiyin_app;
grant delete, insert, select, update on public.saved_view to huiyin_app;
grant insert, select, update on public.sending to huiyin_app;
grant insert, select, update on public.staff to huiyin_app;
grant delete, insert, select on public.staff_role to huiyin_app;
grant delete, insert, select, update on public.staff_session to huiyin_app;
grant insert, select, update (answer_note_id, answered_on, settled_by, settled_on) on public.supervision_order to huiyin_app;
grant insert, select, update on public.template to huiyin_app;
grant insert, select on public.template_version to huiyin_app;
grant insert, select, update on public.town to huiyin_app;
grant insert, select, update on public.typical_case to huiyin_app;
grant insert, select on public.typical_case_revision to huiyin_app;
grant delete, insert, select on public.typical_case_source to huiyin_app;
grant insert, select, update on public.unit to huiyin_app;
grant insert, select on public.unit_change to huiyin_app;
grant delete, insert, select on public.used_challenge to huiyin_app;
grant delete, insert, select, update on search.likeness to huiyin_app;
grant delete, insert, select, update on search.search_tokens to huiyin_app;
grant insert on vault.sealed_contact to huiyin_app;
grant insert on vault.sealed_original to huiyin_app;
grant execute on function engine.about_case(uuid) to huiyin_app;
grant execute on function engine.enqueue(text,json,text) to huiyin_app;
grant execute on function engine.hold_case(uuid) to huiyin_app;
grant usage on schema vault to huiyin_vault;
grant select on vault.sealed_contact to huiyin_vault;
grant select on vault.sealed_original to huiyin_vault;
