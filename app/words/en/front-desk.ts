import type { frontDesk as zh } from '#app/words/zh-CN/front-desk.ts'

export const frontDesk: typeof zh = {
  title: 'A few words',
  heading: 'Say what happened',
  lead: 'Who asks for it, what has to be done, how often, how much time it takes. In any order; one matter is enough.',
  network:
    'On a network or computer of your workplace, the workplace can see that you opened this site. Write from your own phone, on mobile data.',
  networkMore: 'What else cannot be protected',
  text: {
    label: 'What you want to report',
    help: 'No name, phone or staff number of your own. A detail that only you know also says who you are.',
    kept: 'What you have begun stays in this tab alone and is gone when it closes.',
    telling: 'These places may tell who you are. Please look again:',
  },
  more: {
    summary: 'To help it along',
    hint: 'Place, unit, time, files, contact: all of it may stay empty',
    place: { label: 'Where', help: 'County or district, township, village: as far down as you like.' },
    unit: {
      label: 'Which unit asks for it',
      help: 'The unit you name, and those that answer to it, neither verify nor handle this.',
    },
    happened: { label: 'When', help: 'Roughly: “every Friday since March”.' },
    noDispatch: {
      label: 'Do not send it to my own territory',
      help: 'The level above handles it instead; that may take a few days more.',
    },
    files: {
      label: 'Files',
      help: 'Up to 5, of 10 MB at most each and 30 MB together: photographs, PDF, Word, WPS, Excel, text, recordings (m4a, mp3, amr) and video (mp4). They are kept sealed for the office and go to no unit, because places and times in photographs and authors in documents are not removed yet. A voice in a recording says whose it is. Do not photograph yourself, your desk, or a paper that only you were given.',
      again: 'Files are not kept. To send them, please choose them again: {{files}}.',
      remove: 'Remove',
      tooBig:
        'There are more than 5 files, one is over 10 MB, or all together over 30 MB. Please leave some out before you send.',
    },
    contact: {
      label: 'How to reach you',
      help: 'May stay empty: the code is enough to be answered. If you leave something, it is sealed into the vault: nobody can open it alone, only the passphrases of two custodians together. This system has no page yet that opens it; for what is urgent use your code.',
    },
  },
  human: {
    checking: 'Making sure that no machine is sending this: a few seconds…',
    noScript: 'You can send with scripts off, too; it only waits a little behind the others.',
    hcaptcha: {
      title: 'Not a machine',
      notice:
        'This uses hCaptcha. If you open it, that company sees your network address. You can also send without it: it is taken all the same and only waits a little behind the others.',
      open: 'Open hCaptcha',
      done: 'Confirmed.',
    },
  },
  send: 'Send',
  sending: 'Sending…',
  offline:
    'It was not sent: there is no connection just now, or it broke. What you wrote and the files you chose are still on this page: press Send again when there is a connection.',
  progress: 'Sending',
  comma: ', ',
  afterSending: 'Then you get a receipt code, shown once.',
  faults: {
    title: 'Not sent yet: please look at these',
    missing: { text: 'What happened is not written yet.' },
    tooLong: '“{{name}}” has {{has}} characters; at most {{most}} are taken. Please shorten it.',
    tooLarge: 'The file “{{file}}” is over 10 MB. Make it smaller or leave it out.',
    tooMany: 'At most 5 files are taken: “{{file}}” was not.',
    tooMuch: 'The files are over 30 MB together: “{{file}}” was not taken.',
    wrongType:
      'The file “{{file}}” is of a kind that is not taken: photographs, PDF, Word, WPS, Excel, text, recordings (m4a, mp3, amr) and video (mp4) are; programs and scripts are not.',
    empty: 'The file “{{file}}” is empty. Please choose it again or leave it out.',
    notAgain:
      'These files were not chosen again: {{files}}. Choose them again to send them; to send without them, just press Send once more.',
    busy: 'Too many people are sending files just now: “{{file}}” was not taken. The text is still here: choose the file again in a few minutes, or send without it.',
    broken: 'The connection broke and not all arrived. Please look it over and send again.',
    expired: 'This page was open for more than 24 hours. Everything is still here: please press Send again.',
    failed: 'It could not be confirmed that no machine is sending. Everything is still here: please press Send again.',
    tooOften:
      'Too much has come from this network. Everything is still here: press Send again in a few minutes, or from another network.',
  },
  fromMail: {
    title: 'View',
    heading: 'See your receipt code',
    lead: 'Press the button and your receipt code is shown, this once. Have pen and paper ready, and press it when nobody is near.',
    network:
      'On a network or computer of your workplace, it can be seen there that you opened this site. Please use your own phone and its own connection.',
    show: 'Show the receipt code',
    showing: 'Showing…',
    gone: {
      heading: 'This link does not work any more',
      lead: 'A link works for 14 days and shows its code once. A link that was used, is over or is not whole leads to this page.',
      has: 'If you have your code:',
      lost: 'Without the code the matter is handled all the same. To add something, reply to that mail; to read an answer, you can also write anew.',
    },
  },
  received: {
    heading: 'Received',
    lead: 'This is your receipt code. It is shown this once; we do not store it, and nobody can find it again.',
    again: 'This had been received before, and counts once. The code is still:',
    shown: 'This had been received before, and counts once. You were shown its code; it is not shown again.',
    lost: 'Without the code the matter is handled all the same, but you cannot see how far it is, nor read the answer.',
    code: 'Receipt code',
    copy: 'Copy',
    copied: 'Copied',
    print: 'Print',
    save: 'Save as a note',
    noteFile: 'note.txt',
    note: 'Note',
    files: 'Files received ({{count}})',
    keep: {
      title: 'How to keep it',
      paper: 'Safest on paper: it looks like any row of digits.',
      away: 'Not on a computer of your workplace, not in WeChat, not in a work group.',
      nobody: 'Give it to nobody. Whoever has it reads what you and the office say to each other.',
    },
    next: {
      title: 'When to come back',
      first:
        'Someone reads it within 2 working days. Look again on {{day}}, then once a week; the page names the next day each time.',
      firstAgain:
        'Someone reads it within 2 working days. Look once with your code: the page names the day to come back.',
      brief:
        'A brief that rests on your words is shown to you before it leaves: for two whole working days at least, and never less than up to your next day to look.',
      question:
        'The office may have a question for you; you have 10 working days. Without an answer, two people decide on what there is.',
      silent:
        'When a date passes without a sign, the system reminds the person in charge. You can also add a word with your code: whoever handles it is told.',
    },
    follow: 'Look with the code',
    leave: 'Leave',
    leaveHelp: 'Changes to an ordinary page. On a shared computer, please clear the history as well.',
  },
}
