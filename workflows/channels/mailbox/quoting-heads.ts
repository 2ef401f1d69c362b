import { attribution } from './attributions.ts'
import { ADDRESS, isBlank, isMarked, isShort, nextSaid, TIME } from './stretch.ts'

/** What stands above a mail that is quoted or passed on. `isSure`: no person writes it so. */
export type Head = { from: number; to: number; is: 'quote' | 'forwarded'; isSure: boolean }

const MAIL = '(邮件|郵件|信件|信息|訊息|消息|的?原件|原文|e-?mail|messages?|mail|appointment)'
const EARLIER = '(原始?|源|初始|回[复覆復]|答[复覆復]|[被转轉]+[发發寄]|original|forwarded|replied)'
/** How programs call it: 原始邮件, 回复的原邮件, 邮件原文, Original Message. */
const LABEL = `(${EARLIER}的?(原|to)?\\s?(e-?mail\\s)?(${MAIL}(信息)?)?|原文|邮件(原件|原文)|郵件原文|Original)`
/** With dashes before it, it is a program’s; without them a header must follow. */
const RULE = new RegExp(`^\\s*[-_—－=]{3,}\\s*${LABEL}(?:\\s*[-_—－=]+)?\\s*$`, 'i')
const BARE_LABEL = new RegExp(`^\\s*(${LABEL}|Begin forwarded message|下面是被转发的邮件)(?:\\s*[:：])?\\s*$`, 'i')
/** Notes puts the name of the sender between its dashes. */
const NOTES = /^\s*-{5}[^-][^\n]{0,200}(?:写道|wrote)\s?[:：]?\s?-{5}\s*$/
const BEGINS = /^\s*(Begin forwarded message|下面是被转发的邮件)(?:\s*[:：])?\s*$/i
/** A line across the page: people draw them too, so it is nothing by itself. */
const ACROSS = /^\s*[-_—－=*]{5,}\s*$/
/** One line of the header of a mail inside this one; a table writes a bar for the colon. */
const INNER_HEADER =
  /^[>*|\s]{0,20}(发件人|發件人|寄件者|寄件人|(?:发送|发件|發送|發件|寄件|傳送)(?:时间|時間|日期)|日\s?期|时\s?间|時間|收件人|收件者|抄\s?送|密\s?送|密件副本|副\s?本|主\s?题|主\s?題|主\s?旨|From|Sender|Sent(?: At)?|Date(?: Sent)?|To|Recipients?|Cc|Bcc|Subject)\s?\*?\s?[:：|]/i
const SENDER = /^(发件人|發件人|寄件者|寄件人|From|Sender)$/i
const SENT = /^([发發寄傳][送件](时间|時間|日期)|Sent( At)?|Date Sent)$/i
const DATED = /^(日\s?期|Date)$/i
const MOST_HEADERS = 12

/** The head that begins with this line; null where none does. */
export function headAt(lines: readonly string[], at: number): Head | null {
  const line = lines[at] ?? ''
  if (!isShort(line) || isMarked(line)) return null
  if (RULE.test(line) || BEGINS.test(line) || NOTES.test(line)) {
    const next = nextSaid(lines, at + 1)
    const isHeader = next >= 0 && isShort(lines[next] ?? '') && INNER_HEADER.test(lines[next] ?? '')
    return isHeader
      ? { from: at, to: endOfHeader(lines, next), is: 'forwarded', isSure: true }
      : { from: at, to: at, is: 'quote', isSure: true }
  }
  if (ACROSS.test(line) || BARE_LABEL.test(line)) {
    const next = nextSaid(lines, at + 1, 4)
    const head = next < 0 ? null : headerOfMail(lines, next)
    return head && { ...head, from: at }
  }
  return headerOfMail(lines, at) ?? attribution(lines, at)
}

/** The lines of a header that stand together here; a page may leave a line free between them. */
function headerAt(lines: readonly string[], at: number): { name: string; line: string; at: number }[] {
  const found: { name: string; line: string; at: number }[] = []
  let here = at
  while (here >= 0 && found.length < MOST_HEADERS) {
    const line = lines[here] ?? ''
    const name = isShort(line) ? INNER_HEADER.exec(line)?.[1] : undefined
    if (!name) break
    found.push({ name, line, at: here })
    here = nextSaid(lines, here + 1, 2)
  }
  return found
}

const endOfHeader = (lines: readonly string[], at: number): number => headerAt(lines, at).at(-1)?.at ?? at

/**
 * People write "to, from, subject" above a letter; a program names an address, or when it was sent. The latter stands
 * above what somebody copied from a group too, so it is not sure.
 */
function headerOfMail(lines: readonly string[], at: number): Head | null {
  const header = headerAt(lines, at)
  if (header.length < 2) return null
  const has = (name: RegExp, value?: RegExp) =>
    header.some((one) => name.test(one.name) && (value?.test(one.line) ?? true))
  const isSure = has(SENDER, ADDRESS) || (has(SENT) && has(/./, ADDRESS))
  if (!isSure && !(has(SENT) && has(SENDER)) && !(has(SENDER) && has(DATED, TIME))) return null
  return { from: at, to: header.at(-1)?.at ?? at, is: 'forwarded', isSure }
}

/** A person’s line that introduces what they copy: 「群里的通知我抄在下面：」. */
export function isIntroduced(lines: readonly string[], head: Head): boolean {
  const above = lines.slice(Math.max(0, head.from - 4), head.from).findLast((line) => !isBlank(line)) ?? ''
  return isShort(above) && /[:：]\s*$|(如下|下面|以下)[。.]?\s*$/.test(above)
}
