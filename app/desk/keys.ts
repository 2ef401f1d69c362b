import type { DeskAct } from './acts/act-fields.ts'

/**
 * The one letter of each act on the page of a case. What takes in, agrees or passes is `a`; what sends back or says no
 * is `r`. A letter serves several acts where no case ever offers them together: a test asks the machine in every place.
 * Kept free for lists and for going about: j k J K g o x X.
 */
export const ACT_KEYS: Record<DeskAct, string> = {
  take: 't',
  handOver: 'h',
  stepAside: 'z',
  note: 'n',
  markUrgent: 'u',
  clearUrgent: 'u',
  exposeCode: 'Y',
  classify: 'c',
  nameAccused: 'w',
  split: 's',

  accept: 'a',
  askForMore: 'i',
  proposeRefusal: 'r',
  confirmRefusal: 'a',
  declineRefusal: 'r',
  merge: 'm',
  unmerge: 'm',
  handUp: 'q',
  answerReprisal: 'e',

  returnToTriage: 'r',
  extendVerification: 'l',
  elevate: 'p',
  recordFinding: 'f',
  confirmFinding: 'a',
  sendBackFinding: 'r',
  signUnverifiable: 'a',
  newEvidence: 'f',

  writeBrief: 'b',
  proposeOverride: 'p',
  confirmOverride: 'a',
  declineOverride: 'r',
  issueLetters: 'i',
  amendLetter: 'm',

  ruleObjection: 'l',
  grantExtension: 'a',
  refuseExtension: 'r',

  passResults: 'a',
  sendBack: 'r',
  draftReply: 'w',
  approveReply: 'a',
  returnReply: 'r',
  proposeNoReply: 'p',
  confirmNoReply: 'a',
  declineNoReply: 'r',
  grantRedo: 'a',
  reverify: 'f',
  refuseRedo: 'r',
  recordLookBack: 'f',

  issueOrder: 'd',
  settleOrder: 'D',
  refer: 'y',
  concludeReferral: 'y',
  vindicate: 'v',
  declineVindication: 'V',
}
