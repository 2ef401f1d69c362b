/** The life of a typical case: written by one, approved by another, and never silently changed once the public has read it. */
import { assign, setup } from 'xstate'
import { z } from 'zod'
import type { TypicalCaseNoticeName } from './events.ts'
import { guards, type JudgedTypicalCaseEvent } from './guards.ts'

export const typicalCaseContext = z.strictObject({
  /** the public reads that it was corrected */
  corrected: z.boolean(),
})
export type TypicalCaseContext = z.infer<typeof typicalCaseContext>

const tell = (notice: TypicalCaseNoticeName) => ({ type: 'notice' as const, params: { notice } })

export const typicalCaseMachine = setup({
  types: {} as { context: TypicalCaseContext; events: JudgedTypicalCaseEvent },
  guards,
  actions: {
    notice: (_, _params: { notice: TypicalCaseNoticeName }) => {
      throw new Error('the engine turns actions into rows; nothing runs here')
    },
    /** An act that leaves it where it is: what it says is in its own record. */
    stays: assign({}),
    markCorrected: assign({ corrected: true }),
  },
}).createMachine({
  id: 'typicalCase',
  context: { corrected: false },
  initial: 'draft',
  states: {
    draft: {
      description: 'Written from brief, results and reply of closed cases, never from the report.',
      on: {
        draft: { actions: 'stays' },
        addSource: { guard: 'sourceFits', actions: 'stays' },
        removeSource: { actions: 'stays' },
        propose: { guard: 'sourcesClosed', target: 'inReview' },
        sourceReopened: { actions: tell('sourceReopened') },
      },
    },
    inReview: {
      description: 'Read by somebody who wrote no word of it: could anything lead back to a reporter?',
      entry: tell('draftToApprove'),
      on: {
        approve: { guard: 'mayGoOut', target: 'approved' },
        returnDraft: { guard: 'byNonAuthor', target: 'draft', actions: tell('draftReturned') },
        sourceReopened: { target: 'draft', actions: tell('sourceReopened') },
      },
    },
    approved: {
      description: 'Two persons stand for it. A source that comes to life again stops it.',
      entry: tell('draftApproved'),
      on: {
        publish: { guard: 'mayGoOut', target: 'published' },
        returnDraft: { guard: 'byNonAuthor', target: 'draft', actions: tell('draftReturned') },
        sourceReopened: { target: 'draft', actions: tell('sourceReopened') },
      },
    },
    published: {
      description: 'The public reads it. It may be corrected, with a remark, or taken back, with a remark.',
      initial: 'standing',
      on: {
        withdraw: { target: 'withdrawn' },
        sourceReopened: { actions: tell('sourceReopened') },
      },
      states: {
        standing: { on: { correct: { target: 'correctionProposed' } } },
        correctionProposed: {
          description: 'The public still reads the old text: a correction needs two persons as well.',
          entry: tell('correctionToApprove'),
          on: {
            approveCorrection: { guard: 'byNonAuthor', target: 'standing', actions: 'markCorrected' },
            returnCorrection: { guard: 'byNonAuthor', target: 'standing', actions: tell('correctionReturned') },
          },
        },
      },
    },
    withdrawn: { description: 'Taken back; the address says so, and why.' },
  },
})
