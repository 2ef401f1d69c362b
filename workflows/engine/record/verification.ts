import { keepNote, type Recorders } from './pass.ts'

/** What a verifier and those who read the finding write: kept in the office, named by the act. */
export const verification: Recorders = {
  returnToTriage: (pass) => keepNote(pass, pass.event.text),
  extendVerification: (pass) => keepNote(pass, pass.event.text),
  elevate: (pass) => keepNote(pass, pass.event.text),
  recordFinding: (pass) => keepNote(pass, pass.event.grounds),
  sendBackFinding: (pass) => keepNote(pass, pass.event.text),
  signUnverifiable: (pass) => keepNote(pass, pass.event.grounds),
  newEvidence: (pass) => keepNote(pass, pass.event.text),
  vindicate: (pass) => keepNote(pass, pass.event.text),
  declineVindication: (pass) => keepNote(pass, pass.event.text),
}
