/** What an administrator sets of a ladder: working days before the date, and after it. No rules, so that a page can draw from it. */
export const RUNG_FIELDS = ['reminder', 'yellow', 'supervision', 'leader'] as const
export type RungField = (typeof RUNG_FIELDS)[number]
