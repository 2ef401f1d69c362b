/** Every act, with placeholders for what is free: a page asks the machine with them what may be done now. */
import type { TypicalCaseEvent, TypicalCaseEventType } from './events.ts'

const text = '…'
const source = '00000000-0000-4000-8000-000000000001'

type Of<T extends TypicalCaseEventType> = Extract<TypicalCaseEvent, { type: T }>

export const TYPICAL_CASE_VARIANTS: { readonly [T in TypicalCaseEventType]: readonly Of<T>[] } = {
  draft: [{ type: 'draft', title: text, body: text }],
  addSource: [{ type: 'addSource', case: source }],
  removeSource: [{ type: 'removeSource', case: source }],
  propose: [{ type: 'propose' }],
  approve: [{ type: 'approve' }],
  returnDraft: [{ type: 'returnDraft', text }],
  publish: [{ type: 'publish' }],
  correct: [{ type: 'correct', title: text, body: text, remark: text }],
  approveCorrection: [{ type: 'approveCorrection' }],
  returnCorrection: [{ type: 'returnCorrection', text }],
  withdraw: [{ type: 'withdraw', remark: text }],
  sourceReopened: [{ type: 'sourceReopened', case: source }],
}
