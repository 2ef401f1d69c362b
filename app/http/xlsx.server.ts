import writeExcelFile from 'write-excel-file/node'
import type { Cell } from './csv.ts'

/** Marks that no XML document can hold. */
// biome-ignore lint/suspicious/noControlCharactersInRegex: they are what is removed
const UNWRITABLE = /[\u0000-\u0008\u000B\u000C\u000E-\u001F\uFFFE\uFFFF]/g

/** Lines of cells as a workbook of one sheet, its first line staying in sight. Every text is typed as text: none is a formula. */
export const xlsxOf = (
  lines: readonly (readonly Cell[])[],
  { sheet, widths }: { sheet: string; widths: readonly number[] },
): Promise<Buffer> =>
  writeExcelFile(
    lines.map((line, at) =>
      line.map((cell) => {
        if (cell === null) return null
        if (typeof cell === 'number') return { value: cell, type: Number }
        const text = { value: cell.replace(UNWRITABLE, ''), type: String }
        return at === 0 ? { ...text, fontWeight: 'bold' as const } : text
      }),
    ),
    { sheet, columns: widths.map((width) => ({ width })), stickyRowsCount: 1 },
  ).toBuffer()
