import { caseWords } from './case.ts'
import type { session as zh } from '#app/words/zh-CN/session.ts'

export const session: typeof zh = {
  signIn: {
    title: 'Staff sign-in',
    login: 'Account',
    password: 'Password',
    oneTime: 'One-time code',
    oneTimeHelp: 'The six digits your authenticator app shows.',
    send: 'Sign in',
    sending: 'Signing in…',
    wrong:
      'You are not signed in. The account, password or one-time code is wrong, or the code has been used. Check them, wait for the next code and try again.',
    tooOften:
      'Not signed in: too many tries were wrong. If account, password and code are right, wait for a new code and try once more; if that does not do, wait for the code after it and type both, one after the other (12 digits).',
    signedInAs: 'You are signed in as {{name}}.',
  },
  sample: {
    title: 'Accounts of the sample town',
    lead: 'This is the fictional city of Yunlan, to try things out. Pick a person: account, password and the current one-time code are filled in. Then press “Sign in”.',
    hidden:
      'Other machines can reach this site, so no passwords and codes are shown. Whoever runs it can show them with SAMPLE_CODES=on.',
    filled: 'Account, password and current one-time code of {{name}} are filled in. Press “Sign in”.',
    stepUsed: 'If it is refused, wait 30 seconds and pick again.',
  },
  doorsPage: {
    title: 'Signed in',
    nothing: 'Your role has nothing to do here now',
    read: 'An e-mail tells you when something needs you. What is public can be read at any time.',
    cases: 'Typical cases',
    figures: 'Figures',
  },
  /** after a number */
  unread: 'unread notices',
  doors: {
    attention: 'To do',
    switchboard: 'Hotline',
    desk: 'Office',
    handling: 'Units',
    oversight: 'Supervision and discipline',
    custody: 'Identity custody',
    newsroom: 'Circulars',
    insights: 'Leaders and audit',
    admin: 'Administration',
  },
  roles: caseWords.roles,
}
