/** What a reporter tells of: that a report of theirs came to be known to those it was about, whoever told them. */
const TOLD =
  '(?:反映|举报|投诉|打(?:了|过|完)?(?:市里的|你们)?(?:热线|电话)|(?:传|发|寄|交|递|说|讲|写|提供)给(?:了|过)?(?:你们|贵|专项办|减负办|机制办|整治办|市里)|(?:跟|和|向|对)(?:你们|专项办|减负办|机制办|市里)(?:说|讲|谈|提)|12345|写(?:过|了)?[^，。]{0,3}信|发邮件|留言|来电|上报|告状|写材料|写过材料|反映完|登记)'
const AFTER =
  '(?:当天|当晚|当夜|第二天|次日|隔天|隔日|前脚|没过|不到|不出|转头|转眼|马上|立刻|随后|刚|不久|结果|后|之后|就|没几天|一个小时|那天|过了|起|完|回回|每次|今天|今早|转天|一早)'
const KNOWN =
  '(?:知道(?:了)?(?:是我|我|谁|反映人|举报人|来信人|写信人|是谁)|查笔迹|对笔迹|查是谁|查谁|找(?:我|上我|上门|到我)|(?:打)?电话(?:给我|来|打到我|质问)|来电话|约谈|找.{0,4}谈话|上门|点名|点我|骂我|警告我|威胁我|穿小鞋|调岗|报复|群里(?:说|骂|点|念|公布)|拿着我|拿着举报|问是不是我|问我是不是|停了我|让我撤|叫我撤|要我撤|来人|(?:让|叫|要)我(?:交|写检|解释|检讨|反省|去一趟)|当众|同一张|一模一样|原封不动|一句一句|一字一句|逐字|被盯上|盯上|调去|调走|调离|调到|看水库|找麻烦|为难我|停职|停了我|被查|被问|被骂|被训|处分我)'
const AFTER_REPORTING = new RegExp(`${TOLD}[^。！？!?\\n]{0,30}${AFTER}[^。！？!?\\n]{0,30}${KNOWN}`)
const AFTER_A_STOP = new RegExp(`${TOLD}[^。！？!?\\n]{0,24}[。！？!?\\n]\\s{0,4}${AFTER}[^。！？!?\\n]{0,30}${KNOWN}`)
/** 「举报信到了镇长手里」 */
const WHAT =
  '(?:我(?:寄|传|发|拍|交|递|写)(?:给|到|去)?[^，。]{0,6}的(?:照片|材料|信|视频|录音|内容|东西)|举报信|检举信|反映信|举报材料|反映材料|举报内容|反映内容|反映的内容|投诉内容|我的(?:电话|名字|全名|原文|原信|照片|材料|姓名|信息|举报|反映|投诉|信|录音|号码|原话)|我写的信|原信|原件|来电录音|通话录音|热线的录音|热线录音|写信的事|写的(?:那封)?(?:材料|东西|每个字|话|内容|信)|名单)'
const ARRIVED = new RegExp(
  `${WHAT}[^。！？!?\\n]{0,24}(?:打印|复印|有了复印件|原件照片|一字不差|一个字不差|当众|念了|念出|宣读|截图|到了|落到|传到|出现在|泄露|泄漏|转给|转到|转回|被转|被他|发到|放到|放给|发给|念给|贴到|发到|传给|就在(?:镇|村|县|局)|同一张|一模一样|同样的照片|在(?:镇|村|县|局|乡|书记|主任|领导|他们)[^。]{0,8}(?:手|桌|办公|群))`,
)
/** 「是谁把我的名字告诉了镇里」: nobody else is said to have done it. */
const GIVEN_AWAY = new RegExp(
  '(?:^|[。！？!?；;，,\\n])([^。！？!?；;，,\\n]{0,16}?)(?:把|将)[^。！？!?\\n，,]{0,8}(?:举报|反映|投诉|检举|录音|来信|我的(?:名字|姓名|电话|号码|信息|身份|微信|住址|单位|手机))[^。！？!?\\n，,]{0,12}(?:告诉|透露|泄露|泄漏|转给|转到|转回|交给|发给|发到|捅|传给|传到|告知|通知|说给|漏给|卖给)',
  'g',
)
const SOMEBODY_ELSE = /[镇乡村县区局]|书记|主任|领导|校长|所长|同事|科长|站长|单位|他们|我|企业|老板/
const POWER =
  '(?:[镇乡村县区局市]长|[镇乡村县区局]里|街道|社区|单位|学校|书记|主任|所长|站长|校长|院长|局长|科长|秘书|领导|支书|他们|对方|被反映的?人?)'
const US = '(?:你们|贵办|专项办|减负办|机制办|整治办|专班|热线|12345|市里|网上|信箱)'
/** 「我在你们这儿填完没两天，校长就拿着打印件找我」: after they turned to the office, others knew of it or had it in hand. */
const AFTER_CONTACT = new RegExp(
  `我[^。！？!?\\n]{0,12}${US}[^。！？!?\\n]{0,16}(?:${AFTER}|怎么|为什么|没两天|几天)[^。！？!?\\n]{0,12}` +
    `(?:${POWER}|全[镇村县单区]位?|[镇村县]上|大家|人人|谁都)[^。！？!?\\n]{0,16}` +
    '(?:找我|问我|骂我|叫我|打印件|复印件|原件|原文|原话|照片|截图|手里|手机|桌上|在说|都说|在传|都知道|全知道)',
)
/** 「我的全名……人人都看得到」, 「写得太细，一猜一个准」: what leads to the reporter stands where others read it. */
const SHOWN_TO_ALL =
  /我的(?:全名|姓名|名字|身份|住址|地址|单位|电话|手机|号码|村组|工号|信息)[^。！？!?\n]{0,24}(?:人人|谁都|大家|都)[^。！？!?\n]{0,3}(?:看得到|看得见|看见|看到|知道)|一猜(?:就|一个|便)|猜得(?:出|到)|对号入座|对得上号/
/** 「是怎么从你们那里流出去的」 */
const FROM_US = new RegExp(
  `从${US}(?:那里|那儿|那边|这里|这儿|内部|手里|手上)?(?:流|传|漏|泄|跑|散|透)(?:了)?(?:出|漏|露|到|给)`,
)
/** 「你们督办以后，镇里叫我写情况说明」: what the office did was turned on whoever had written. */
const TURNED_ON = new RegExp(
  `${US}[^。，！？!?\\n]{0,8}(?:督办|核实|转办|转|发函|来函|回访|来|打电话)(?:了|过)?(?:以后|之后|后|完)[^。！？!?\\n]{0,6}${POWER}[^。！？!?\\n]{0,4}(?:叫|让|逼|找|问|骂|训|罚|要)我(?!们)`,
)
/** 「你们转下去的函，附件里就是我的原件」 */
const HANDED_DOWN =
  /(?:转|发|派|下)(?:下去|下来|到|给)[^。！？!?\n]{0,16}(?:我的?)(?:原件|原文|原信|原话|全名|姓名|名字|电话|照片|录音)/
/** 「镇里一看就猜到是我」, 「我写什么他们知道什么」: whoever it is about knows who told, or what. */
const KNOWS_WHO = new RegExp(
  `${POWER}[^。！？!?\\n]{0,12}(?:猜|认|看|听|查|问|对)(?:到|出)(?:来)?(?:了)?(?:是|就是)?我|` +
    `${POWER}[^。！？!?\\n]{0,8}(?:知道|晓得|断定|咬定|清楚)(?:了)?(?:是|就是)我|` +
    `${POWER}[^。！？!?\\n]{0,4}连我[^。！？!?\\n]{0,12}(?:说|报|背|讲|叫|念)得出|` +
    `我(?:写|说|讲|反映|举报|发)(?:了)?(?:什么|啥)[^。！？!?\\n]{0,4}${POWER}[^。！？!?\\n]{0,6}(?:知道|晓得|清楚|明白)`,
)
/** 「秘书把我的原文念给我听」: whoever it is about holds what was written to the office. */
const HOLDS = new RegExp(
  `${POWER}[^。！？!?，,\\n]{0,12}(?:把|将|拿着|拿出|举着|捧着|复述|背出|念|读|翻出)(?:了)?(?:我的|我)(?:写|反映|举报|投诉|来信|拍|发|传|打)?(?:的)?` +
    '(?:那封|那份|那张)?(?:原文|原话|原信|原件|信|举报|反映|投诉|材料|照片|录音|留言|邮件|内容)',
)
/** What is only feared, asked for or imagined has not happened. */
const FEARED =
  /怕(?!是)|担心|恐|谁(?:敢|给|打|再|去|要|向|反映|举报)|万一|如果|要是|以免|避免|免得|不想|不敢|请(?:不要|勿|别|保密|务必|帮|替|为)|希望(?:不|别|保密|能保|为)|千万|务必|别让|不让|不要把|别把|勿把|别告诉|不要告诉|(?<!承诺|答应|保证|说好|说|讲)保密/
/** Told to somebody else, it was given away by somebody else. */
const TOLD_ELSEWHERE =
  /(?:向|给|跟|和|对|到|在|找)[^，。]{0,6}(?:县|区|镇|乡|村|局|学校|单位|领导|书记|主任|所长|会上|群里|校长)[^，。]{0,8}(?:反映|举报|投诉|写信|打电话|提意见|提过)/

/** Whether a text says that a report was given away, without saying by whom: by whoever received it, then. */
export function isGivenAway(text: string): boolean {
  return stretches(text).some((part) => {
    if (FEARED.test(part)) return false
    if (ARRIVED.test(part) || HOLDS.test(part) || HANDED_DOWN.test(part) || FROM_US.test(part)) return true
    if (SHOWN_TO_ALL.test(part) || TURNED_ON.test(part)) return true
    for (const [, by = ''] of part.matchAll(GIVEN_AWAY)) if (!SOMEBODY_ELSE.test(by)) return true
    const isKnown =
      AFTER_REPORTING.test(part) || AFTER_A_STOP.test(part) || KNOWS_WHO.test(part) || AFTER_CONTACT.test(part)
    return isKnown && !TOLD_ELSEWHERE.test(part)
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
