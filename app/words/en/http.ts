import type { http as zh } from '#app/words/zh-CN/http.ts'

export const http: typeof zh = {
  siteName: 'Huiyin',
  /** on every page of the sample town */
  sampleTown: { mark: 'Example', says: 'This is a made-up town: nobody handles what is written here.' },
  goHome: 'Go to the home page',
  goToWork: 'Go to my work',
  problems: {
    '400': { title: 'This address or request is not right', advice: 'Go back and try again.' },
    '401': {
      title: 'You have been signed out',
      advice: 'Sign in again in a new tab, then come back here and send. What you typed is kept.',
    },
    '403': {
      title: 'This page is not open to you',
      advice: 'Your role may not do this. If you need it, ask an administrator to check your roles.',
    },
    '403form': {
      title: 'Nothing was sent',
      advice: 'This did not come from a page of this site, and nothing was changed. Open the page here and send again.',
    },
    '404': {
      title: 'There is no such page',
      advice: 'The address may be wrong, or the page was withdrawn. Start from the home page.',
    },
    '405': { title: 'This address does not take such a request', advice: 'Start from the home page.' },
    '411': {
      title: 'Nothing was sent',
      advice: 'The request does not say how long it is. Send it from a page of this site.',
    },
    '413': {
      title: 'Too much was sent',
      advice: 'Nothing was saved. Go back, shorten the text or take away files, and send again.',
    },
    '429': { title: 'Too many requests', advice: 'Try again in a few minutes. What you already sent is safe.' },
    '500': {
      title: 'Something went wrong here',
      advice: 'This is not your doing. Go back and try again; if it fails, come back in a few minutes.',
    },
    '503': {
      title: 'The site cannot be used at the moment',
      advice: 'Come back in a few minutes. Without a receipt code, nothing has been received yet.',
    },
  },
  signInElsewhere: 'Sign in in a new tab',
  inVain: {
    lead: 'Everything you wrote is on this page; you can also copy it. In a few minutes, send it again with the button below.',
    files: 'Files',
    filesHelp: 'Files are not kept. To send them, please choose them again: {{files}}.',
    send: 'Send it again',
  },
  comma: ', ',
  sendAgain: 'I am signed in, send again',
  refusals: {
    stale: 'Something changed after you opened this page. Look at how it stands now, then send again.',
    invalid: 'Something needs to be put right.',
    'second-person':
      'Another person has to do this: you did the step before it, or its account and yours were proposed by the same administrator and one of them is younger than 30 days.',
    unsettled: 'The text has places that could lead to the reporter, and not each has been dealt with.',
    late: 'The date has passed, and this can no longer be done.',
    'reason-needed': 'It is not in your hands: open it with a reason first.',
    'not-now': 'This cannot be done now: things have changed. Look at how it stands.',
  },
  /** before a text leaves the office */
  settle: {
    title: 'Before it is sent: deal with each of these places',
    lead: 'The places marked below could lead to the reporter. Change in the text above what has to be changed; tick what leads to nobody, place by place.',
    keep: 'Keep “{{words}}” ({{what}}): it leads to nobody',
    never: '“{{words}}”: a receipt code never leaves the office. Take it out of the text.',
    link: '“{{field}}” has places that could lead to the reporter: deal with each',
    kinds: {
      receipt: 'receipt code',
      idCard: 'number of an identity card',
      bankCard: 'bank card or account',
      phone: 'telephone',
      email: 'e-mail address',
      account: 'account of WeChat, QQ and such',
      employeeNumber: 'number of an employee or a certificate',
      plate: 'number plate',
      address: 'address',
      quote: 'the report’s own words',
      person: 'one person',
    },
  },
  issues: {
    missing: '“{{field}}” is empty',
    tooLong: '“{{field}}” is too long; make it shorter',
    wrong: '“{{field}}” is not right; check it',
    gap: '“{{field}}” still has 【……】 to be written',
    anothers: '{{field}} holds words of another reporter.',
  },
}
