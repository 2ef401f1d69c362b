import { NAME, SURE_NAME } from './names.ts'
import { B, isNumberedVoice, TIME } from './speaker-marks.ts'
import { TAKES } from './voices.ts'

/** As many as speak in one transcript. */
const MOST = 200
const NO_MARK = '\\n:：，。！？；、,!?;"“”「」《》…|=+*#<>()（）【】[\\]{}'
const LABEL = `(?<label>[^\\s\\d${NO_MARK}][^${NO_MARK}]{0,19}?)`
const NOTE = `(?:${B}[(（[【][^\\n()（）[\\]【】:：]{0,16}[)）\\]】])?`
/** What may be a speaker: at the beginning of a line or after a full stop, before a colon or a time. */
const HEAD = new RegExp(
  `(?<=(?<line>^|\\n)|[。！？!?])[^\\S\\n]{0,9}(?<before>${TIME}${B})?[【[<]?${B}${LABEL}${B}[】\\]>]?${NOTE}${B}(?:(?<time>${TIME})${B}(?:[:：]|(?=\\r?\\n|$))|[:：](?!//)|(?<alone>(?=\\r?\\n)))`,
  'gu',
)
const SURE = new RegExp(`^${SURE_NAME}$`, 'u')
const LIKELY = new RegExp(`^${NAME}$`, 'u')
/** Stand before a colon, begin as a name does, and are none. */
const WORDS =
  /^(?:周[一二三四五六日天末]|任务|任何|程序|范围|余额|施工|温度|陈述|严重|顾客|何[时地事人处]|马[上路]|许可|林[业地]|田地|申[请诉报]|贺[信词]|黄金|钟点|季度)/u
/** What the fields of a record and the words before a quotation end with, and a speaker does not. */
const FIELD =
  /(?:[说讲道称问答号码话机址点间期位]|反映|表示|要求|回复|答复|通知|如下|内容|情况|原因|结果|问题|事项|主题|标题|类别|类型|来源|部门|人员|[人者]|单|表|记录|文字|关键词|摘要|备注|注|例如|比如|包括|方式|金额|数量|状态|级别|地区|要点|方面|诉求|建议|意见|单位)$/u
/** Those who are called by what they are: no name, and read elsewhere. */
const ROLE =
  /^(?:坐席|座席|话务|客服|接线|受理|热线|来电|来访|市民|诉求|反映|投诉|举报|求助|咨询|客户|用户|群众|工作人员)/u

type Head = { label: string; isLine: boolean; isTimed: boolean; words: string }

/**
 * By what names a transcript calls those who speak in it, where it does not say what they are: a name by its form, or
 * whatever stands where a speaker stands in what is plainly a dialogue.
 */
export function speakersNamedIn(text: string): string[] {
  const heads = headsIn(text)
  const own = heads.filter(({ label }) => !isNumberedVoice(label) && !ROLE.test(label))
  const onLines = new Set(own.filter(({ isLine }) => isLine).map(({ label }) => label))
  const isTalk = isDialogue(heads, text)
  const named = own.filter(({ label, isTimed, isLine }) => {
    if (!isLine && !(onLines.size > 0 && (onLines.has(label) || isSure(label)))) return false
    if (isSure(label) || (isTimed && isLikely(label))) return true
    return isTalk && !FIELD.test(label) && !WORDS.test(label)
  })
  return [...new Set(named.map(({ label }) => label))].slice(0, MOST)
}

function headsIn(text: string): Head[] {
  // a line alone is a speaker only where a time stands before it
  const found = [...text.matchAll(HEAD)].filter(
    ({ groups }) => groups?.alone === undefined || groups.before !== undefined,
  )
  return found.flatMap((head, at) => {
    const { label = '', line, before, time } = head.groups ?? {}
    const words = text.slice(
      head.index + head[0].length,
      Math.min(found[at + 1]?.index ?? text.length, head.index + 200),
    )
    // nobody speaks without a word
    if (words.trim() === '') return []
    return [{ label: label.trim(), isLine: line !== undefined, isTimed: Boolean(before ?? time), words }]
  })
}

const plain = (label: string) => label.replace(/[\s\d_-]/g, '')
const isSure = (label: string) => SURE.test(plain(label)) && !WORDS.test(label)
const isLikely = (label: string) => LIKELY.test(plain(label)) && !WORDS.test(label) && !FIELD.test(label)

/** Two or more speak, one of them more than once or as one who takes a call, and hardly a line is anybody else's. */
function isDialogue(heads: readonly Head[], text: string): boolean {
  const talk = heads.filter(({ label, isLine }) => isLine && (ROLE.test(label) || !FIELD.test(label)))
  const labels = new Set(talk.map(({ label }) => label))
  const known = new Set(talk.flatMap(({ label }) => (ROLE.test(label) ? [label] : [])))
  if (labels.size < 2 || known.size >= 2) return false
  const lines = text.split('\n').filter((line) => line.trim() !== '').length
  const isTaken = talk.some(({ words }) => TAKES.test(words))
  return (isTaken || labels.size < talk.length) && talk.length * 3 >= lines
}
