import { NAME, SURE_NAME } from './names.ts'

/** By what names transcripts call the two who speak. */
export const OPERATORS =
  '(?:人工|热线|智能|在线|受理)(?:坐席|座席|客服)|话务人员|接线人员|接听人员|接听员|客服专员|值班员|坐席员|座席员|坐席代表|座席代表|坐席|座席|话务员|客服代表|客服人员|客服|接线员|受理员|热线员'
export const CALLERS =
  '来电(?:市民|群众|用户|客户|居民|村民|业主|方)|呼叫方|主叫方|反映人|投诉者|举报者|咨询者|求助者|来电人|来电者|来访人|市民|诉求人|反映人|投诉人|举报人|求助人|咨询人|客户|用户|群众'

/** Blanks within a line. */
export const B = '[ \\t]{0,3}'
/** A time as transcripts write it beside a speaker. */
export const TIME = `[[【(（<]?${B}(?:\\d{4}[-/.年]\\d{1,2}[-/.月]\\d{1,2}日?[ \\tT]{0,3})?\\d{1,2}[:：]\\d{2}(?:[:：]\\d{2})?(?:[.,]\\d{1,3})?${B}[\\]】)）>]?`
const BEFORE = `(?:${TIME}${B})?(?:[-–—•·*]{1,2}${B}|\\d{1,3}[.、)）]${B})?`
const IN_BRACKETS = (as: string) => `${B}[(（[【<](?<${as}>[^\\n()（）[\\]【】<>:：]{0,16})[)）\\]】>]`
const BESIDE = (as: string, name: string) =>
  `${B}(?<${as}>${name})?${B}[-_#]?(?!\\d{1,2}[:：][0-5]\\d(?!\\d))[a-z\\d]{0,8}`
const OPERATOR = `(?<operator>${OPERATORS}|operator|agent)(?:${IN_BRACKETS('operatorNote')}|${BESIDE('operatorName', NAME)})`
const CALLER = `(?<caller>${CALLERS}|caller|customer)(?:${IN_BRACKETS('callerNote')}|${BESIDE('callerName', SURE_NAME)})`
const VOICES = '(?:说话人|讲话人|发言人|发言者|说话者|speaker|spk|channel|声道|通道)[ _-]?(?:\\d{1,2}|[A-D](?![a-z]))'
/** Where the time stands before the speaker, nothing has to follow. */
const AFTER_TIME = `(?<=(?:^|\\n)[^\\S\\n]{0,9}${TIME}[^\\n]{1,40})(?=\\r?\\n)`
const END = `(?:${TIME}${B}(?:[:：]|(?=\\r?\\n|$))|[:：]|${AFTER_TIME})[ \\t]*`
/** A line that only names somebody, with others of a record below it, is a record's: nobody said it. */
const RECORD = `${NAME}${B}\\r?\\n${B}[【[]?(?:联系|手机|电话|主叫|被叫|来电|性别|身份证|地址|工单|办件|受理|派单|工号|坐席工号|话务员工号|诉求|反映内容|内容)`

/** 投诉人：王某某 in a line of its own signs a complaint. */
const UNSIGNED = `(?<!(?:投诉人|举报人|反映人|求助人|咨询人)[:：][ \\t]{0,9}(?=(?:${NAME}|\\p{Script=Han}?某{1,3}|匿名)[ \\t]*(?:\\r?\\n|$)))`

/**
 * `坐席：您好`, `【市民】：我反映`, `[00:00:01] 1号坐席(李芳)：`, `市民王先生 09:11：` at the beginning of a line, or after a
 * full stop in one long line. A name written twice is one. `names`: by which this transcript calls those who speak.
 */
export function marksIn(text: string, names: readonly string[]): RegExpExecArray[] {
  const voice = `(?<voice>${[...names.toSorted((one, other) => other.length - one.length).map(literal), VOICES].join('|')})`
  const who = `${OPERATOR}|${CALLER}|${voice}(?:${IN_BRACKETS('voiceNote')})?`
  const mark = `(?<lead>^|[。！？!?\\n])[^\\S\\n]*${BEFORE}(?:[【[<]?${B}(?:\\d{1,6}号?)?(?:${who})${B}[】\\]>]?${B}${END})+(?!${RECORD})${UNSIGNED}`
  return [...text.matchAll(new RegExp(mark, 'giu'))]
}
const literal = (name: string) => name.replace(/[\\^$.*+?()[\]{}|/-]/g, '\\$&')
const IS_VOICE = new RegExp(`^${VOICES}$`, 'i')
/** Whether somebody is called by a number alone: 说话人1, SPEAKER_00. */
export const isNumberedVoice = (name: string): boolean => IS_VOICE.test(name.trim())

const SAID = new RegExp(`^(?:${NAME})$`, 'u')

/** What stands beside a speaker: a name by which they are known, or a note (情绪激动) that stays with the words. */
export function besideSpeaker(name: string | undefined, note: string | undefined): { name?: string; note: string } {
  const plain = (note ?? '').replace(/工号|[\w\s#-]/g, '')
  const isName = SAID.test(plain)
  const kept = !isName && /\p{Script=Han}{4}/u.test(plain) ? `（${note}）` : ''
  // 张丽 beside 接线员 may be a word of two letters elsewhere
  const known = isName ? plain : name && name.length > 2 ? name : undefined
  return { ...(known ? { name: known } : {}), note: kept }
}
