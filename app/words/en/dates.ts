import type { dates as zh } from '#app/words/zh-CN/dates.ts'

export const dates: typeof zh = {
  title: 'Dates',
  lead: 'How long each date is, and on whose word. A change counts for dates given from then on; those given already do not move.',
  default: 'no rule found: by custom',
  days: { workingDays: '{{days}} working days', calendarDays: '{{days}} calendar days' },
  byComplexity: '{{easy}} (easy), {{standard}} (standard), {{complex}} (complex) working days',
  all: 'all cases',
  from: 'from {{from}}',
  fromUntil: 'from {{from}}, ended on {{until}}',
  set: 'Set another length',
  end: 'End',
  past: 'Earlier rules ({{count}})',
  means:
    'Counts only for dates given from its first day on. The more exact wins: kind and complexity, kind, complexity, all.',
  anyKind: 'All kinds',
  anyComplexity: 'Whatever the complexity',
  sourceHelp: 'The document by name or number: units read it beside the date.',
  fields: { kind: 'Kind', complexity: 'Complexity', days: 'Days', validFrom: 'From', source: 'Source' },
  problems: {
    missing: '“{{field}}” is missing',
    tooLong: '“{{field}}” is too long',
    wrong: '“{{field}}” is not right',
    past: '“{{field}}” cannot lie before today: dates given already are not changed',
    days: '“{{field}}” is a whole number from 1 to 120 (to 365 in calendar days)',
  },
  done: {
    setDeadlineRule: 'Saved. Dates given from its first day on go by it.',
    endDeadlineRule: 'Ended. Dates given from today on do not go by it.',
  },
}
