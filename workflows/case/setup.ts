/** The case machine's vocabulary: its events, its conditions, and the few small things it remembers. */
import { assign, setup } from 'xstate'
import { both, type CaseContext, type Entry } from './context.ts'
import type { Track } from './names.ts'
import { guards, reviewedFinding } from './guards.ts'
import type { JudgedEvent } from './judged.ts'
import type { DateParams, NoticeParams } from './rows.ts'

const neverRuns = () => {
  throw new Error('the engine turns actions into rows; nothing runs here')
}

/** The named tracks enter as `entry`; the result of the other stands. */
const entries = (event: JudgedEvent, entry: Entry): Record<Track, Entry> => {
  const named: readonly Track[] = 'tracks' in event ? event.tracks : []
  return {
    territory: named.includes('territory') ? entry : 'stands',
    department: named.includes('department') ? entry : 'stands',
  }
}

const renewed = <T>(before: Record<Track, T>, event: JudgedEvent, fresh: T): Record<Track, T> => {
  const named: readonly Track[] = 'tracks' in event ? event.tracks : []
  return {
    territory: named.includes('territory') ? fresh : before.territory,
    department: named.includes('department') ? fresh : before.department,
  }
}

const oneMore = (count: 0 | 1 | 2) => (count === 0 ? 1 : 2)

export const caseSetup = setup({
  types: {} as { context: CaseContext; events: JudgedEvent },
  guards,
  actions: {
    setDeadline: (_, _params: DateParams) => neverRuns(),
    clearDeadline: (_, _params: DateParams) => neverRuns(),
    moveDeadline: (_, _params: DateParams) => neverRuns(),
    pauseDeadline: (_, _params: DateParams) => neverRuns(),
    resumeDeadline: (_, _params: DateParams) => neverRuns(),
    /** Provisional dates, all of them at once: their holidays are known now. */
    recountDeadlines: neverRuns,
    notice: (_, _params: NoticeParams) => neverRuns(),

    /** An act that leaves the case where it is: what it says is in its own record. */
    stays: assign({}),
    keepMode: assign(({ event }) => ({ mode: event.facts.assignsToVerify ? 'assignToVerify' : 'verifyFirst' })),
    /** A matter outside the scope has no complexity, and so cannot be accepted. */
    keepComplexity: assign(({ context, event }) => {
      if (event.type !== 'classify') return { complexity: context.complexity }
      return { complexity: event.kind === 'OUT' ? null : event.complexity }
    }),
    markAppealed: assign({ appealed: true }),
    markWithdrawn: assign({ withdrawn: true }),

    keepFinding: assign(({ context, event }) => ({
      finding: event.type === 'recordFinding' ? event.finding : context.finding,
    })),
    keepReviewedFinding: assign((asked) => ({ finding: reviewedFinding(asked) })),
    giveUpFinding: assign({ finding: null }),
    giveUpVerifying: assign({ finding: 'unverifiable' }),
    markVerificationExtended: assign({ verificationExtended: true }),
    markElevated: assign({ elevated: true }),
    markHarm: assign(({ event }) => ({ harm: event.type === 'confirmFinding' && event.harm })),

    openBothTracks: assign({ tracks: both<Entry>('issue'), objected: both(false), extensions: both<0 | 1 | 2>(0) }),
    /** A fresh letter has its own objection and its own extensions, whatever became of the one before. */
    reissueNamedTracks: assign(({ context, event }) => ({
      tracks: entries(event, 'issue'),
      objected: renewed(context.objected, event, false),
      extensions: renewed<0 | 1 | 2>(context.extensions, event, 0),
    })),
    reworkNamedTracks: assign(({ event }) => ({ tracks: entries(event, 'rework') })),
    markOwed: assign(({ context }, { track }: { track: Track }) => ({
      letters: { ...context.letters, [track]: 'out' },
    })),
    markAnswered: assign(({ context }, { track }: { track: Track }) => ({
      letters: { ...context.letters, [track]: 'answered' },
    })),
    markObjected: assign(({ context }, { track }: { track: Track }) => ({
      objected: { ...context.objected, [track]: true },
    })),
    countExtension: assign(({ context }, { track }: { track: Track }) => ({
      extensions: { ...context.extensions, [track]: oneMore(context.extensions[track]) },
    })),

    markRedone: assign({ redone: true }),
    /** What relapsed is a new round, and is looked at twice again. */
    forgetLookBacks: assign({ lookBacks: 0 }),
    countLookBack: assign(({ context }) => ({ lookBacks: oneMore(context.lookBacks) })),
    markReprisal: assign({ reprisal: true }),
    markReprisalAnswered: assign({ reprisal: false }),
  },
})
