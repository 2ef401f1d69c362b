import type { together as zh } from '#app/words/zh-CN/together.ts'

export const together: typeof zh = {
  here: { one: '{{name}} has it open too (since {{time}})', label: 'Who else has this case open' },
  awayNow: 'away, {{deputy}} stands in',
  holderAway: '{{name}} is away, {{deputy}} stands in',
  split: {
    from: 'Split from',
    off: 'Split off',
    fromHere: 'A case you may not see',
    kept: 'The second matter of one report. Contact and files stay with the first.',
  },
  mentions: 'For: {{names}}',
  similar: {
    title: 'Possibly the same',
    lead: 'Cases in like words, the likest first. Whether they are one matter is yours to read and decide.',
    none: 'No case like this was found.',
    alike: {
      all: 'Nearly all words are the same',
      most: 'Nearly the same: about {{tenths}} tenths of the words',
      some: 'About {{tenths}} tenths of the words are the same',
    },
    tenths: '0123456789X',
    why: {
      kind: 'Same kind',
      place: 'Same place',
      accused: 'Both accuse: {{units}}',
      accusedMany: 'Both accuse: {{units}} and others, {{count}} units in all',
      sameDay: 'Received on the same day',
      days: '{{days}} days apart',
      phrases: 'Both say',
    },
    tick: 'Merge into this one: {{number}}',
    merge: 'Merge the ticked ones into this one',
    into: 'Merge this one into {{number}}',
    more: '{{count}} more like this: see all',
    hint: 'Tick those that may join this one. Each is recorded by itself and can be taken out by itself.',
  },
  merged: {
    title: 'Merged into this one ({{count}})',
    tick: 'Take out: {{number}}',
    unmerge: 'Take out the ticked ones',
  },
}
