import { LEVELS, UNIT_KINDS } from '#workflows/assignment/tree-rules.ts'
import { ROLES } from '#workflows/roles/roles.ts'
import { isEmpty } from './table.ts'

/** The columns of both tables, as their heads say them; the code is heard too. */
export const UNIT_COLUMNS = {
  code: '编码',
  name: '名称',
  kind: '性质',
  level: '层级',
  territory_parent: '上级编码（块）',
  line: '条线',
  line_parent: '上级编码（条）',
  aliases: '别名',
} as const
export const PEOPLE_COLUMNS = {
  login: '账号',
  name: '姓名',
  unit: '单位编码',
  roles: '岗位',
  email: '邮箱',
  mobile: '手机',
} as const
export type ImportSubject = 'units' | 'people'
export const columnsOf = (subject: ImportSubject): Record<string, string> =>
  subject === 'units' ? UNIT_COLUMNS : PEOPLE_COLUMNS
/** What may be left out of a table altogether. */
const OPTIONAL = ['line', 'line_parent', 'aliases', 'email', 'mobile']

/** One line of a table by column, with where it stands in the file. What the table does not say has no cell. */
export type Line = { row: number; cells: Record<string, string> }

/** The lines under a head of known columns, in whatever order; or which columns the head lacks. */
export function linesOf(rows: readonly string[][], subject: ImportSubject): { lines: Line[] } | { missing: string[] } {
  const columns = Object.entries(columnsOf(subject))
  const headAt = rows.findIndex((row) => !isEmpty(row))
  const head = (rows[headAt] ?? []).map((cell) => cell.replace(/\s/g, '').replace('(', '（').replace(')', '）'))
  const at = new Map(columns.map(([key, said]) => [key, head.findIndex((cell) => cell === said || cell === key)]))
  const missing = columns.filter(([key]) => at.get(key) === -1 && !OPTIONAL.includes(key)).map(([, said]) => said)
  if (missing.length > 0) return { missing }
  const lines = rows.flatMap((row, index) => {
    // printed on each page, the head comes again
    if (index <= headAt || isEmpty(row) || row.join('\n') === rows[headAt]?.join('\n')) return []
    const cells = columns.flatMap(([key]) => {
      const cell = row[at.get(key) ?? -1]
      return cell === undefined ? [] : [[key, cell]]
    })
    return [{ row: index + 1, cells: Object.fromEntries(cells) }]
  })
  return { lines }
}

const KIND_WORDS = ['党委政府', '部门', '专项办', '纪检审计']
const LEVEL_WORDS = ['市级', '县级', '乡级', '村级']
const ROLE_WORDS: Record<(typeof ROLES)[number], string> = {
  operator: '话务员',
  clerk: '受理员',
  verifier: '核实员',
  reviewer: '专项办审核员',
  head: '专项办负责人',
  territoryHandler: '属地承办人',
  departmentHandler: '主管部门承办人',
  supervisor: '督查员',
  disciplineLiaison: '纪检联络员',
  custodian: '身份保管员',
  editor: '宣传编辑',
  approver: '发布审批人',
  leader: '领导',
  auditor: '审计员',
  administrator: '系统管理员',
}
const coded =
  <Code extends string>(codes: readonly Code[], words: readonly string[]) =>
  (said: string) =>
    codes.find((code, at) => code === said || words[at] === said || words[at]?.replace('级', '') === said) ?? null

/** What a cell means, said in Chinese or by its code; null where it means nothing. */
export const kindSaid = coded(UNIT_KINDS, KIND_WORDS)
export const levelSaid = coded(LEVELS, LEVEL_WORDS)
export const roleSaid = coded(
  ROLES,
  ROLES.map((role) => ROLE_WORDS[role]),
)
