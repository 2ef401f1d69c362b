/** Pages for when something is in the way. Each says what to do. */
export const http = {
  siteName: '回音',
  /** on every page of the sample town */
  sampleTown: { mark: '示例', says: '这是虚构的云澜市，写在这里的内容没有人办理。' },
  goHome: '回到首页',
  goToWork: '回到我的待办',
  problems: {
    '400': { title: '这个地址或请求有误', advice: '请回到上一页，再试一次。' },
    '401': { title: '登录已失效', advice: '请在新的标签页重新登录，再回到这里提交。填写的内容还在，没有丢失。' },
    '403': { title: '这一页不对您开放', advice: '您的岗位无权办理这件事。如有需要，请联系系统管理员核对岗位。' },
    '403form': { title: '没有提交', advice: '这次提交不是从本站页面发出的，没有改动任何内容。请打开本站页面再提交。' },
    '404': { title: '没有这一页', advice: '地址可能有误，或者内容已经撤下。请从首页重新进入。' },
    '405': { title: '这个地址不接受这样的请求', advice: '请从首页重新进入。' },
    '411': { title: '没有提交', advice: '请求没有写明长度。请用浏览器打开本站页面再提交。' },
    '413': { title: '提交的内容太大', advice: '没有保存。请返回上一页，减少文字或附件后再提交。' },
    '429': { title: '请求太频繁', advice: '请过几分钟再试。您已经提交的内容不受影响。' },
    '500': { title: '系统出了问题', advice: '这不是您的原因。请返回上一页再试；如仍不行，请过几分钟再来。' },
    '503': { title: '系统暂时无法使用', advice: '请过几分钟再来。没有给出查询码的，就还没有收到。' },
  },
  signInElsewhere: '在新标签页登录',
  inVain: {
    lead: '您写的内容都在这一页上，也可以先复制下来。过几分钟，按下面的按钮再送一次。',
    files: '附件',
    filesHelp: '附件没有留下，要带上请重新选择：{{files}}。',
    send: '再送一次',
  },
  comma: '、',
  sendAgain: '已登录，再次提交',
  /** why the engine did not take an act */
  refusals: {
    stale: '这件事在您打开页面之后有了变动。请看过现在的情况，再提交一次。',
    invalid: '有内容需要改正。',
    'second-person':
      '这一步要由另一个人办：前一步是您办的；或者办前一步的账号和您的账号由同一位管理员提出开设，其中一个还不满 30 天。',
    unsettled: '文字里有可能让人认出反映人的地方，还没有逐处处理。',
    late: '时限已过，这一步不能再办。',
    'reason-needed': '这件不在您手上，先写明理由打开它，再办。',
    'not-now': '现在办不了这一步：情况已经变了。请看过现在的情况。',
  },
  /** before a text leaves the office */
  settle: {
    title: '发出前，请逐处处理',
    lead: '下面标出的地方可能让人认出反映人。该改的，请在上面的文字里改；确实不会让人认出反映人的，逐处勾选保留。',
    keep: '保留“{{words}}”（{{what}}）：不会让人认出反映人',
    never: '“{{words}}”：查询码不能外发，请从文字里删去。',
    link: '“{{field}}”里有可能让人认出反映人的地方，请逐处处理',
    kinds: {
      receipt: '查询码',
      idCard: '身份证号',
      bankCard: '银行卡号或账号',
      phone: '电话号码',
      email: '电子邮箱',
      account: '微信、QQ等账号',
      employeeNumber: '工号或证件号',
      plate: '车牌号',
      address: '门牌地址',
      quote: '与反映原文连续相同',
      person: '某一个人',
    },
  },
  issues: {
    missing: '“{{field}}”没有填',
    tooLong: '“{{field}}”太长了，请减短',
    wrong: '“{{field}}”不对，请核对',
    gap: '“{{field}}”里还有【……】没有写上',
    anothers: '{{field}}里有另一位反映人说过的话。',
  },
}
