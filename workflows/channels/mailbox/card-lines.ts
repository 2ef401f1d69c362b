import { isShort } from './stretch.ts'

/** What a line of a card shows. `reach`: a number or an address by which somebody is reached. */
export type CardLine = { reach: boolean; name: boolean; office: boolean; date: boolean }

const LONGEST = 60
const NUMBER =
  /(?<![\d])(\+?86[\s-]?)?(1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|[(（]?0\d{2,3}[)）]?[\s-]{0,2}\d{7,8}([-转]\d{1,6})?)(?!\d)/g
const ADDRESS = /<?[^\s<>@|]{1,64}@[^\s<>@|]{1,100}\.[^\s<>@|]{1,40}>?/g
const LINK = /<?https?:\/\/[\w./?=&%#:@+~-]{1,200}>?|www\.[\w./-]{1,100}/gi
/** A label and what follows it; after some of them any value is a way to reach somebody. */
const REACH =
  /^(我的|本人)?(联系)?(电\s?话|手\s?机|座\s?机|办公电话|固定电话|传\s?真|邮\s?箱|电子邮件|QQ|微\s?信|Tel|Phone|Mobile|Cell|Fax|E-?mail|WeChat)(号码?)?\s?[:：]?\s?[\w(（+@]/i
const CALLED =
  /^(我的|本人)?(姓\s?名|联系人|署\s?名|落\s?款|签\s?名|反映人|举报人|投诉人|来信人|诉求人|联络人|Name)\s?[:：]\s?\S/i
const PLACED = /^(地\s?址|单位地址|通讯地址|邮\s?编|邮政编码|网\s?址|Address|Postcode)\s?[:：]/i
const POST = /^(单\s?位|工作单位|部\s?门|职\s?务|岗\s?位|职\s?称|Company|Department|Title)\s?[:：]/i
const ACCUSED = /被(举报|反映|投诉|诉)|举报对象|反映对象|责任人|涉事|涉及/

/** Letters of sentences that no name, office or place has, and the marks between and after them. */
const SENTENCE = /[，。！？；!?;…“”]|[我你您他她们的了吗呢吧是让叫请把被给没不还每]|[:：]\s?$/
/** How an item of a list begins. */
const ITEM =
  /^\s?(\d{1,2}\s?[.、)）](?!\d)|[（(]?[一二三四五六七八九十]{1,2}[)）、是]|第[一二三四五六七八九十]|[-*•·]\s)/
const GOES_ON = /^(另外|还有|补充|此外|再|以上|以下|而且|同时|希望)/

const SURNAMES =
  '王李张刘陈杨黄赵吴周徐孙马朱胡郭何高林罗郑梁谢宋唐许韩冯邓曹彭曾肖田董潘袁蔡蒋余于杜叶程苏魏吕丁任沈姚卢姜崔钟谭陆汪范金石廖贾夏韦付方白邹孟熊秦邱江尹薛闫段雷侯龙史陶黎贺顾毛郝龚邵万钱严覃武戴莫孔向汤温康施牛樊葛邢安齐易乔伍庞颜倪庄聂章鲁岳翟殷詹申欧耿焦俞左柳甘祝包宁尚符舒阮柯纪梅童凌毕单季裴霍涂苗谷盛曲翁冉骆'
const NAME = new RegExp(
  `^([${SURNAMES}]\\p{Script=Han}{1,2}|(欧阳|上官|司马|诸葛|司徒|皇甫|令狐|慕容|尉迟|公孙)\\p{Script=Han}{1,2})$`,
  'u',
)
const NO_NAME =
  /(谢谢|方案|任务|安排|周报|季报|严查|马上|单位)|[村镇乡县区市省局办组街路站所科处部多少大难累烦好高重报表会群]$/
const OFFICE =
  /.(政府|党委|党政办|办公室|办|中心|局|委|委员会|村委会|居委会|村委|站|所|科|处|部|厅|公司|医院|学校|中学|小学|大学|支部|大队|工作队|专班|街道|协会|银行)$/
const PLACE = /.(省|市|区|县|镇|乡|村|社区|路|街|巷|号|楼|室|组|栋|幢|单元|屯|寨|旗)$/
const TITLE =
  /^(副?(主任|书记|科长|处长|局长|镇长|乡长|县长|所长|站长|部长|校长|院长|组长|队长|主席|经理)|科员|干事|文书|会计|网格员|办事员|村医|教师|老师|先生|女士|同志|敬上|谨上|上|手机|电话|邮编|\d{6})$/
const DAY = /\d{4}\s?[-/.年]\s?\d{1,2}\s?[-/.月]\s?\d{1,2}\s?日?|\d{1,2}月\d{1,2}日/g

/** Whoever is complained of has a name, a post and a number too. */
export const isOfAnother = (line: string): boolean => isShort(line) && ACCUSED.test(line)

/** Whether a line is a sentence, or part of a list: nothing that stands on a card. */
export const isSentence = (line: string): boolean => {
  const said = line.trim()
  if (said.length > LONGEST || ITEM.test(said) || GOES_ON.test(said)) return true
  return SENTENCE.test(said) && !REACH.test(said) && !CALLED.test(said)
}

/** What a line shows that stands on a card; null where it shows nothing. */
export function cardLine(text: string): CardLine | null {
  if (!isShort(text)) return null
  const line = text.replace(/[|｜*]/g, ' ').trim()
  const card = { reach: false, name: false, office: false, date: false }
  if (line === '') return card
  if (CALLED.test(line)) return { ...card, name: true, reach: hasNumber(line) }
  if (REACH.test(line)) return { ...card, reach: true }
  if (isSentence(line)) return null
  if (PLACED.test(line)) return { ...card, reach: hasNumber(line) }
  if (POST.test(line)) return { ...card, office: true, reach: hasNumber(line) }
  card.reach = hasNumber(line)
  card.date = line.match(DAY) !== null
  const rest = line.replace(LINK, ' ').replace(ADDRESS, ' ').replace(NUMBER, ' ').replace(DAY, ' ')
  const words = rest.split(/[\s/·,，:：()（）-]+/).filter(Boolean)
  const known = words.every((word) => {
    if (NAME.test(word) && !NO_NAME.test(word)) card.name = true
    else if (OFFICE.test(word) && word.length <= 30) card.office = true
    else return PLACE.test(word) || TITLE.test(word) || /^[\x21-\x7e]+$/.test(word)
    return true
  })
  const isTwoWordName = words.length === 2 && words.every((word) => word.length === 1) && NAME.test(words.join(''))
  if (isTwoWordName) card.name = true
  return known || isTwoWordName ? card : null
}

const hasNumber = (line: string): boolean => line.search(NUMBER) >= 0 || line.search(ADDRESS) >= 0
