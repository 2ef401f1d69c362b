import type { admin as zh } from '#app/words/zh-CN/admin.ts'

export const admin: typeof zh = {
  title: 'Administration',
  lead: 'Units, people, kinds, dates, holidays, templates. Every change goes on record; no case can be seen here.',
  comma: ', ',
  parts: {
    label: 'Pages of administration',
    units: 'Units',
    people: 'People',
    'mail-domains': 'Mail domains',
    kinds: 'Kinds',
    dates: 'Dates',
    holidays: 'Holidays',
    'look-backs': 'Look-backs',
    templates: 'Templates',
    imports: 'Imports',
    record: 'Record',
  },
  concerns: {
    none: 'Nothing needs you',
    noneAdvice: 'Units, roles and holidays are complete.',
    noUnits: 'There are no units yet. They can be imported from a table at once.',
    yearMissing: 'The holidays of {{year}} are not stored: dates are counted Monday to Friday.',
    provisional: 'Provisional dates, in a year whose holidays are not announced: {{count}}.',
    unitsWithoutPeople: 'Units that get letters and have nobody to answer them: {{count}}.',
    rolesWithoutPeople: 'Nobody holds these roles: {{roles}}.',
    heldByNobodyActive: 'Open cases in the hands of a closed account, to be handed over: {{count}}.',
  },
  figures: {
    units: 'Units',
    open: '{{count}} open',
    people: 'People',
    active: '{{count}} active',
    years: 'Holidays',
    fromTo: '{{first}} to {{last}}',
    noYears: 'none yet',
  },
}
