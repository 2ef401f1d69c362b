/** What a supervision screen can be narrowed by. No database in here: the pages write it into their addresses. */
export const LISTS = ['late', 'soon', 'office'] as const
export type ListName = (typeof LISTS)[number]

/** What is due within so many calendar days is due soon: the same week as in the queues. */
export const SOON = 7

export type OversightAsked = { unit: string | null; rung: string | null }
