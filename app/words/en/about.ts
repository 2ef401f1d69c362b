import type { about as zh } from '#app/words/zh-CN/about.ts'

/** What is done to protect a reporter, what is not promised, how it works. */
export const about: typeof zh = {
  title: 'Protection and its limits',
  lead: 'What we do, and what we cannot do, is on this page. Read it, then decide whether to write, and how.',
  do: {
    title: 'What we do',
    ask: {
      name: 'We do not ask who you are',
      is: 'No account, no phone number. You may leave a way to reach you; if you do it is sealed in the identity vault. The server can put it in and cannot take it out: it opens only with the passphrases of two identity custodians together. This system has no page yet that opens it.',
    },
    trace: {
      name: 'We keep no trace of you',
      is: 'Your network address, browser and device are written down nowhere. Of the time you wrote, the office sees the hour and the units nothing; the dates they are given are counted in whole weeks, and lead back to a week, not to a day.',
    },
    seal: {
      name: 'What you write is stored encrypted',
      is: 'Every text, file and file name is encrypted on its own, and so is the search index; the keys are not in the database. Whoever has the database, a backup or its write-ahead log without the keys cannot read it, cannot match the words of others by reports of their own, and sees only about how long they are.',
    },
    code: {
      name: 'The receipt code is the only key',
      is: '20 digits, shown once. What we store is not the code itself and does not lead back to it: if it is lost nobody can bring it back. A code written into any field is hidden before it is stored (except in pictures, PDFs and such). A code that somebody else has seen is stopped; after it is replaced nothing said before is shown, and nothing tells whether the one who replaces it is you.',
    },
    brief: {
      name: 'Units do not see your words',
      is: 'Territory and department receive a brief that the office has written anew. Your text, the channel, the exact time and your files do not leave the office. A text with numbers, telephones, addresses, or 12 signs in a row of a report leaves the office only once a person has dealt with each place.',
    },
    away: {
      name: 'The unit you name has no hand in it',
      is: 'It, and all that answer to it, cannot verify, cannot handle the matter alone, and do not learn of it before a letter comes. Reports that seem to accuse this office or its staff are read first by the discipline liaison and the auditor. Words can be missed: you can also name the office in the field for the unit. Where the office itself is named, the level above can take it.',
    },
    say: {
      name: 'You know first where it goes',
      is: 'Before a brief that rests on your words leaves you read it and see both units; you have at least two whole working days to say no, and never less than up to your next day to look. Others of a merged case see neither your words, nor questions to you, nor that brief. Until both letters are out you can withdraw at any time.',
    },
    two: {
      name: 'What matters is decided by two',
      is: 'Refusing, unverifiable, the reply, no reply, an override: each needs a second person. One person proposes an account, another confirms it, and its owner chooses password and phone; no administrator sees them. While one of them is younger than 30 days, accounts proposed by one administrator cannot share an act of two people. Every step stands in a record that is signed each hour; the signatures are at /checkpoints.json for anyone to keep. A record changed or removed after that is found when it is verified.',
    },
    need: {
      name: 'Whoever looks leaves a name',
      is: 'Staff who open a case that is neither in their hands nor waiting for their role must say why. That they did, and why, is kept with their name for the auditor.',
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
      is: 'While it runs, those who run it can technically see what it is working on, and the second at which the database writes; while searching, the index is in the clear in the memory of the server only. The network equipment in front of the site sees your network address. Proposer and confirmer of an account together cannot be held off either.',
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
    times: {
      name: 'The moment of writing',
      is: "The database's own write-ahead log holds the moment of each write, which cannot be helped; the built-in database clears it each hour. How long another database keeps it is decided by whoever runs it.",
    },
    figures: {
      name: 'The figures we publish',
      is: 'Figures are taken once a week, rounded to fives, untold where small, unchanged for fewer than five changes. Someone who knew every other change could still tell from an update that somebody else reported.',
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
