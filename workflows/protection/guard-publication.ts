/** What in a text could lead back to someone: shown to whoever writes and whoever answers for it. A warning, not a judgement. */
export const FLAGS = ['phone', 'date', 'number', 'person', 'account'] as const
export type Flag = (typeof FLAGS)[number]
/** Offsets in UTF-16 units. */
export type Flagged = { start: number; end: number; flag: Flag; text: string }

const SURNAMES =
  '赵钱孙李周吴郑王冯陈卫蒋沈韩杨朱秦许何吕张孔曹严金魏陶姜谢邹苏潘葛范彭鲁马方任袁柳唐罗薛贺汤罗郝邬安常于傅卞齐康伍余顾孟黄萧尹姚邵汪毛狄戴宋庞熊纪舒屈项祝董梁杜阮蓝闵席季贾江郭梅林钟徐邱骆高夏蔡田樊胡凌霍虞万柯卢莫房丁邓洪包左石崔龚程邢裴陆翁段侯武刘龙叶白赖乔谭温聂曾廖'
const DUTIES =
  '书记|主任|村长|镇长|乡长|县长|区长|市长|局长|科长|处长|所长|站长|院长|校长|会计|文书|干部|同志|老师|医生|先生|女士'

/** In order of strength: what a stronger pattern has taken, a weaker one leaves alone. */
const PATTERNS: readonly [Flag, RegExp][] = [
  [
    'account',
    /(?<![\w.+-])[\w.+-]+@[\w-]+(?:\.[\w-]+)+|\b\d{17}[\dXx]\b|(?:微信|QQ|qq)[号群]?[:：]?\s{0,9}[\w-]{5,99}/g,
  ],
  ['phone', /(?<!\d)(?:1[3-9]\d[ -]?\d{4}[ -]?\d{4}|0\d{2,3}[ -]\d{7,8})(?!\d)/g],
  [
    'date',
    /\d{2,4}年\d{1,2}月(?:\d{1,2}[日号])?|\d{1,2}月\d{1,2}[日号]|\d{4}[-/.]\d{1,2}[-/.]\d{1,2}|[一二三四五六七八九十]{1,3}月(?:[一二三四五六七八九十]{1,3}[日号])|(?:昨|前)[天晚]|(?:上|本|这)周[一二三四五六日天]/g,
  ],
  [
    'person',
    new RegExp(
      `[${SURNAMES}](?:某某?|[\\u4e00-\\u9fa5]{0,2}?)(?=${DUTIES})|[老小][${SURNAMES}](?![\\u4e00-\\u9fa5]{0,1}[镇乡村县])|[${SURNAMES}]某某?`,
      'g',
    ),
  ],
  [
    'number',
    /(?<!\d)\d+(?:[.,]\d+)*[%％]?|(?<![一二三四五六七八九十百千两])[一二三四五六七八九十百千两]{2,}(?=[个名人份次张场项家户天万元])/g,
  ],
]

/** Every place in a text that ought to be looked at twice, from the beginning on, none overlapping another. */
export function guardPublication(text: string): Flagged[] {
  const found: Flagged[] = []
  const taken = new Uint8Array(text.length)
  for (const [flag, pattern] of PATTERNS)
    for (const match of text.matchAll(pattern)) {
      const start = match.index
      const end = start + match[0].length
      if (end === start || taken.subarray(start, end).includes(1)) continue
      taken.fill(1, start, end)
      found.push({ start, end, flag, text: match[0] })
    }
  return found.sort((a, b) => a.start - b.start)
}
