import type { TFunction } from 'i18next'
import type { CallAnswer } from '#workflows/reading/call-answers.ts'

/** As the other system heads them. */
const HEADS = ['办件编号', '公开答复内容']
/** A cell of a workbook holds no more. */
const MOST_IN_CELL = 32_000

const GROUPS: Record<string, string> = { refusal: 'refusalReasons', noReply: 'noReplyGrounds', handedUp: 'handedUpTo' }

/** Order numbers and public replies, a line each: a reason, ground or level in words before the reply. */
export function answerLines(t: TFunction<'case'>, answers: readonly CallAnswer[]): string[][] {
  const textOf = ({ about, code, text }: CallAnswer) => {
    const words = code === null ? '' : String(t(`${GROUPS[about]}.${code}` as never))
    return [words, text].filter(Boolean).join('\n').slice(0, MOST_IN_CELL)
  }
  return [HEADS, ...answers.map((answer) => [answer.order, textOf(answer)])]
}
