import type { mailReasons as zhReasons, mails as zh } from '#app/words/zh-CN/mails.ts'

export const mailReasons: typeof zhReasons = {
  charset: 'Letters in an unknown encoding',
  tooManyParts: 'In too many parts',
  malformed: 'Broken, cannot be read',
  encrypted: 'Encrypted, cannot be opened',
  empty: 'Neither words nor files',
  tooLong: 'Took too long to read',
  tooMuch: 'Needed too much memory to read',
  tooBig: 'Too big to be read',
  tooMuchText: 'More words than a report holds',
  spamLike: 'Looks like advertising',
  automatic: 'Looks sent by a machine, and may not be',
  recall: 'Calls an earlier mail back: its writer wishes to withdraw; treat it so',
  leftOut: 'A file that is not taken, and no vault for the original',
  failed: 'Something went wrong as it came in',
}

export const mails: typeof zh = {
  title: 'Mails to look at',
  lead: 'Mails that did not become reports by themselves. Having read one, take it in as a report, or say why not; neither sends anything back.',
  empty: 'No mail waits',
  emptyAdvice:
    'What cannot be read, is too big, takes too long, looks like advertising or looks sent by a machine waits here first. All else has become a case and is in the queues.',
  caption: 'Mails that wait, oldest first',
  reason: 'Why',
  number: 'Mail',
  day: 'Received',
  size: 'Size',
  sizeIn: '{{size}} KB',
  numbered: 'Mail {{number}}',
  more: 'Further on',
  fromStart: 'Back to the oldest',
  reasons: mailReasons,
  looked: 'Looked at by: {{names}}',
  unread:
    'This mail could not be read. Below is the beginning of its body as it came, not all of it; its header is not shown.',
  cut: 'Only the beginning is shown.',
  noWords: 'No words that could be shown.',
  subject: 'Subject',
  words: 'Words of the mail',
  beside: 'Quotes, forwards, cards and footers',
  besideHint: 'Likely to say who wrote',
  files: 'Files (named only; to be had once it is a report)',
  noFiles: 'No files',
  notShown: 'Sender, address and header are not shown. Please do not guess.',
  release: {
    title: 'Take in as a report',
    text: 'What is reported',
    help: 'Please check it. Keep what is reported, and delete what tells who wrote. Files and original are sealed as ever, and a sender who can be answered gets an acknowledgement; what answers a mail of ours is added to that report.',
    send: 'Take in as a report',
  },
  reject: {
    title: 'Not taken in',
    grounds: 'Reason',
    help: 'Kept sealed for 90 days, then destroyed. The sender is not told.',
    send: 'Do not take in',
  },
  wrong: {
    title: 'Nothing was done yet',
    missing: { text: 'What is reported is not written yet.', grounds: 'The reason is not written yet.' },
    tooLong: 'That is too long; please shorten it.',
  },
  stale: { released: 'Somebody has taken it in as a report.', rejected: 'Somebody has decided not to take it in.' },
  done: {
    released: 'Taken in as a report; in a moment it is in the queue of cases to accept.',
    rejected: 'The reason for not taking it in is kept.',
  },
  decided: { released: 'This mail was taken in as a report.', rejected: 'This mail was not taken in.' },
  purged:
    'The mail, the reason and the confirmed words were destroyed on {{day}}; what remains says that it came and what became of it.',
  back: 'Mails to look at',
}
