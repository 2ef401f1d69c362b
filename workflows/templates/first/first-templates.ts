/** Every text that comes with the software. */
import { LETTERS } from './letters.ts'
import { LETTERS_BY_KIND } from './letters-by-kind.ts'
import { QUESTIONS } from './questions.ts'
import { REFUSALS } from './refusals.ts'
import { NO_REPLIES, REPLIES } from './replies.ts'
import type { TemplateSeed } from './template-seed.ts'

export const FIRST_TEMPLATES: readonly TemplateSeed[] = [
  ...REFUSALS,
  ...QUESTIONS,
  ...LETTERS,
  ...LETTERS_BY_KIND,
  ...REPLIES,
  ...NO_REPLIES,
]
