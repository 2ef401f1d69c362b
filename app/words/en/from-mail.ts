import type { fromMail as zh } from '#app/words/zh-CN/from-mail.ts'

export const fromMail: typeof zh = {
  part: 'Mails to look at',
  folded: {
    title: 'What else the mail holds',
    hint: 'Not the person’s own words, and likely to say who wrote. Nothing of it belongs in a brief',
    kinds: { quote: 'Quoted', forwarded: 'Forwarded', signature: 'Signature or card', footer: 'Footer' },
    leftOut: 'The file “{{name}}” was not taken ({{why}}); the original is in the vault.',
    why: {
      wrongType: 'a kind that is not taken',
      tooLarge: 'over 10 MB',
      tooMany: 'more than 5',
      tooMuch: 'over 30 MB together',
    },
  },
  unanswered: {
    title: 'Nobody was told',
    reasons: {
      list: 'It came from a mailing list.',
      bulk: 'It was sent in bulk or by a machine.',
      noReplyAddress: 'It came from an address that takes no mail.',
      noSender: 'There is no one address that could be relied on.',
      severalSenders: 'It names more than one sender.',
      otherReplyTo: 'It asks for answers to another address, perhaps somebody else’s.',
      unitDomain: 'It came from a unit’s mailbox, and the unit would read the answer.',
      ownAddress: 'It came from an address of this system.',
      tooMany: 'Too many mails came from its address that day, perhaps from a machine.',
      undeliverable: 'The answer was refused again and again.',
    },
    means:
      'Whoever wrote has no receipt code and reads nothing of this. A question reaches nobody unless they write again.',
  },
}
