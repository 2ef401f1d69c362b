import { data } from '@remix-run/react'

/** What can be in the way, by the name of its words: statuses, and `403form` for a form from elsewhere. */
export const PROBLEMS = ['400', '401', '403', '403form', '404', '405', '411', '413', '429', '500', '503'] as const
export type Problem = (typeof PROBLEMS)[number]
export type ProblemShown = { problem: Problem; typed?: [field: string, value: string][]; files?: string[] }

export const statusOf = (problem: Problem): number => Number.parseInt(problem, 10)

/** To be thrown by a loader or action: the page says what is in the way and what to do. */
export const problem = (name: Problem, more: Omit<ProblemShown, 'problem'> = {}) =>
  data({ problem: name, ...more } satisfies ProblemShown, { status: statusOf(name) })

/** Reads what was thrown; whatever is not a problem of ours by its status, anything else is our own fault. */
export function problemShown(status: number | null, thrown: unknown): ProblemShown {
  if (isProblemShown(thrown)) return thrown
  const known = PROBLEMS.find((name) => name === String(status))
  return { problem: known ?? (status !== null && status < 500 ? '400' : '500') }
}

/** Which problem a loader threw; null for anything else. */
export const problemThrown = (thrown: unknown): Problem | null =>
  typeof thrown === 'object' && thrown !== null && 'data' in thrown && isProblemShown(thrown.data)
    ? thrown.data.problem
    : null

const isProblemShown = (thrown: unknown): thrown is ProblemShown =>
  typeof thrown === 'object' &&
  thrown !== null &&
  'problem' in thrown &&
  PROBLEMS.some((name) => name === thrown.problem)
