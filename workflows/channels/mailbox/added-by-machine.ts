import { isBlank, isShort, type Kind } from './stretch.ts'

/** What PGP puts around words that it signs, and below them. */
const SIGNED = /^(-----BEGIN PGP SIGNED MESSAGE-----|Hash: [\w, -]{1,100})\s?$/
const SEAL = /^-----BEGIN PGP SIGNATURE-----\s?$/
const SEAL_END = /^-----END PGP SIGNATURE-----\s?$/

/** What a device or a mailbox adds by itself: a short line of its name and nothing else. */
const DEVICE =
  'iPhone|iPad|手机|平板|电脑|邮箱|邮件|邮|安卓|网易|新浪|腾讯|阿里|移动|联通|电信|华为|小米|红米|荣耀|三星|魅族|中兴|联想|苹果|一加|真我|企业|微信|钉钉|飞书|鸿蒙|大师|客户端|适配版|应用|设备|智能|极速|版'
const DEVICES = `(我的|my )?\\s?(${DEVICE}|[\\w .+:/<>?=&%-])+`
const SENT_FROM = new RegExp(
  `^((发送?自|来自|Sent from|Get Outlook|Envoyé d|Von)\\s?${DEVICES}|(从|通过|使用)\\s?${DEVICES}发送|(获取|下载)\\s?Outlook for [\\w .:/<>?=&%-]+)[。.]?$`,
  'i',
)
const NAMED =
  /iPhone|iPad|手机|平板|邮箱|邮件|Android|安卓|Outlook|Mail|华为|小米|OPPO|vivo|荣耀|客户端|大师|Galaxy|三星|鸿蒙|Harmony|我的\s?(企业微信|微信|钉钉|飞书|QQ|WeCom|DingTalk|Lark|\w+)|^发自\s?(企业微信|钉钉|飞书)|my (WeCom|DingTalk|Lark|Feishu|Galaxy)/i
const MADE_BY = /^\s?签名由.{0,200}定制\s?$/

/** Lines by which programs say from what a mail was sent, and the seals of PGP. */
export function addedByMachine(lines: readonly string[], kinds: Kind[]): void {
  const isSigned = lines.some((line) => SEAL.test(line))
  for (let at = 0; at < lines.length; at++) {
    const line = lines[at] ?? ''
    if (kinds[at] !== 'own' || isBlank(line) || !isShort(line)) continue
    if (isSentFrom(line) || (isSigned && SIGNED.test(line))) kinds[at] = 'signature'
    if (!SEAL.test(line)) continue
    for (; at < lines.length && kinds[at] === 'own'; at++) {
      kinds[at] = 'footer'
      if (SEAL_END.test(lines[at] ?? '')) break
    }
  }
}

const isSentFrom = (line: string): boolean =>
  MADE_BY.test(line) || (line.length < 120 && NAMED.test(line) && SENT_FROM.test(line.trim()))

/** How the notice of a company's server begins; people begin so too. */
const FOOTER =
  /^\s?[*【[（(]?\s?(本邮件|本电子邮件|此邮件|这封邮件|免责声明|声明|法律声明|保密(提示|声明|须知)|郑重声明|重要提示|温馨提示|Disclaimer|(Privileged and )?Confidential|Important notice|The information (contained )?in this|This (e-?mail|message|communication)\b)/i
/** What it says; two of these make it one. */
const PHRASES = [
  /(含有|包含|载有|涉及|属于).{0,40}(保密|机密|秘密|专有)/,
  /仅(供|限|用于|发送给|适用于).{0,40}(收件人|接收|地址|指定|个人|使用)/,
  /误收|误发|错误.{0,4}(收到|接收|发送)|错收|(非|不是).{0,10}(收件人|接收人)/,
  /(立即|立刻|请).{0,20}(删除|销毁)|(删除|销毁).{0,10}(本|此|该|邮件)/,
  /(禁止|不得|严禁|未经).{0,40}(使用|复制|披露|传播|散布|散发|泄露|转发)/,
  /不代表.{0,30}(立场|观点|意见)|法律责任|不承担.{0,20}责任/,
  /confidential|privileged|proprietary/i,
  /intended (solely |only )?(for|recipient|addressee)|named addressee/i,
  /unauthori[sz]ed|prohibited|disclos|distribut/i,
  /in error|delete (it|this)|destroy|notify (the sender|us)/i,
]
/** Nobody writes this of a letter of their own. */
const SURELY =
  /^\s?[*(]?\s?This (e-?mail|message)[^.]{0,120}\b(is|are|may be|contains?)[^.]{0,60}(confidential|privileged)/i
const ACROSS = /^\s*[-_—－=*]{5,}\s*$/
const MOST_LINES = 30
const MOST_LOOKED_AT = 3000

/** The notices that servers add: a paragraph that begins as one and says what they say, wherever it stands. */
export function footers(lines: readonly string[], kinds: Kind[]): void {
  for (let at = 0; at < lines.length; at++) {
    if (kinds[at] !== 'own' || isBlank(lines[at]) || !FOOTER.test((lines[at] ?? '').slice(0, 100))) continue
    const last = endOfFooter(lines, kinds, at)
    if (last < at) continue
    const [from, to] = [isAcross(lines[at - 1]) ? at - 1 : at, isAcross(lines[last + 1]) ? last + 1 : last]
    for (let here = from; here <= to; here++) if (kinds[here] === 'own') kinds[here] = 'footer'
    at = to
  }
}

const isAcross = (line: string | undefined): boolean => isShort(line ?? '') && ACROSS.test(line ?? '')

/** The last line of this paragraph that speaks so; before its first where it is none. */
function endOfFooter(lines: readonly string[], kinds: readonly Kind[], at: number): number {
  const said = new Set<RegExp>()
  let last = -1
  for (let here = at; here < Math.min(lines.length, at + MOST_LINES); here++) {
    const line = lines[here] ?? ''
    if (kinds[here] !== 'own' || isBlank(line) || isAcross(line)) break
    const start = line.slice(0, MOST_LOOKED_AT)
    const found = PHRASES.filter((phrase) => phrase.test(start))
    for (const phrase of found) said.add(phrase)
    if (found.length > 0) last = here
  }
  return said.size > 1 || SURELY.test((lines[at] ?? '').slice(0, 300)) ? Math.max(last, at) : -1
}
