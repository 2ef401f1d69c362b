import { unmarkOwnLists } from './own-lists.ts'
import { type Head, headAt, isIntroduced } from './quoting-heads.ts'
import { isBlank, isMarked, isMarkedBelow, type Kind, nextSaid } from './stretch.ts'

/** Words by which a person answers below what is quoted. */
const SPEAKS =
  /^\s*(以上|上面|上述|如上)|我(写|说|想|要|的话|认为|觉得|们(村|镇|乡|县|这|每|都|天天))|反映|举报|投诉|请.{0,6}(查|管)/
const TO_THE_PERSON = /您/
/** Words by which they go on below what they introduced themselves. */
const GOES_ON =
  /^\s*(以上|上面|上述|如上|这|像这样)|我|咱|俺|反映|举报|投诉|希望|恳请|[请求].{0,8}[查管]|不合理|受不了|负担|太[多累晚]/

/**
 * Marks what others wrote before. Lines with > are theirs; an earlier mail without marks goes on to the end, for
 * nothing tells where it stops. Where that leaves the person without a word, what can be theirs is.
 */
export function earlierMails(lines: readonly string[], kinds: Kind[]): void {
  const heads: Head[] = []
  for (let at = 0; at < lines.length; at++) {
    if (isBlank(lines[at])) continue
    if (isMarked(lines[at])) kinds[at] = 'quote'
    const head = headAt(lines, at)
    // what was copied from a group is part of the letter that introduces it
    if (!head || (!head.isSure && isIntroduced(lines, head))) continue
    heads.push(head)
    kinds.fill(head.is, head.from, head.to + 1)
    at = head.to
  }
  unmarkOwnLists(lines, kinds, heads)
  // people also answer between lines that are marked, and below them
  const unmarked = heads.find(({ to }) => !isMarkedBelow(lines, to))
  if (unmarked) kinds.fill(unmarked.is, unmarked.from)
  if (lines.some((line, at) => kinds[at] === 'own' && /[\p{L}\p{N}]/u.test(line.slice(0, 1000)))) {
    const [only, ...more] = heads
    if (!only || only !== unmarked || more.length > 0) return
    if (isIntroduced(lines, only)) answerBelow(lines, kinds, heads, (line) => GOES_ON.test(line))
    else if (!only.isSure) answerBelow(lines, kinds, heads, speaks)
    return
  }
  if (heads.length === 0) for (const [at, kind] of kinds.entries()) kinds[at] = kind === 'quote' ? 'own' : kind
  else if (unmarked) answerBelow(lines, kinds, heads, speaks)
}

const speaks = (line: string): boolean => SPEAKS.test(line) && !TO_THE_PERSON.test(line)

/** The last paragraphs below all that is quoted, from the one on that speaks as a person who complains. */
function answerBelow(
  lines: readonly string[],
  kinds: Kind[],
  heads: readonly Head[],
  isTheirs: (line: string) => boolean,
): void {
  const from = (heads.at(-1)?.to ?? 0) + 2
  for (let at = from; at < lines.length; at++) {
    const line = (lines[at] ?? '').slice(0, 1000)
    const isParagraph = isBlank(lines[at - 1]) && !isBlank(line)
    if (!isParagraph || isMarked(line) || !isTheirs(line)) continue
    // the first words below a header are its mail's
    if (nextSaid(lines, from - 1, lines.length) === at) continue
    kinds.fill('own', at)
    return
  }
}
