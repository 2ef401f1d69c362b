import writeExcelFile from 'write-excel-file/node'

/** The export of 12345 platforms, as it is headed. */
export const EXPORT = [
  '序号',
  '办件编号',
  '办件来源',
  '市级编号',
  '诉求主题',
  '诉求内容',
  '办理单位',
  '办理科室',
  '诉求人',
  '诉求人电话',
  '处理结果',
  '事项大类',
  '事项小类',
  '派发时间',
  '承诺完成时间',
  '办件状态',
  '派单员',
  '预警状态',
]

export type Exported = { order?: string; title?: string; text?: string; caller?: string; phone?: string }

/** A row of such an export. */
export function exported(at: number, said: Exported = {}): string[] {
  const cells: Record<string, string> = {
    序号: String(at),
    办件编号: said.order ?? `DH2026101200${String(at).padStart(4, '0')}`,
    办件来源: '电话',
    市级编号: `SJ${7_000_000 + at}`,
    诉求主题: said.title ?? '反映重复填表',
    诉求内容: said.text ?? `市民来电反映，望川县石埠乡第${at}村每周要填三张内容相同的表。`,
    办理单位: '望川县人民政府',
    办理科室: '信访科',
    诉求人: said.caller ?? '王小明',
    诉求人电话: said.phone ?? '13812345678',
    事项大类: '作风建设',
    事项小类: '形式主义',
    派发时间: '2026-10-09 09:11:12',
    派单员: '李话务',
  }
  return EXPORT.map((heading) => cells[heading] ?? '')
}

export const csvOf = (rows: readonly (readonly string[])[]): Buffer =>
  Buffer.from(rows.map((row) => row.map((cell) => `"${cell.replaceAll('"', '""')}"`).join(',')).join('\r\n'))

/** `title`: above the headings, in one cell across all columns. */
export async function xlsxOf(
  rows: readonly (readonly string[])[],
  { title }: { title?: string } = {},
): Promise<Buffer> {
  const text = (value: string) => ({ value, type: String })
  const above = title === undefined ? [] : [[{ ...text(title), span: 18 }, ...Array(17).fill(null)]]
  return writeExcelFile([...above, ...rows.map((row) => row.map(text))], {}).toBuffer()
}
