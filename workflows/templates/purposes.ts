/** What officers write again and again, and by what a template is found for it. */
import {
  COMPLEXITIES,
  type Complexity,
  FINDINGS,
  NO_REPLY_GROUNDS,
  REFUSAL_REASONS,
  type Track,
  TRACKS,
} from '#workflows/case/names.ts'
import { LETTER_PART, OFFICE_TEXT } from '#workflows/case/texts.ts'

export const PURPOSES = ['refusal', 'question', 'letter', 'reply', 'noReply'] as const
export type Purpose = (typeof PURPOSES)[number]

/** The texts of a template, by the field of the act each of them fills. */
export const PARTS = {
  refusal: ['text'],
  question: ['question'],
  letter: ['task', 'quality', 'feedbackStandard'],
  reply: ['text'],
  noReply: ['text'],
} as const satisfies Record<Purpose, readonly string[]>
export type Part = (typeof PARTS)[Purpose][number]
export type Parts = { readonly [part in Part]?: string }

/** The longest a part may be: as long as the act takes it. */
export const mostOf = (purpose: Purpose): number => (purpose === 'letter' ? LETTER_PART : OFFICE_TEXT)

/** A letter is written for one side, whatever the complexity or for one alone. */
export const letterOutcome = (track: Track, complexity?: Complexity | null): string =>
  complexity ? `${track}.${complexity}` : track

/** Besides by kind, a template is chosen by the reason, the side and complexity, the finding, the ground. */
export const OUTCOMES: Record<Purpose, readonly string[]> = {
  refusal: REFUSAL_REASONS,
  question: [],
  letter: TRACKS.flatMap((track) => [
    letterOutcome(track),
    ...COMPLEXITIES.map((complexity) => letterOutcome(track, complexity)),
  ]),
  reply: FINDINGS,
  noReply: NO_REPLY_GROUNDS,
}

/** Where the template brings its outcome along: a refusal its reason, no reply its ground. Elsewhere the case has it. */
export const BRINGS_OUTCOME: Readonly<Record<Purpose, boolean>> = {
  refusal: true,
  question: false,
  letter: false,
  reply: false,
  noReply: true,
}
