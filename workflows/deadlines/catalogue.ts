/** Every date a case can carry: how long, counted how, on whose word, and what happens when it passes. */
import type { Complexity, DeadlineName } from '#workflows/case/names.ts'

export type DeadlineRule = {
  days: number | Record<Complexity, number>
  unit: 'workingDays' | 'calendarDays'
  /** counted from the day after the step that sets the date; the last day lasts until 24:00 in Shanghai */
  from: 'nextDay'
  /** the article or practice it follows; `default` where none was found and the town may choose */
  source: string
  /** when it passes: the case moves on by itself · somebody is late, and is told · a right ends, and nobody is late */
  lapses: 'moves' | 'tells' | 'ends'
}

/** Whole working days that a reporter has to object to where a brief goes; the town may give more and never fewer. */
export const OBJECTION_DAYS = 2

const workingDays = (days: DeadlineRule['days'], source = 'default'): DeadlineRule => ({
  days,
  unit: 'workingDays',
  from: 'nextDay',
  source,
  lapses: 'tells',
})

export const DEADLINES: Record<DeadlineName, DeadlineRule> = {
  triage: workingDays(2),
  supplement: { ...workingDays(10), lapses: 'moves' },
  verification: workingDays(10),
  findingReview: workingDays(10),
  signature: workingDays(5),
  assignment: workingDays(3),
  // at least, and never less than to the next visit that the received page advises
  dispatchObjection: { ...workingDays(OBJECTION_DAYS), lapses: 'ends' },
  acknowledgement: workingDays(1),
  objectionWindow: { ...workingDays(5, '《信访工作条例》第二十三条'), lapses: 'ends' },
  ruling: workingDays(3),
  rectification: workingDays({ easy: 5, standard: 15, complex: 30 }, '省级政务服务热线办理规则'),
  extensionRuling: workingDays(1),
  review: workingDays(3),
  reply: workingDays(5),
  rating: { ...workingDays(10), lapses: 'moves' },
  redoRuling: workingDays(10),
  // after closing; the second look is twice as long after it, however late the first one was
  lookBackStart: { ...workingDays(90), unit: 'calendarDays', lapses: 'moves' },
  lookBackReport: workingDays(10),
  orderAnswer: workingDays(5),
  vindication: workingDays(10),
  reprisal: workingDays(1),
}

/** How much later a date may be moved, in working days. */
export const VERIFICATION_EXTENSION = 5
export const LONGEST_EXTENSION = 7

/** However often it is extended, a letter is due within so many calendar days of acceptance (《信访工作条例》第三十四条); how it is rounded: `latest.ts`. */
export const LATEST_RECTIFICATION = { calendarDays: 60, extendedBy: 30 } as const

/** The length of a date; only that of a letter depends on how complex the matter is. */
export function lengthOf(deadline: DeadlineName, complexity: Complexity): number {
  const { days } = DEADLINES[deadline]
  return typeof days === 'number' ? days : days[complexity]
}
