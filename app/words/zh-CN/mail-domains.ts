/** Which mailboxes are units' own. */
export const mailDomains = {
  title: '单位邮箱域名',
  lead: '从这些邮箱来的信照收，但不回信：单位看得到自己的邮箱。gov.cn 一律算，不用登记；登记一个域名，它下面的也算。',
  caption: '单位邮箱域名，按域名排',
  domain: '域名',
  domainHelp: '@后面的部分，如 wangchuan.example。填整个邮箱地址也行。',
  unit: '哪个单位的',
  chooseUnit: '选择单位',
  add: '登记',
  remove: '去掉',
  removeOf: '去掉{{domain}}',
  empty: '还没有登记域名',
  emptyAdvice: 'gov.cn 的邮箱已经不会收到回信。单位用别的域名的，请登记在这里。',
  done: { added: '已登记：{{domain}}', removed: '已去掉：{{domain}}' },
  problems: {
    missing: '请填写域名。',
    wrong: '这不是域名。请填@后面的部分，如 wangchuan.example。',
    public: '这是公众邮箱。登记了它，所有用它写信的人都收不到回信。',
    taken: '这个域名已经登记给{{with}}。',
    noUnit: '请选择单位。',
  },
}
