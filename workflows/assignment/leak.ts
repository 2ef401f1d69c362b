/** What a reporter tells of: that a report of theirs came to be known to those it was about, whoever told them. */
const TOLD =
  '(?:反映|举报|投诉|打(?:了|过|完)?(?:市里的|你们)?(?:热线|电话)|12345|写(?:过|了)?[^，。]{0,3}信|发邮件|留言|来电|上报|告状|写材料|写过材料|反映完|登记)'
const AFTER =
  '(?:当天|当晚|第二天|次日|隔天|没过|不到|不出|转头|转眼|马上|立刻|随后|刚|不久|结果|后|之后|就|没几天|一个小时|那天|过了|起|完|回回|每次|今天|今早|转天|一早)'
const KNOWN =
  '(?:知道(?:了)?(?:是我|我|谁|反映人|举报人|来信人|写信人|是谁)|查笔迹|对笔迹|查是谁|查谁|找(?:我|上我|上门|到我)|(?:打)?电话(?:给我|来|打到我|质问)|来电话|约谈|找.{0,4}谈话|上门|点名|点我|骂我|警告我|威胁我|穿小鞋|调岗|报复|群里(?:说|骂|点|念|公布)|拿着我|拿着举报|问是不是我|问我是不是|停了我|让我撤|叫我撤|要我撤|来人|(?:让|叫|要)我(?:交|写检|解释|检讨|反省|去一趟)|当众|被盯上|盯上|调去|调走|调离|调到|看水库|找麻烦|为难我|停职|停了我|被查|被问|被骂|被训|处分我)'
const AFTER_REPORTING = new RegExp(`${TOLD}[^。！？!?\\n]{0,30}${AFTER}[^。！？!?\\n]{0,30}${KNOWN}`)
const AFTER_A_STOP = new RegExp(`${TOLD}[^。！？!?\\n]{0,24}[。！？!?\\n]\\s{0,4}${AFTER}[^。！？!?\\n]{0,30}${KNOWN}`)
/** 「举报信到了镇长手里」 */
const WHAT =
  '(?:举报信|检举信|反映信|举报材料|反映材料|举报内容|反映内容|反映的内容|投诉内容|我的(?:电话|名字|姓名|信息|举报|反映|投诉|信|录音|号码|原话)|我写的信|原信|原件|来电录音|通话录音|热线的录音|热线录音|写信的事|写的(?:那封)?(?:材料|东西|每个字|话|内容|信)|名单)'
const ARRIVED = new RegExp(
  `${WHAT}[^。！？!?\\n]{0,24}(?:打印|复印|有了复印件|原件照片|一字不差|一个字不差|当众|念了|念出|宣读|截图|到了|落到|传到|出现在|泄露|泄漏|转给|转到|转回|被转|被他|发到|放到|放给|发给|念给|贴到|发到|传给|就在(?:镇|村|县|局)|在(?:镇|村|县|局|乡|书记|主任|领导|他们)[^。]{0,8}(?:手|桌|办公|群))`,
)
/** 「是谁把我的名字告诉了镇里」: nobody else is said to have done it. */
const GIVEN_AWAY = new RegExp(
  '(?:^|[。！？!?；;，,\\n])([^。！？!?；;，,\\n]{0,16}?)(?:把|将)[^。！？!?\\n，,]{0,8}(?:举报|反映|投诉|检举|录音|来信|我的(?:名字|姓名|电话|号码|信息|身份|微信|住址|单位|手机))[^。！？!?\\n，,]{0,12}(?:告诉|透露|泄露|泄漏|转给|转到|转回|交给|发给|发到|捅|传给|传到|告知|通知|说给|漏给|卖给)',
  'g',
)
const SOMEBODY_ELSE = /[镇乡村县区局]|书记|主任|领导|校长|所长|同事|科长|站长|单位|他们|我|企业|老板/
/** What is only feared, asked for or imagined has not happened. */
const FEARED =
  /怕|担心|恐|万一|如果|要是|以免|避免|免得|不想|不敢|请(?:不要|勿|别|保密|务必|帮|替|为)|希望(?:不|别|保密|能保|为)|千万|务必|别让|不让|不要把|别把|勿把|别告诉|不要告诉|保密/
/** Told to somebody else, it was given away by somebody else. */
const TOLD_ELSEWHERE =
  /(?:向|给|跟|和|对|到|在|找)[^，。]{0,6}(?:县|区|镇|乡|村|局|学校|单位|领导|书记|主任|所长|会上|群里|校长)[^，。]{0,8}(?:反映|举报|投诉|写信|打电话|提意见|提过)/

/** Whether a text says that a report was given away, without saying by whom: by whoever received it, then. */
export function isGivenAway(text: string): boolean {
  return stretches(text).some((part) => {
    if (FEARED.test(part)) return false
    if (ARRIVED.test(part)) return true
    for (const [, by = ''] of part.matchAll(GIVEN_AWAY)) if (!SOMEBODY_ELSE.test(by)) return true
    return (AFTER_REPORTING.test(part) || AFTER_A_STOP.test(part)) && !TOLD_ELSEWHERE.test(part)
  })
}

const LONGEST = 160
/** Each sentence with the one after it, cut where it is endless. */
function stretches(text: string): string[] {
  const sentences = text.split(/(?<=[。！？!?\n])/).flatMap(cut)
  return sentences.map((sentence, at) => sentence + (sentences[at + 1] ?? ''))
}
const cut = (sentence: string): string[] =>
  Array.from({ length: Math.ceil(sentence.length / LONGEST) }, (_, at) =>
    sentence.slice(at * LONGEST, (at + 1) * LONGEST),
  )
