import type { mailDomains as zh } from '#app/words/zh-CN/mail-domains.ts'

export const mailDomains: typeof zh = {
  title: 'Mail domains of units',
  lead: 'Mail from these mailboxes is taken in and not answered: a unit reads its own mailboxes. Everything under gov.cn counts without being listed, and so does what lies under a domain of the list.',
  caption: 'Mail domains of units, by name',
  domain: 'Domain',
  domainHelp: 'What stands behind the @, such as wangchuan.example. A whole address will do.',
  unit: 'Whose',
  chooseUnit: 'Choose a unit',
  add: 'Add',
  remove: 'Remove',
  removeOf: 'Remove {{domain}}',
  empty: 'No domain yet',
  emptyAdvice: 'Mailboxes under gov.cn get no answer as it is. Add the other domains that units use.',
  done: { added: 'Added: {{domain}}', removed: 'Removed: {{domain}}' },
  problems: {
    missing: 'Please say which domain.',
    wrong: 'This is no domain. It is what stands behind the @, such as wangchuan.example.',
    public: 'Anybody may have a mailbox there: none of those who write from it would get an answer.',
    taken: 'This domain is {{with}}’s already.',
    noUnit: 'Please choose a unit.',
  },
}
