import { isBlank, isShort, type Kind, nextSaid } from './stretch.ts'

/** What mail programs put above a mail that they quote or pass on. */
const RULE =
  /^\s*[-_—－=]{3,}\s*(原始邮件|原邮件|回复的原邮件|邮件原件|邮件原文|原始信息|转发邮件信息|转发的邮件|转发的消息|Original|Original Message|Forwarded message|Original Appointment)(?:\s*[-_—－=]+)?\s*$/i
const BEGINS = /^\s*(Begin forwarded message|下面是被转发的邮件)(?:\s*[:：])?\s*$/i
/** A line across the page: people draw them too, so it is nothing by itself. */
const ACROSS = /^\s*[-_—－=*]{5,}\s*$/
/** One line of the header of a mail inside this one; a table writes a bar for the colon. */
const INNER_HEADER =
  /^[>*|\s]{0,20}(发件人|寄件者|发送时间|发送日期|发件时间|日\s?期|时\s?间|收件人|抄\s?送|密\s?送|主\s?题|主\s?旨|From|Sent|Date|To|Cc|Bcc|Subject)\s?\*?\s?[:：|]/i
const SENDER = /^(发件人|寄件者|From)$/i
const SENT = /^(发送时间|发送日期|发件时间|Sent)$/i
const DATED = /^(日\s?期|Date)$/i
const MOST_HEADERS = 12

const ADDRESS = /[^\s<>@]{1,64}@[^\s<>@]{1,100}\.[^\s<>@]/
const DATE =
  /\d{4}\s?[-/.年]\s?\d{1,2}|\d{1,2}\s?月\s?\d{1,2}|\d{1,2}[/.]\d{1,2}[/.]\d{2,4}|\b(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)[a-z]*\.?\s\d{1,2}|\b\d{1,2}\.?\s(Jan|Feb|Mar|Apr|May|Jun|Jul|Aug|Sep|Oct|Nov|Dec)/i
const TIME = /\d{1,2}\s?[:：点时]\s?\d{1,2}/
/** The line above what somebody else wrote; people write it too, of a notice or a leader. */
const WROTE = /(写道|寫道|写入|wrote|schrieb|a écrit)\s?[:：]?\s?$/i
const WRAPPED = /^\s?(在|于|On|Am|Le)\s?\S/

const MARK = /^\s*(>|&gt;)/
/** More than so many of something: a sign that begins a person's line. */
const MORE_THAN = /^\s*(>|&gt;)\s?\d+(\.\d+)?\s?(?![年月日])[\p{Script=Han}%]/u

/** In a mail with nothing above what it quotes: words by which a person answers below it. */
const SPEAKS =
  /^\s*(以上|上面|上述|如上)|我(写|说|想|要|的话|认为|觉得|们(村|镇|乡|县|这|每|都|天天))|反映|举报|投诉|请.{0,6}(查|管)/
const TO_THE_PERSON = /您/

type Head = { from: number; to: number; is: 'quote' | 'forwarded' }

/**
 * Marks what others wrote before. Lines with > are theirs; an earlier mail without marks goes on to the end, for
 * nothing tells where it stops. Where that leaves the person without a word, what can be theirs is.
 */
export function earlierMails(lines: readonly string[], kinds: Kind[]): void {
  const heads: Head[] = []
  for (let at = 0; at < lines.length; at++) {
    if (isBlank(lines[at])) continue
    if (MARK.test(lines[at] ?? '')) kinds[at] = 'quote'
    const head = headAt(lines, at)
    if (!head) continue
    heads.push(head)
    kinds.fill(head.is, head.from, head.to + 1)
    at = head.to
  }
  unmarkComparisons(lines, kinds, heads)
  // people also answer between lines that are marked, and below them
  const unmarked = heads.find(({ to }) => !isMarkedBelow(lines, to))
  if (unmarked) kinds.fill(unmarked.is, unmarked.from)
  if (lines.some((line, at) => kinds[at] === 'own' && /[\p{L}\p{N}]/u.test(line.slice(0, 1000)))) return
  if (heads.length === 0) for (const [at, kind] of kinds.entries()) kinds[at] = kind === 'quote' ? 'own' : kind
  else if (unmarked) answerBelow(lines, kinds, heads)
}

function headAt(lines: readonly string[], at: number): Head | null {
  const line = lines[at] ?? ''
  if (!isShort(line) || MARK.test(line)) return null
  if (RULE.test(line) || BEGINS.test(line)) {
    const next = nextSaid(lines, at + 1)
    const isHeader = next >= 0 && isShort(lines[next] ?? '') && INNER_HEADER.test(lines[next] ?? '')
    return isHeader ? { from: at, to: endOfHeader(lines, next), is: 'forwarded' } : { from: at, to: at, is: 'quote' }
  }
  if (ACROSS.test(line)) {
    const next = nextSaid(lines, at + 1, 4)
    return next >= 0 && isHeaderOfMail(lines, next) ? { from: at, to: endOfHeader(lines, next), is: 'forwarded' } : null
  }
  if (isHeaderOfMail(lines, at)) return { from: at, to: endOfHeader(lines, at), is: 'forwarded' }
  return attribution(lines, at)
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

/** People write "to, from, subject" above a letter; a program names an address, or when it was sent. */
function isHeaderOfMail(lines: readonly string[], at: number): boolean {
  const header = headerAt(lines, at)
  if (header.length < 2) return false
  const has = (name: RegExp, value?: RegExp) =>
    header.some((one) => name.test(one.name) && (value?.test(one.line) ?? true))
  return has(SENDER, ADDRESS) || (has(SENT) && (has(SENDER) || has(/./, ADDRESS))) || (has(SENDER) && has(DATED, TIME))
}

/** Where it is not marked below, only an address and a date together are a program's words. */
function attribution(lines: readonly string[], at: number): Head | null {
  const line = lines[at] ?? ''
  if (!WROTE.test(line)) return null
  const above = lines[at - 1] ?? ''
  const isWrapped = isShort(above) && WRAPPED.test(above) && !/[。！？!?:：]\s?$/.test(above)
  const said = isWrapped ? `${above} ${line}` : line
  const [address, date] = [ADDRESS.test(said), DATE.test(said) || TIME.test(said)]
  if (!(address && date) && !((address || date) && isMarkedBelow(lines, at))) return null
  return { from: isWrapped ? at - 1 : at, to: at, is: 'quote' }
}

const isMarkedBelow = (lines: readonly string[], at: number): boolean => MARK.test(lines[nextSaid(lines, at + 1)] ?? '')

/** `>5张日报` is more than five, unless the lines beside it or the one above it say that they are quoted. */
function unmarkComparisons(lines: readonly string[], kinds: Kind[], heads: readonly Head[]): void {
  const introduced = new Set(heads.map(({ to }) => nextSaid(lines, to + 1)))
  for (let from = 0; from < lines.length; from++) {
    if (!MARK.test(lines[from] ?? '')) continue
    let to = from
    while (MARK.test(lines[to + 1] ?? '')) to++
    const isCounting = lines.slice(from, to + 1).every((line) => MORE_THAN.test(line))
    if (isCounting && !introduced.has(from)) kinds.fill('own', from, to + 1)
    from = to
  }
}

/** The last paragraphs below all that is quoted, from the one on that speaks as a person who complains. */
function answerBelow(lines: readonly string[], kinds: Kind[], heads: readonly Head[]): void {
  const from = (heads.at(-1)?.to ?? 0) + 2
  for (let at = from; at < lines.length; at++) {
    const line = (lines[at] ?? '').slice(0, 1000)
    const isParagraph = isBlank(lines[at - 1]) && !isBlank(line)
    if (!isParagraph || MARK.test(line) || !SPEAKS.test(line) || TO_THE_PERSON.test(line)) continue
    // the first words below a header are its mail's
    if (nextSaid(lines, from - 1, lines.length) === at) continue
    kinds.fill('own', at)
    return
  }
}
