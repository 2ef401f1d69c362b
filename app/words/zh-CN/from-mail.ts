/** What a mail brings beside its own words, on the page of its case; and the way to the mails that wait. */
export const fromMail = {
  part: '待查来信',
  folded: {
    title: '信里附带的内容',
    hint: '不是本人的话，可能让人认出是谁写的。不要摘进问题摘要',
    kinds: { quote: '引用', forwarded: '转发', signature: '签名或名片', footer: '页脚' },
    leftOut: '附件“{{name}}”没有收（{{why}}）；原件在保险柜里。',
    why: { wrongType: '类型不能收', tooLarge: '超过10 MB', tooMany: '超过5个', tooMuch: '合计超过30 MB' },
  },
  unanswered: {
    title: '没有回信给写信人',
    reasons: {
      list: '来自邮件列表。',
      bulk: '是群发或自动发出的信。',
      noReplyAddress: '来自不收信的地址。',
      noSender: '看不出唯一可靠的回信地址。',
      severalSenders: '写了不止一个发件人。',
      otherReplyTo: '要求回到另一个地址，可能是别人。',
      unitDomain: '用的是单位的邮箱，回信会被单位看到。',
      ownAddress: '来自本系统自己的地址。',
      tooMany: '这个地址当天来信太多，可能是自动回复。',
      undeliverable: '回信多次被对方拒收。',
    },
    means: '写信人没有查询码，收不到进展。有话要问，只能靠他再来信。',
  },
}
