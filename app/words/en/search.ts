import type { search as zh } from '#app/words/zh-CN/search.ts'

/** Searching the office's cases, and the way to it from every page of the desk. */
export const search: typeof zh = {
  parts: { label: 'Parts of the desk', queues: 'Queues', search: 'Search' },
  title: 'Search cases',
  reads: {
    all: 'Finds the words of reports, supplements, briefs, letters, results, replies and notes.',
    accusingOffice: 'Finds what the office and units wrote; a reporter’s words only where they accuse the office.',
    none: 'Finds what the office and units wrote, not the words of reporters.',
  },
  words: 'Look for',
  wordsHelp:
    'Two Chinese characters or more, three letters or digits or more, a case number or part of one. Several words apart by spaces must all be there.',
  send: 'Search',
  filter: 'Filter',
  filterHint:
    'Choose, then press Show: the address is the search, and can be sent to a colleague, who sees what they may see.',
  apply: 'Show',
  any: 'Any',
  filters: {
    state: 'State',
    kind: 'Kind',
    place: 'Place (and all in it)',
    unit: 'Unit accused or sent a letter',
    from: 'Received from',
    to: 'Received until',
    due: 'Due by',
  },
  chip: {
    state: 'State: {{value}}',
    kind: 'Kind: {{value}}',
    place: 'Place: {{value}} and all in it',
    unit: 'Unit: {{value}}',
    from: 'Received from {{value}}',
    to: 'Received until {{value}}',
    due: 'Due by {{value}}',
  },
  narrowed: 'Filters that are on',
  remove: 'Remove “{{name}}”',
  clear: 'Remove all',
  results: 'Cases found',
  caption: 'Cases found, newest first',
  received: 'Received',
  foundIn: 'Found in',
  looks: 'Newest first. What was found by its words goes on record as a look, like opening the case.',
  found: {
    number: 'Number',
    closed: 'In its text. Not in your hands: it opens by a line saying why.',
    letterNumber: 'Letter number',
    report: 'Report',
    reportPlace: 'Place as written',
    reportUnit: 'Unit as written',
    reportHappened: 'Time as written',
    supplement: 'Supplement',
    fromReporter: 'From the reporter',
    toReporter: 'To the reporter',
    rating: 'Rating',
    brief: 'Brief',
    note: 'Note',
    letter: 'Letter',
    objection: 'Objection',
    extension: 'Extension',
    result: 'Result',
    reply: 'Reply',
  },
  first: 'Back to the newest',
  next: 'Next 20',
  goOn: 'Go on with older ones',
  paused:
    '{{read}} cases that may hold it were read; {{count}} stand here. Older ones are not read yet: go on, or narrow it by a filter.',
  begin: {
    title: 'Write a word, or choose a filter',
    advice: 'A place, the name of a system, a phrase of a document, the last four digits of a case number.',
  },
  tooShort: {
    title: 'The word is too short',
    advice:
      'Two Chinese characters or more, or three letters or digits or more. A shorter word can be found together with a filter.',
  },
  loading: {
    title: 'The search index is being read',
    advice:
      'The system has just started and is reading its search index. Press Search again in a moment; your words stay.',
  },
  unreadable:
    'The texts of {{count}} more do not open: whether these words are in them is not known. Please tell the administrator.',
  none: {
    title: 'Nothing found',
    advice:
      'All words must be in the same case: leave one out, or write less. What has just come in is found after a minute or two.',
    narrowed: 'Remove a filter, or write less. What has just come in is found after a minute or two.',
  },
  end: { title: 'This is the end', advice: 'There is nothing older.' },
  misread: {
    title: 'Parts of the address were not understood and not used',
    rest: 'What follows is by the parts that were understood, and may be more than you asked for.',
    q: 'Look for: too long, 100 characters at most.',
    state: 'State: there is no such state.',
    kind: 'Kind: there is no such kind.',
    place: 'Place: there is no such unit.',
    unit: 'Unit: there is no such unit.',
    from: 'Received from: write a day that exists, as 2026-10-12.',
    to: 'Received until: write a day that exists, as 2026-10-12, not before the first.',
    due: 'Due by: write a day that exists, as 2026-10-12.',
    after:
      'Where to go on: not understood, so this begins with the newest. There are no page numbers: use the links below.',
    twice: '{{name}}: written more than once, so none of it was used; write it once.',
    other: '{{name}}: there is no such filter. There are no page numbers: use the links below.',
  },
}
