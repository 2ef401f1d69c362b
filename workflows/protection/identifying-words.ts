export type WordKind = 'email' | 'account' | 'employeeNumber' | 'plate' | 'address' | 'person'
/** Offsets in UTF-16 units. */
export type FoundWord = { start: number; end: number; kind: WordKind }

/** Between a label and what it is about. */
const IS = '[^\\p{L}\\p{N}]{0,4}(?:[是为叫][^\\p{L}\\p{N}]{0,2})?'
const NUMERAL = '[\\d〇零一二三四五六七八九十百]'
const PROVINCE = '京津沪渝冀豫云辽黑湘皖鲁新苏浙赣鄂桂甘晋蒙陕吉闽贵粤青藏川宁琼'
const SURNAME =
  '王李张刘陈杨赵吴徐孙朱胡郭罗郑梁谢宋唐韩冯邓曹彭曾肖董袁潘蒋蔡杜叶苏魏吕沈姚卢姜崔钟谭陆汪范廖贾夏韦傅邹孟熊秦邱尹薛闫段侯陶黎贺顾郝龚邵钱'
const POST =
  '会计|出纳|文书|书记|主任|镇长|乡长|村长|支书|科长|股长|所长|站长|校长|老师|教师|医生|护士|网格员|社工|民警|辅警'
const END = '(?=$|[^\\p{L}\\p{N}]|[说称讲反被向对把让在和与及等]|要求|反映|同志)'

/** Every quantifier is bounded, so that no text takes more than its length. */
const PATTERNS: readonly (readonly [WordKind, RegExp])[] = [
  [
    'account',
    new RegExp(
      `(?:微信|薇信|威信|wechat|weixin|\\bvx|v信|抖音|快手|小红书|钉钉|扣扣|qq)(?:号码|账号|帐号|公众号|号|群|id|名)?${IS}[a-z\\d_][\\w-]{4,30}`,
      'giu',
    ),
  ],
  ['account', /wxid_\w{4,30}/gi],
  [
    'employeeNumber',
    new RegExp(
      `(?:工号|职工号|员工号|员工编号|职工编号|人员编号|警号|胸牌号|执法证号|执法证|证件号|证号|学号|编制号|档案号)${IS}(?:[a-z]|${NUMERAL})(?:[a-z\\d-]|${NUMERAL}){2,20}`,
      'giu',
    ),
  ],
  [
    'plate',
    new RegExp(
      `[${PROVINCE}][^\\p{L}\\p{N}]{0,2}[A-HJ-Z][^\\p{L}\\p{N}]{0,2}(?=[A-Z]{0,5}\\d)[A-HJ-NP-Z\\d]{4,5}[A-HJ-NP-Z\\d挂学警港澳]`,
      'giu',
    ),
  ],
  // a house on its road, a flat in its house
  [
    'address',
    new RegExp(
      `\\p{Script=Han}{0,6}(?:路|街|大道|巷|弄|胡同|村|组|小区)${NUMERAL}{1,5}(?:号院|号楼|号|弄|栋|幢)(?!文|令|公告)`,
      'gu',
    ),
  ],
  [
    'address',
    new RegExp(`${NUMERAL}{1,4}(?:栋|幢|号楼|单元)[^\\p{L}\\p{N}]{0,2}${NUMERAL}{1,4}(?:单元|室|号|户|层|楼)?`, 'gu'),
  ],
  // a simple rule: the only one of a kind, and a post with a name of three signs
  [
    'person',
    /(?:唯一|仅有|只有)(?:的|一[名个位])?[^，。；、\s]{0,6}(?:会计|出纳|文书|干部|党员|教师|老师|医生|村医|护士|职工|工作人员|大学生|女同志|选调生|驻村队员)/g,
  ],
  ['person', new RegExp(`(?:${POST})[${SURNAME}]\\p{Script=Han}{2}${END}`, 'gu')],
]

const AT = /[@]|[([【]\s?at\s?[)\]】]/gi
const LOCAL = /[\w.+-]{1,64}\s?$/
const DOMAIN = /^\s?[a-z\d-]{1,63}(?:\.[a-z\d-]{1,63}){1,6}/i
const LONGEST_ADDRESS = 320

/** E-mail addresses, accounts, numbers of employees, number plates, addresses, and the only one who has a post. */
export function identifyingWords(said: string): FoundWord[] {
  const text = halfWidth(said)
  const found = [...emailsIn(text)]
  for (const [kind, pattern] of PATTERNS)
    for (const { 0: words, index } of text.matchAll(pattern))
      found.push({ start: index, end: index + words.length, kind })
  return found
}

function emailsIn(text: string): FoundWord[] {
  return [...text.matchAll(AT)].flatMap(({ 0: at, index }): FoundWord[] => {
    const local = LOCAL.exec(text.slice(Math.max(0, index - 65), index))
    const domain = DOMAIN.exec(text.slice(index + at.length, index + at.length + LONGEST_ADDRESS))
    if (!local || !domain) return []
    return [{ start: index - local[0].length, end: index + at.length + domain[0].length, kind: 'email' }]
  })
}

/** Full-width letters, digits and signs as ASCII ones, each in its place. */
const halfWidth = (text: string): string =>
  text.replace(/[！-～]/g, (wide) => String.fromCharCode(wide.charCodeAt(0) - 0xfee0))
