import { REPORT_LIMITS } from '#workflows/channels/report.ts'
import { isDay } from '#workflows/clock.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import { type CallProblem, DROPPED, type Dropped, type SpokenCall, type Turn, type WrittenCall } from './call.ts'
import { dialogueText } from './dialogue.ts'
import { leaveOut, LEFT_OUT } from './leave-out.ts'
import { orderNumber } from './order-number.ts'
import { together } from './turns-of-text.ts'
import { secretsIn } from './unsaid.ts'

const KIND = /^[A-Z]{1,4}\d{0,3}$/
/** What a call says beside its dialogue, and how it is said there where its own field is too short for it. */
const ASIDES = [
  ['place', '地点'],
  ['unit', '反映的单位'],
  ['happened', '时间'],
] as const
/** Below this, a number of order is too short to be told apart from any other figure. */
const SHORTEST_ORDER = 5

/**
 * A call in the words in which it is stored: one canonical dialogue, without who called, from where, who answered, and
 * under which number the sender keeps it. Doing it twice changes nothing. What is too long for its field goes into the text.
 */
export function writtenCall(spoken: SpokenCall): WrittenCall & { problem: CallProblem | null } {
  const dropped = new Set<Dropped>()
  const { order, isDamaged } = orderNumber(spoken.order)
  const known = (speaker: 'caller' | 'operator') =>
    // whoever is named and not told apart may be the caller
    spoken.turns.flatMap((turn) => ((turn.speaker ?? 'caller') === speaker && turn.name ? [tidy(turn.name)] : []))
  const secrets = [
    ...secretsIn('caller', [...(spoken.unsaid ?? []).map(tidy), ...known('caller')]),
    ...secretsIn('agent', [...(spoken.agents ?? []).map(tidy), ...known('operator')]),
  ]
  for (const { what } of secrets) dropped.add(what)
  const kept = (said: string | undefined, speaker?: Turn['speaker']) => {
    const left = leaveOut(withoutOrder(normalText(said ?? ''), order, dropped), secrets, speaker)
    for (const what of left.dropped) dropped.add(what)
    return left.text
  }
  const turns = together(
    spoken.turns.map(({ speaker, text }, at) => {
      const isHead = at === 0 && speaker === null && spoken.turns.some((turn) => turn.speaker)
      return { speaker, text: kept(isHead ? withoutMinute(text, dropped) : text, speaker) }
    }),
  )
  const isSaid = turns.some(({ text }) => text.replaceAll(LEFT_OUT, '').trim() !== '')
  const asides: Record<(typeof ASIDES)[number][0], string | null> = { place: null, unit: null, happened: null }
  const lines: string[] = []
  for (const [field, name] of ASIDES) {
    const said = kept(spoken[field])
    if (said.length > REPORT_LIMITS[field]) lines.push(`${name}：${said}`)
    else asides[field] = said || null
  }
  const kind = kept(spoken.kind)
  if (kind && !KIND.test(kind)) lines.push(`事项类别：${kind}`)
  const text = [...lines, dialogueText(turns)].join('\n').trim()
  return {
    text,
    order,
    isDamaged,
    ...asides,
    kind: KIND.test(kind) ? kind : null,
    day: dayIn(spoken.day),
    dropped: DROPPED.filter((what) => dropped.has(what)),
    problem: spoken.isUnread ? 'turn' : !isSaid ? 'empty' : text.length > REPORT_LIMITS.text ? 'tooLong' : null,
  }
}

const tidy = (said: string | null | undefined) => normalText(said ?? '').trim()

/** Above a dialogue, the line with day, minute and length of the call. */
function withoutMinute(head: string, dropped: Set<Dropped>): string {
  return head.replace(DATED, (line) => {
    if (!MINUTE.test(line)) return line
    dropped.add('time')
    return line.replace(WHEN, '').trim()
  })
}
const DATED =
  /^(?![ \t]{0,9}(?:[【[]|[^\s\d:：]{2,8}[:：])).*(?:\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}|\d{1,2}月\d{1,2}日).*$/gm
const MINUTE = /\d{1,2}[:：时点]\d{2}/
const WHEN =
  /(?:上午|下午|晚上|凌晨|中午)?\s{0,3}\d{1,2}[:：时点]\d{2}分?(?:[:：]?\d{2}秒?)?|\s{0,3}\|?\s{0,3}(?:(?:通话|录音)?时长\s{0,3}[:：]?\s{0,3})?\d{1,4}\s?(?:小时|分钟?|秒钟?)(?:\s{0,3}\d{1,4}\s?(?:分钟?|秒钟?)){0,2}|\d{4}[-/.年]\d{1,2}[-/.月]\d{1,2}日?(?:\s{0,3}(?:星期|周)[一二三四五六日天])?/g

/** The sender's number leads, over there, to who called. */
function withoutOrder(text: string, order: string | null, dropped: Set<Dropped>): string {
  if (!order || order.length < SHORTEST_ORDER || !text.includes(order)) return text
  dropped.add('order')
  return text.replaceAll(order, LEFT_OUT)
}

/** The day of a time as exports write it: 2026-10-12 09:11, 2026/1/2, 2026年1月2日, 20261012093100. */
function dayIn(said: string | undefined): string | null {
  const [, year, month, date] =
    /^(\d{4})[-/.年](\d{1,2})[-/.月](\d{1,2})(?!\d)/.exec(tidy(said)) ??
    /^(20\d{2})(\d{2})(\d{2})(?:T?\d{4}(?:\d{2})?)?(?:\.\d+)?$/.exec(tidy(said)) ??
    []
  const day = `${year}-${month?.padStart(2, '0')}-${date?.padStart(2, '0')}`
  return isDay(day) ? day : null
}
