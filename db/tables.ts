/** Contents page of the database: one line per table. */
import type { CheckpointLeafTable, CheckpointTable, KeyCheckTable } from './tables/audit.ts'
import type { CaseTable, DataKeyTable, FileChunkTable, FileTable, MessageTable, ReportTable } from './tables/case.ts'
import type {
  AnsweredRequestTable,
  CaseIndexTable,
  DeadlineTable,
  ErrandTable,
  JournalTable,
  LookTable,
  RefusalTable,
  TownTable,
  UsedChallengeTable,
  WorkerHeartbeatTable,
} from './tables/engine.ts'
import type { FigureSnapshotTable } from './tables/figure.ts'
import type {
  ColumnMappingTable,
  HotlineCallTable,
  HotlineImportRowTable,
  HotlineImportTable,
} from './tables/hotline.ts'
import type { LookBackLotTable, LookBackSampleTable } from './tables/look-back.ts'
import type {
  AnsweredMailboxTable,
  MailDomainTable,
  MailLinkTable,
  MailTable,
  OutgoingMailTable,
  PostboxTable,
  QuarantineChunkTable,
  QuarantineTable,
} from './tables/mailbox.ts'
import type { CalendarFeedTable, NoticeTable, SendingTable } from './tables/notice.ts'
import type {
  BriefAnnouncementTable,
  BriefTable,
  ExtensionTable,
  LetterTable,
  NoteTable,
  ObjectionTable,
  RatingTable,
  ReplyTable,
  ResultTable,
} from './tables/office.ts'
import type {
  DeadlineRuleTable,
  HandedCaseTable,
  ImportPlanTable,
  TemplateTable,
  TemplateVersionTable,
  UnitChangeTable,
} from './tables/settings.ts'
import type {
  AccountRequestTable,
  EnrolmentTable,
  StaffRoleTable,
  StaffSessionTable,
  StaffTable,
} from './tables/staff.ts'
import type { ReferralTable, SupervisionOrderTable } from './tables/supervision.ts'
import type { AbsenceTable, MentionTable, OpenPageTable, SavedViewTable } from './tables/together.ts'
import type { TypicalCaseRevisionTable, TypicalCaseSourceTable, TypicalCaseTable } from './tables/typical-case.ts'
import type { CalendarDayTable, CalendarYearTable, ClosureTable, KindTable, UnitTable } from './tables/unit.ts'

export interface Tables {
  unit: UnitTable
  kind: KindTable
  calendar_day: CalendarDayTable
  calendar_year: CalendarYearTable
  closure: ClosureTable
  staff: StaffTable
  staff_role: StaffRoleTable
  staff_session: StaffSessionTable
  account_request: AccountRequestTable
  enrolment: EnrolmentTable
  data_key: DataKeyTable
  case_file: CaseTable
  report: ReportTable
  message: MessageTable
  file: FileTable
  file_chunk: FileChunkTable
  note: NoteTable
  brief: BriefTable
  brief_announcement: BriefAnnouncementTable
  letter: LetterTable
  objection: ObjectionTable
  extension: ExtensionTable
  result: ResultTable
  reply: ReplyTable
  rating: RatingTable
  supervision_order: SupervisionOrderTable
  referral: ReferralTable
  journal: JournalTable
  deadline: DeadlineTable
  errand: ErrandTable
  notice: NoticeTable
  sending: SendingTable
  calendar_feed: CalendarFeedTable
  refusal: RefusalTable
  look: LookTable
  checkpoint_leaf: CheckpointLeafTable
  checkpoint: CheckpointTable
  key_check: KeyCheckTable
  answered_request: AnsweredRequestTable
  used_challenge: UsedChallengeTable
  town: TownTable
  typical_case: TypicalCaseTable
  typical_case_source: TypicalCaseSourceTable
  typical_case_revision: TypicalCaseRevisionTable
  open_page: OpenPageTable
  mention: MentionTable
  absence: AbsenceTable
  saved_view: SavedViewTable
  unit_change: UnitChangeTable
  deadline_rule: DeadlineRuleTable
  template: TemplateTable
  template_version: TemplateVersionTable
  import_plan: ImportPlanTable
  handed_case: HandedCaseTable
  mail: MailTable
  quarantine: QuarantineTable
  quarantine_chunk: QuarantineChunkTable
  postbox: PostboxTable
  mail_link: MailLinkTable
  outgoing_mail: OutgoingMailTable
  answered_mailbox: AnsweredMailboxTable
  mail_domain: MailDomainTable
  look_back_sample: LookBackSampleTable
  look_back_lot: LookBackLotTable
  figure_snapshot: FigureSnapshotTable
  hotline_call: HotlineCallTable
  hotline_import: HotlineImportTable
  hotline_import_row: HotlineImportRowTable
  column_mapping: ColumnMappingTable
  worker_heartbeat: WorkerHeartbeatTable
  'search.case_index': CaseIndexTable
}
