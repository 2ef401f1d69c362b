import type { about as zh } from '#app/words/zh-CN/about.ts'

/** What is done to protect a reporter, what is not promised, how it works. */
export const about: typeof zh = {
  title: 'Protection and its limits',
  lead: 'What we do, and what we cannot do, is on this page. Read it, then decide whether to write, and how.',
  do: {
    title: 'What we do',
    ask: {
      name: 'We do not ask who you are',
      is: 'No account, no phone number. You may leave a way to reach you; if you do it is sealed in the identity vault. The server can put it in and cannot take it out: opening it takes two identity custodians together.',
    },
    trace: {
      name: 'We keep no trace of you',
      is: 'Your network address, browser and device are written down nowhere. Of the time you wrote, the office sees the hour and the units only the day.',
    },
    seal: {
      name: 'What you write is stored encrypted',
      is: 'Every text, file and file name is encrypted on its own, and the keys are not in the database. A stolen database or backup cannot be read.',
    },
    code: {
      name: 'The receipt code is the only key',
      is: '20 digits, shown once. What we store is not the code itself and does not lead back to it: if it is lost nobody can bring it back.',
    },
    brief: {
      name: 'Units do not see your words',
      is: 'Territory and department receive a brief that the office has written anew. Your text, the channel, the exact time and your files do not leave the office.',
    },
    away: {
      name: 'The unit you name has no hand in it',
      is: 'It, and all that answer to it, cannot verify, cannot handle the matter alone, and do not learn of it before a letter comes. Where the office itself is named, the level above takes it.',
    },
    say: {
      name: 'You know first where it goes',
      is: 'Before the brief leaves you can read it, see the two units, and have one working day to say no. Until both letters are out you can withdraw at any time.',
    },
    two: {
      name: 'What matters is decided by two',
      is: 'Refusing, unverifiable, the reply, no reply, an override, opening the vault: each needs a second person. Every step stands in a journal in which a changed letter shows.',
    },
    reprisal: {
      name: 'If somebody is looking for you',
      is: 'Open your report with the code and press “Somebody is looking for me or taking revenge”. It goes straight to the discipline liaison, who must act within 1 working day.',
    },
  },
  not: {
    title: 'What we do not promise',
    lead: 'These cannot be done, and we do not say they can.',
    server: {
      name: 'Whoever runs the server',
      is: 'While it runs, those who run it can technically see what it is working on. The network equipment in front of the site sees your network address.',
    },
    device: {
      name: 'Your device and network',
      is: 'We cannot protect a phone or computer that is watched, or a workplace network. Such a network can see that you came, and when; with a monitoring certificate on the device, also what you wrote.',
    },
    content: {
      name: 'What you write',
      is: 'A meeting of three, a notice that only you received: writing it is as good as signing. Photos and files may hold names, watermarks and the place they were taken.',
    },
    phone: {
      name: 'The number you call from',
      is: "When you call the hotline, the operator's equipment shows your number. It is not kept with the text, but at that moment somebody can see it.",
    },
    index: {
      name: 'The search table',
      is: 'Whoever stole the search table in use could not read the text, but could count which pairs of characters occur often and which seldom.',
    },
  },
  better: {
    title: 'How to be safer',
    phone: "Use your own phone and data, not the unit's computer, network or the browser inside its office software.",
    time: 'If it can wait, write a day or two later and somewhere else.',
    detail:
      'Write what happens, not details that only you could know. Where in doubt, “several townships do this” is better than who sat where.',
    code: 'Copy the code on paper. No screenshot on a work phone; send it to nobody.',
    leave: 'When you are done press “Leave”, then close the page.',
  },
  how: {
    title: 'How it goes',
    lead: 'You will only ever see eight states. Limits are counted in working days, by the holidays the state announces.',
  },
  burden: {
    title: 'No burden of its own',
    is: 'No rankings, no praise and blame lists, no daily or weekly reports, no screenshots as proof. A unit hands in one page of results with at most 5 attachments, and is not chased outside working hours, an emergency order excepted.',
  },
  elsewhere: {
    title: 'What does not belong here',
    lead: 'These have another lawful way. What is written here all the same is told why and where to go; nothing is left without an answer.',
  },
  report: 'Report',
  follow: 'I have a code',
}
