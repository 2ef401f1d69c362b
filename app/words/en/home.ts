import type { home as zh } from '#app/words/zh-CN/home.ts'

/** The first page: what may be reported, who learns what, how it goes. */
export const home: typeof zh = {
  tab: 'Home',
  title: 'Say what weighs on you without a reason, not who you are',
  lead: 'Endless meetings, forms on forms, forced apps, chat-group orders at midnight, duties pushed down from level to level: report them here. Each one is checked, sent to two bodies at once, and answered to you.',
  report: 'Report',
  follow: 'I have a code',
  noAccount: 'No account, no app: a few lines will do.',
  what: {
    title: 'What you may report',
    meetings: { name: 'Papers and meetings', like: 'too many and too long, level after level sitting in' },
    inspections: {
      name: 'Inspections and traces',
      like: 'constant checks and scores, a photo as proof of everything, campaigns for titles',
    },
    screens: {
      name: 'Forms and screens',
      like: 'the same figures again and again, forced apps, check-ins in chat groups',
    },
    duties: {
      name: 'Duties without powers',
      like: 'blame and targets pushed down, staff borrowed, liability pledges signed for everything',
    },
    effect: {
      name: 'Real effect',
      like: 'passing the buck, blind decisions, projects for show, made-up figures',
    },
    else: 'What does not belong here is told where it does.',
  },
  safe: {
    title: 'How you are protected',
    name: 'No name, no phone number; your network address and device are not recorded.',
    words:
      'Your text is stored encrypted. The units that must act read a summary written anew: not your words, the time or your files.',
    away: 'The unit you name, and all that answer to it, cannot verify, cannot handle the matter alone, and do not learn of it before a letter comes.',
    where: 'You are told first where the summary will go, and have at least two whole working days to say no.',
  },
  limits: {
    title: 'What this does not cover',
    network: 'A workplace network or computer can see that you opened this site. Use your own phone and your own data.',
    content: 'A detail that only you could know says who you are.',
    server: 'Whoever runs the server can, technically, see what it is working on while it runs.',
    more: 'Protection and its limits, in full',
  },
  path: {
    title: 'How a report goes',
    lead: 'Your code shows at any time where it stands. You get it once; if it is lost, nobody can bring it back.',
  },
}
