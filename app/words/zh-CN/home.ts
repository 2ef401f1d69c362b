/** The first page: what may be reported, who learns what, how it goes. */
export const home = {
  /** in tabs and histories, where it says nothing */
  tab: '首页',
  title: '把多余的负担说出来，不必说您是谁',
  lead: '开不完的会、填不完的表、强制装的软件、半夜的工作群、一级一级甩下来的任务，都可以在这里反映。每一件都有人查，交给两个单位一起改，结果告诉您。',
  report: '我要反映',
  follow: '我有查询码',
  noAccount: '不用注册，不用装软件，写一段话就行。',
  what: {
    title: '可以反映什么',
    meetings: { name: '文山会海', like: '发文开会过多过长，层层陪会' },
    inspections: { name: '督检考与留痕', like: '频繁检查考核，事事拍照留痕，创建达标' },
    screens: { name: '报表与指尖', like: '重复填表报数，强推软件，工作群打卡' },
    duties: { name: '权责失衡', like: '甩责任、压任务、乱借调、滥签责任状' },
    effect: { name: '担当与实效', like: '推诿不办，盲目决策，面子工程，弄虚作假' },
    else: '不归这里管的，会告诉您该去哪里。',
  },
  safe: {
    title: '怎样保护您',
    name: '不问姓名电话，不记您的网络地址和设备。',
    words: '原文加密保存。要改的单位只看得到另写的摘要，看不到您写的字、时间和文件。',
    away: '被反映的单位和归它管的，不能核实，不能单独承办，收到交办函以前不知道有这件事。',
    where: '摘要交给谁，先告诉您；至少有2个完整的工作日可以说不。',
  },
  limits: {
    title: '保护不到的地方',
    network: '单位的网络和电脑，看得出您打开过这个网站。请用自己的手机和流量。',
    content: '只有您才知道的细节，本身就会说出您是谁。',
    server: '运行中的服务器，管它的人在技术上能看到正在处理的内容。',
    more: '保护与局限，全部写在这里',
  },
  path: {
    title: '一件反映怎么走',
    lead: '凭查询码随时看得到走到哪一步。查询码只给您一次，丢了谁也找不回。',
  },
}
