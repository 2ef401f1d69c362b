/** Family names that begin no everyday word of two or three letters, and those that do. */
const COMMON =
  '王李张刘陈杨赵黄周吴徐孙胡朱林何郭马罗梁宋郑谢韩唐冯董萧肖程曹袁邓许傅沈彭吕苏卢蒋蔡贾丁魏薛叶阎闫余潘杜戴夏钟汪田任姜范石姚谭廖邹熊陆郝孔崔康邱秦顾侯邵孟段钱汤尹黎乔贺赖龚庞樊殷施陶洪翟颜倪严温芦俞鲁葛伍韦申毕聂焦柳邢岳梅莫庄辛祝涂祁耿牟詹凌费靳甄裴覃霍翁阮柯闵冉饶瞿戚褚娄奚穆郁窦虞卞佟匡桑荆蔺'
const OTHERS =
  '高于曾金白毛江史龙万易常武文兰安牛季章尤向路齐左谷时舒关苗纪盛童欧项曲成游阳席卫查屈鲍甘景单包司宁桂解强柴华车房边吉刁丘古米池滕来全廉简盖符木党郎姬屠连商蒙计迟冷卓花仇艾蓝都井仲乐封原官楚宗应台沙明方尚莘逯'
const DOUBLE = '欧阳|司马|上官|诸葛|司徒|东方|皇甫|尉迟|公孙|慕容|令狐|夏侯|长孙|宇文|端木|南宫'
const TITLE = '(?:先生|女士|小姐|同志|师傅|大爷|大妈|阿姨|老师|主任|经理)'

/** A person's name by its form: 王小明, 欧阳某某, 王女士, 小李, 阿卜杜拉·买买提. Of the given letters none is a word of saying. */
const named = (family: string) => {
  const given = '(?:\\p{Script=Han}?(?![说问讲称道答复报是的了到过])\\p{Script=Han})'
  const first = `(?:${DOUBLE}|[${family}])`
  return `(?:\\p{Script=Han}{1,8}·\\p{Script=Han}{1,8}${TITLE}?|${first}\\p{Script=Han}{0,2}${TITLE}|[小老阿]${first}|(?!谢谢)${first}${given})`
}
/** Where nothing but a name is likely. */
export const NAME = named(COMMON + OTHERS)
/** Where words may stand as well. */
export const SURE_NAME = named(COMMON)

/** What senders enter where nobody gave a name. */
const NOBODY =
  /^(?:匿名|不具名|保密|未知|不详|不明|无名氏?|无|没有|未留|未提供|未登记|拒绝提供|不愿透露|不便透露|某|佚名|热心|基层|一名|市民|群众|村民|居民|网民|网友|用户|客户|业主|家长|学生|老师|教师|职工|员工|村干部|干部|先生|女士|小姐|同志|来电人|来电者|诉求人|反映人|投诉人|举报人|联系人|本人|代表|姓名|系统|自动|管理员|派单员?|受理人|受理员|接线员|话务员|坐席|座席|客服|的|者)+$/
const BODY =
  /(?:[省市县区镇乡村组局委办处科股室站所台厅]|街道|社区|公司|政府|中心|学校|委员会|集团|医院|大队|支部|平台|热线)$/
const FAMILY = new RegExp(`^(?:${DOUBLE}|[${COMMON}${OTHERS}])`)

/** Whether what was entered for somebody names a person: neither 匿名 or 市民 nor a place or a body. */
export const isPerson = (entered: string): boolean =>
  entered.length >= 2 &&
  entered.length <= 40 &&
  !NOBODY.test(entered) &&
  !(BODY.test(entered) && (entered.length > 3 || !FAMILY.test(entered)))
