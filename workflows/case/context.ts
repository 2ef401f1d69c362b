/** What a case remembers besides where it stands: small closed values only, so that the graph of the machine stays finite. */
import { z } from 'zod'
import { COMPLEXITIES, FINDINGS, type Finding, type Track } from './names.ts'

/** How a track enters `rectifying`: with a fresh letter, back to work on the same letter, or not at all because its result stands. */
export const ENTRIES = ['issue', 'rework', 'stands'] as const
export type Entry = (typeof ENTRIES)[number]

const perTrack = <T extends z.ZodType>(each: T) => z.strictObject({ territory: each, department: each })
const upToTwo = z.union([z.literal(0), z.literal(1), z.literal(2)])

export const caseContext = z.strictObject({
  mode: z.enum(['verifyFirst', 'assignToVerify']),
  /** null until a clerk has classified it as a burden; the limit of the letters follows from it */
  complexity: z.enum(COMPLEXITIES).nullable(),
  finding: z.enum(FINDINGS).nullable(),
  /** closed because the reporter took it back */
  withdrawn: z.boolean(),
  /** each side: no letter was ever issued · the unit owes its result · it has answered */
  letters: perTrack(z.enum(['none', 'out', 'answered'])),
  tracks: perTrack(z.enum(ENTRIES)),
  objected: perTrack(z.boolean()),
  extensions: perTrack(upToTwo),
  elevated: z.boolean(),
  verificationExtended: z.boolean(),
  appealed: z.boolean(),
  /** the one redo of the reporter is used up */
  redone: z.boolean(),
  lookBacks: upToTwo,
  /** a confirmed finding says that a false report harmed somebody */
  harm: z.boolean(),
  /** the reporter says somebody is looking for them, and nobody has answered yet */
  reprisal: z.boolean(),
})
export type CaseContext = z.infer<typeof caseContext>

export const both = <T>(value: T): Record<Track, T> => ({ territory: value, department: value })

/** A case as it arrives. */
export const NEW_CASE: CaseContext = {
  mode: 'verifyFirst',
  complexity: null,
  finding: null,
  withdrawn: false,
  letters: both('none'),
  tracks: both('issue'),
  objected: both(false),
  extensions: both(0),
  elevated: false,
  verificationExtended: false,
  appealed: false,
  redone: false,
  lookBacks: 0,
  harm: false,
  reprisal: false,
}

/** The report was so, in whole or in part: there is something to put right. */
export const isBurden = (finding: Finding | null): boolean =>
  finding === 'substantiated' || finding === 'partlySubstantiated'

/** Two units know of the case: it can no longer be merged away or simply taken back. */
export const lettersIssued = ({ letters }: Pick<CaseContext, 'letters'>): boolean =>
  letters.territory !== 'none' && letters.department !== 'none'

/** How the case came out, or null while it has not. */
export const outcomeOf = (context: CaseContext): Finding | 'withdrawn' | null =>
  context.withdrawn ? 'withdrawn' : context.finding
