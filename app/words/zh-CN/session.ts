import { caseWords } from './case.ts'

export const session = {
  signIn: {
    title: '工作人员登录',
    login: '账号',
    password: '密码',
    oneTime: '动态验证码',
    oneTimeHelp: '手机身份验证器上显示的 6 位数字。',
    send: '登录',
    sending: '正在登录…',
    wrong: '没有登录。账号、密码或动态验证码有误，或者验证码已经用过。请核对后，等出现新的验证码再试。',
    tooOften:
      '没有登录，错误的尝试已经太多。您的账号、密码和验证码都正确的，请等出现新的验证码后再试一次；如仍未登录，请等下一个验证码出现，把前后两个验证码连起来一并填入（共 12 位）。',
    signedInAs: '您已登录：{{name}}。',
  },
  sample: {
    title: '示例城市的账号',
    lead: '这里是虚构的云澜市，供试用。选一个人，账号、密码和当前的动态验证码就会填好，再按“登录”。',
    hidden: '本站可从其他机器访问，因此不显示密码和验证码。如确需显示，请由部署人员设置 SAMPLE_CODES=on。',
    filled: '已填好 {{name}} 的账号、密码和当前的动态验证码。按“登录”即可。',
    stepUsed: '如果提示有误，等 30 秒后再选一次。',
  },
  /** for officers whose duty has no page of its own */
  doorsPage: {
    title: '已登录',
    nothing: '您的岗位没有要在这里办的事',
    read: '需要您办理时会收到邮件。公开的内容可以随时看。',
    cases: '典型案例',
    figures: '公开数据',
  },
  /** after a number */
  unread: '条未读通知',
  doors: {
    attention: '待办',
    switchboard: '热线话务',
    desk: '专项办',
    handling: '承办单位',
    oversight: '督查与纪检',
    custody: '身份保管',
    newsroom: '通报',
    insights: '领导与审计',
    admin: '系统管理',
  },
  roles: caseWords.roles,
}
