import { expect, test } from 'vitest'
import { ACT_FIELDS, type DeskAct } from '#app/desk/acts/act-fields.ts'

/** How many fields each act asks an officer to fill, of which so many must be. These numbers may only go down. */
const CEILING: Record<DeskAct, [fields: number, required: number]> = {
  take: [0, 0],
  handOver: [1, 1],
  stepAside: [1, 1],
  note: [1, 1],
  markUrgent: [0, 0],
  clearUrgent: [0, 0],
  exposeCode: [0, 0],
  classify: [3, 2],
  nameAccused: [1, 0],
  split: [2, 2],
  accept: [0, 0],
  askForMore: [1, 1],
  proposeRefusal: [2, 2],
  confirmRefusal: [0, 0],
  declineRefusal: [1, 1],
  merge: [1, 1],
  unmerge: [1, 0],
  handUp: [1, 1],
  answerReprisal: [1, 1],
  returnToTriage: [1, 1],
  extendVerification: [1, 1],
  elevate: [1, 1],
  recordFinding: [2, 2],
  confirmFinding: [1, 1],
  sendBackFinding: [1, 1],
  signUnverifiable: [1, 1],
  newEvidence: [1, 1],
  writeBrief: [4, 4],
  proposeOverride: [3, 3],
  confirmOverride: [0, 0],
  declineOverride: [1, 1],
  issueLetters: [6, 6],
  amendLetter: [3, 3],
  ruleObjection: [3, 2],
  grantExtension: [1, 0],
  refuseExtension: [1, 1],
  passResults: [1, 1],
  sendBack: [2, 2],
  draftReply: [1, 1],
  approveReply: [0, 0],
  returnReply: [1, 1],
  proposeNoReply: [2, 2],
  confirmNoReply: [0, 0],
  declineNoReply: [1, 1],
  grantRedo: [2, 2],
  reverify: [1, 1],
  refuseRedo: [1, 1],
  // what a look-back has to say: on which day, how, whether it held, and what was seen; the day stands there already
  recordLookBack: [4, 3],
  issueOrder: [1, 1],
  settleOrder: [0, 0],
  refer: [1, 1],
  concludeReferral: [1, 1],
  vindicate: [1, 1],
  declineVindication: [1, 1],
}

test.each(Object.keys(ACT_FIELDS) as DeskAct[])('%s asks for no more than it did', (act) => {
  const fields = ACT_FIELDS[act].length
  const required = ACT_FIELDS[act].filter(({ optional }) => !optional).length
  const [mostFields, mostRequired] = CEILING[act]
  expect(fields).toBeLessThanOrEqual(mostFields)
  expect(required).toBeLessThanOrEqual(mostRequired)
})
