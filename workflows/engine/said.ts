import type { z } from 'zod'
import { normalText } from '#workflows/protection/normal-text.ts'
import type { Issue } from './refusal.ts'

/** What was typed, in the one stated normal form, wherever in the act it stands. */
export function normalised(said: unknown): unknown {
  if (typeof said === 'string') return normalText(said)
  if (Array.isArray(said)) return said.map(normalised)
  if (said === null || typeof said !== 'object') return said
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, normalised(value)]))
}

/** Schema errors as the fields of a form can show them. */
export function issuesOf(error: z.ZodError): Issue[] {
  return error.issues.map((issue) => ({ field: issue.path.join('.'), problem: problemOf(issue) }))
}

function problemOf(issue: z.core.$ZodIssue): Issue['problem'] {
  if (issue.code === 'too_big') return 'tooLong'
  if (issue.code === 'too_small') return 'missing'
  if (issue.code === 'invalid_type' && (issue.input === undefined || issue.input === null)) return 'missing'
  return 'wrong'
}
