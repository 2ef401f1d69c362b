/** What the record is filtered by, and the acts each holds. */
export const RECORD_SUBJECTS = {
  units: [
    'openUnit',
    'changeUnit',
    'closeUnit',
    'changeOfficeHours',
    'importUnits',
    'addMailDomain',
    'removeMailDomain',
  ],
  people: [
    'openAccount',
    'changeAccount',
    'resetSecrets',
    'changePassword',
    'changeReached',
    'makeCalendar',
    'revokeCalendar',
    'leave',
    'moveWork',
    'setAbsence',
    'endAbsence',
    'importPeople',
  ],
  kinds: ['changeKind'],
  dates: ['setDeadlineRule', 'endDeadlineRule', 'fixLookBackShare'],
  holidays: ['importCalendar', 'closeDay', 'withdrawClosure'],
  templates: ['writeTemplate', 'retireTemplate'],
  imports: ['importUnits', 'importPeople', 'keepColumns'],
} as const satisfies Record<string, readonly string[]>
export type RecordSubject = keyof typeof RECORD_SUBJECTS
