import writeExcelFile from 'write-excel-file/node'
import { columnsOf, type ImportSubject } from './columns.ts'

/** A made-up line, so that the columns speak for themselves. Left in the table, it is refused and changes nothing. */
const EXAMPLE: Record<ImportSubject, Record<string, string>> = {
  units: {
    code: '示例：990301-civilAffairs',
    name: '某县民政局',
    kind: '部门',
    level: '县级',
    territory_parent: '990301',
    line: 'civilAffairs',
    line_parent: '990300-civilAffairs',
    aliases: '县民政局、民政局',
  },
  people: {
    login: '示例：zhangsan',
    name: '张三',
    unit: '990301',
    roles: '属地承办人',
    email: 'zhangsan@example.test',
    mobile: '13800138000',
  },
}
const WIDTH = 22

/** The empty table of units or people as XLSX: a head and one example. */
export function blankWorkbook(subject: ImportSubject): Promise<Buffer> {
  const columns = Object.entries(columnsOf(subject))
  const text = (value: string) => ({ value, type: String })
  return writeExcelFile(
    [
      columns.map(([, head]) => ({ ...text(head), fontWeight: 'bold' as const })),
      columns.map(([key]) => text(EXAMPLE[subject][key] ?? '')),
    ],
    { columns: columns.map(() => ({ width: WIDTH })), stickyRowsCount: 1 },
  ).toBuffer()
}
