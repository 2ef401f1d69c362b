import { type Found, wordFinder } from './word-finder.ts'

/** What people call the office that runs the mechanism, besides its names in the table of units. */
const OF_THE_OFFICE =
  '专项办 机制办 专班 减负办 减负专班 减负专项办 专项机制办 整治办 整治形式主义办公室 整治形式主义专项办 整治形式主义专班 整治形式主义为基层减负办公室 减轻基层负担办公室 减轻负担办公室 基层减负办 基层减负办公室 减负办公室 专项工作机制办公室 工作机制办公室 专项工作办公室 专项工作机制 专项工作专班 专项整治办'
const ROLES =
  '受理员 受理人员 受理的人 受理科 核实员 核实人员 核实科 核实组 来核实的人 来核实的同志 负责核实的人 负责受理的人 审核员 话务员 话务 接线员 热线那头 热线话务员 热线接线员 热线里的人 12345的人 12345那边 12345客服 12345话务员 12345接线员 来核实的 来核实的两位 来核实的两个人 受理我的人 受理我这件事的人 经手我这件事的人 办我这件事的人 接线员 接线人员 接线小姐 接线的 接线的人 接电话的人 接电话的 接电话的女的 接电话的男的 热线客服 热线工作人员 热线上的人 信箱管理员 管信箱的人 管信箱的 看信箱的人 督办员 办信的人 办信人'
const WHOSE = [
  '你们',
  '您们',
  '你们的',
  '你们那个',
  '你们这个',
  '你们那',
  '你们市',
  '你们这些',
  '贵',
  '你',
  '您',
  '你们家',
]
const THEIRS =
  '专班 办 办公室 单位 机制办 专项办 减负办 整治办 中心 部门 机关 工作人员 同志 领导 主任 副主任 科长 副科长 处长 科室 经办人 经办的人 承办人 负责人 的人 里面的人 内部 内部的人 内部人员 里面 里头 自己人 小组 队伍 班子 受理员 核实员 审核员 话务员 接线员 客服 热线 热线的人 办里 办里的人 办里有人 中有人 当中有人 里有人 有人 某些人 个别人 一个女的 一个男的 一位同志 上面的人'
/** How it is spoken to, and what people reach it by. */
const MENTIONED =
  '打进来 打进去 打过去 你们 你们这儿 你们那儿 你们那边 你们这边 你们那里 你们这里 你们上面 您们 12345 12345热线 热线 市民热线 政务热线 服务热线 便民热线 政务服务热线 政务服务便民热线 热线中心 热线平台 这个平台 本平台 贵平台 你们平台 你们的平台 举报平台 反映平台 专门信箱 这个信箱 举报信箱 你们信箱 你们的信箱 你们网站 你们的网站 这个网站 这个热线 这条热线 客服 上面派来的人 你们派来的人 下来核实的人 下来核实的'

/** 「来核实的两位」, 「受理我的那位同志」: whoever does one of the office's works, however they are called. */
const WORKERS = ['受理', '核实', '来核实', '审核', '督办', '经办', '承办', '接线', '接电话'].flatMap((work) =>
  ['的', '我的', '这件事的', '我这件事的'].flatMap((link) =>
    ['人', '那个人', '那位', '那个', '同志', '那位同志', '两位', '两个人', '几位', '女同志', '男同志'].map(
      (who) => work + link + who,
    ),
  ),
)
/** What the office writes to a reporter, said in its place. */
const LETTERS = ['', '我的', '给我的'].flatMap((whose) =>
  ['回执上', '回执里', '答复上', '答复里', '答复函', '回复里', '回复上', '办结通知'].map((letter) => whose + letter),
)

const words = (said: string) => said.split(' ')
const ENGLISH = [
  'your office',
  'your staff',
  'your clerk',
  'your operator',
  'your hotline',
  'your officer',
  'your people',
]
const find = wordFinder([
  ...words(OF_THE_OFFICE),
  ...words(ROLES),
  ...WORKERS,
  ...LETTERS,
  ...WHOSE.flatMap((whose) => words(THEIRS).map((word) => whose + word)),
  ...words(MENTIONED),
  ...ENGLISH,
])

const MENTIONS = new Set([...words(MENTIONED), ...LETTERS])
export type OfficeWord = Found & { said: 'named' | 'mentioned' }

/** Where a text speaks of the office, of who works there, or of its hotline: those of another place left out. */
export function officeWordsIn(text: string): OfficeWord[] {
  let another = false
  const words: Found[] = []
  for (const found of find(text)) {
    if (isOfOthers(text, found)) another = true
    // once the text has told of another place's 专班, the bare word means that one
    else if (!(another && found.word === '专班') && !isQuoted(text, found)) words.push(found)
  }
  return joined(words)
}

/** 「12345」「接线的」 next to each other are one. */
function joined(words: readonly Found[]): OfficeWord[] {
  const all: OfficeWord[] = []
  for (const found of words) {
    const last = all.at(-1)
    const said = MENTIONS.has(found.word) ? 'mentioned' : 'named'
    if (last?.end === found.start)
      all[all.length - 1] = { ...found, start: last.start, said: last.said === 'named' ? last.said : said }
    else all.push({ ...found, said })
  }
  return all
}

/** 「县减负办」, 「创城专班」, 「镇政务大厅的受理员」, 「12333热线」: what stands close before says whose it is. */
export function isOfOthers(text: string, { start, word }: Found): boolean {
  if (/^[你您贵这本]/.test(word)) return false
  const before = text.slice(Math.max(0, start - 8), start)
  if (word === '12345' || word.startsWith('12345')) return /\d$/.test(before)
  return (
    /(?:县|区|镇|乡|村|街道|局|社区|大厅|窗口|医院|学校|(?<![们贵])单位|银行|公司|医保|社保|物业|供电|燃气|水务|移动|电信|联通|快递|平台)(?:里|上|级|政府|公安)?(?:的|那个|有个|成立的?)?$/.test(
      before,
    ) ||
    (/^专班/.test(word) &&
      /(?:[\u4e00-\u9fff](?<![们贵市的个给向找被把是让请和跟与到问说对在由去谢望盼而但可比]))$/.test(before)) ||
    (/^(?:热线|客服)/.test(word) && /\d{3,8}(?:的|这个)?$/.test(before))
  )
}

/** 「“专项办减负监测表”」: the name of a thing that others made. */
const TITLE = /^[^。，“”]{1,9}(?:表|群|清单|台账|系统|小程序|方案)”/
/** 「镇长说：“你们单位…”」: said by somebody else, to somebody else. */
function isQuoted(text: string, { start, end, word }: Found): boolean {
  if (text.charAt(start - 1) === '“' && TITLE.test(text.slice(end, end + 12))) return true
  if (!/^[你您]/.test(word)) return false
  const before = text.slice(Math.max(0, start - 40), start)
  const opened = before.lastIndexOf('“')
  return (
    opened > before.lastIndexOf('”') ||
    /(?:说|讲|骂|喊|威胁|训|吼|宣布|放话|回复|答复|警告|发|通知|要求|问|催|@)(?:了|道|过)?(?:我们|大家)?[，,：:「“"]{1,2}$/.test(
      before,
    )
  )
}
