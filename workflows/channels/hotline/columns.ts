import { plainForm } from '#workflows/charsets/plain-form.ts'
import type { SpokenCall } from './call.ts'
import { turnsOfText } from './turns-of-text.ts'

/** What a column of a sender's table can mean here. What means `nothing` is not kept. */
export const MEANINGS = [
  'text',
  'title',
  'speaker',
  'order',
  'place',
  'unit',
  'happened',
  'kind',
  'day',
  'caller',
  'number',
  'agent',
  'nothing',
] as const
export type Meaning = (typeof MEANINGS)[number]

/** Who answered a call, or passed it on. */
const AGENT_NAMES = [
  '派单员',
  '受理人',
  '受理员',
  '坐席',
  '座席',
  '话务员',
  '接线员',
  '受理坐席',
  '坐席姓名',
  '座席姓名',
  '话务员姓名',
  '接线员姓名',
  '工号',
  '坐席工号',
  '座席工号',
  '话务员工号',
  '接线员工号',
  '受理人工号',
  '坐席编号',
  'agent',
  'agentname',
  'agentid',
  'agentno',
  'operator',
  'operatorname',
  'operatorid',
  'staffname',
  'staffid',
]

/** By what names senders head their columns: the export of 12345 platforms in 18 columns, and its relatives. */
const NAMES: Record<Exclude<Meaning, 'nothing'>, readonly string[]> = {
  text: [
    '诉求内容',
    '留言内容',
    '留言详情',
    '来信内容',
    '信件内容',
    '诉求正文',
    '正文',
    '内容',
    '通话内容',
    '转写文本',
    '对话内容',
    '通话文本',
    '问题描述',
    '诉求描述',
    '诉求详情',
    '来电内容',
    '反映内容',
    '投诉内容',
    '举报内容',
    '求助内容',
    '咨询内容',
    '问题内容',
    '问题详情',
    '事件描述',
    '事件内容',
    '内容描述',
    '详细内容',
    '主要内容',
    '具体内容',
    '工单内容',
    '办件内容',
    '情况描述',
    '情况说明',
    '通话记录',
    '通话转写',
    '转写内容',
    '录音文本',
    'text',
    'content',
    'transcript',
    'desc',
    'description',
  ],
  title: [
    '诉求主题',
    '留言主题',
    '留言标题',
    '来信主题',
    '信件标题',
    '标题',
    '主题',
    '诉求标题',
    '工单标题',
    '工单主题',
    '办件标题',
    '投诉主题',
    '事件标题',
    '问题标题',
    'title',
  ],
  speaker: ['角色', '说话人', '发言人', '讲话人', '说话角色', '对话角色', 'speaker', 'role'],
  order: [
    '留言编号',
    '信件编号',
    '来信编号',
    '办件编号',
    '工单编号',
    '工单号',
    '受理编号',
    '诉求编号',
    '事件编号',
    '投诉编号',
    '登记编号',
    '来电编号',
    '单号',
    'orderno',
    'ordernumber',
    'order',
  ],
  place: ['地址', '地点', '诉求地址', '事发地址', '发生地点', 'place', 'address'],
  unit: ['被反映单位', '反映单位', '涉事单位', 'unit'],
  happened: ['发生时间', '事发时间', 'happened'],
  kind: ['事项大类', '事项小类', '类别', '事项类别', 'kind'],
  day: [
    '派发时间',
    '来电时间',
    '受理时间',
    '登记时间',
    '留言时间',
    '留言日期',
    '来信时间',
    '提交时间',
    '创建时间',
    'receivedat',
    'date',
  ],
  caller: [
    '诉求人',
    '留言人',
    '留言用户',
    '网民',
    '网友',
    '网名',
    '昵称',
    '来信人',
    '写信人',
    '诉求人姓名',
    '来电人',
    '来电人姓名',
    '联系人',
    '联系人姓名',
    '姓名',
    '反映人',
    '反映人姓名',
    '投诉人',
    '投诉人姓名',
    '举报人',
    '求助人',
    '来电者',
    '市民姓名',
    '群众姓名',
    '客户姓名',
    'caller',
    'callername',
    'customername',
  ],
  number: [
    '诉求人电话',
    '主叫号码',
    '来电号码',
    '联系电话',
    '手机',
    '手机号',
    '手机号码',
    '电话',
    '市级编号',
    '联系方式',
    '电话号码',
    '联系号码',
    '来电电话',
    '来电人电话',
    '联系人电话',
    '反映人电话',
    '投诉人电话',
    '市民电话',
    '客户电话',
    '身份证号',
    '身份证号码',
    'phone',
    'callernumber',
    'callerphone',
    'customerphone',
    'mobile',
  ],
  agent: AGENT_NAMES,
}
const MEANING_OF = new Map(
  Object.entries(NAMES).flatMap(([meaning, names]) => names.map((name) => [name, meaning as Meaning] as const)),
)
const plain = (heading: string) =>
  plainForm(heading)
    .replace(/[\s*（）()：:]/g, '')
    .toLowerCase()

/** What a heading means by its name. */
export const meaningOf = (heading: string): Meaning => MEANING_OF.get(plain(heading)) ?? 'nothing'

/**
 * The meanings of the columns under these headings; null where none says what was said. A title is not enough: what it is
 * the title of may stand under a heading that nobody knows.
 */
export function knownMeanings(headings: readonly string[]): Meaning[] | null {
  const meanings = headings.map(meaningOf)
  return meanings.includes('text') ? meanings : null
}
export const saysSomething = (meaning: Meaning): boolean => meaning === 'text' || meaning === 'title'

/** A row of a table as a call. Several columns of one meaning are said one after the other. */
export function callOfRow(cells: readonly string[], meanings: readonly Meaning[]): SpokenCall {
  const all = (meaning: Meaning) =>
    cells.flatMap((cell, at) => (meanings[at] === meaning && cell.trim() !== '' ? [cell.trim()] : []))
  const [title = '', text = ''] = [all('title').join('\n'), all('text').join('\n')]
  return {
    turns: [{ speaker: null, text: text.includes(title) ? '' : title }, ...turnsOfText(text)],
    order: all('order').join(' ') || null,
    place: all('place').join('，'),
    unit: all('unit').join('，'),
    happened: all('happened').join('，'),
    kind: all('kind').join('／'),
    day: all('day')[0],
    unsaid: [...all('caller'), ...all('number')],
    agents: all('agent'),
  }
}

/** The row of headings: the first of the first few in which two are known, or else the first that has several. */
export function headingsIn(rows: readonly string[][]): { at: number; headings: string[] } | null {
  const first = rows.slice(0, MOST_ABOVE)
  const isKnown = (row: readonly string[]) => row.filter((cell) => meaningOf(cell) !== 'nothing').length >= 2
  const at = [isKnown, hasSeveral, () => true].map((is) => first.findIndex(is)).find((found) => found >= 0)
  const headings = at === undefined ? undefined : first[at]
  return at === undefined || !headings ? null : { at, headings }
}
/** A title in a merged cell, who exported it and when. */
const MOST_ABOVE = 10
const hasSeveral = (row: readonly string[]) => row.filter((cell) => cell !== '').length >= 2
