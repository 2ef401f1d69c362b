import type { typicalCaseWords as zh } from '#app/words/zh-CN/typical-case.ts'

/** The vocabulary of a typical case: its states and what can be done to it. */
export const typicalCaseWords: typeof zh = {
  name: 'Typical case',
  circular: 'Circular',
  states: {
    draft: 'Draft',
    inReview: 'In review',
    approved: 'Approved',
    published: 'Published',
    'published.standing': 'Published',
    'published.correctionProposed': 'Published, correction in review',
    withdrawn: 'Withdrawn',
  },
  acts: {
    draft: 'Write',
    addSource: 'Add a case',
    removeSource: 'Remove a case',
    propose: 'Send for approval',
    approve: 'Approve',
    returnDraft: 'Return',
    publish: 'Publish',
    correct: 'Propose a correction',
    approveCorrection: 'Approve the correction',
    returnCorrection: 'Return the correction',
    withdraw: 'Withdraw',
    sourceReopened: 'A case behind it was reopened',
  },
}
