import { Parser } from 'htmlparser2'
import type { Table } from './table.ts'

type Cell = { text: string; down: number; across: number }
/** Cells that one cell covers: more than any table has columns, and rows that people merge. */
const MOST_COVERED = 200
const MOST_ROWS = 65_536

/** Whether a text is a page, a table of Excel 2003, an archive of a page or a text with a look of its own. */
export const isMarkup = (text: string): boolean => {
  const start = text.slice(0, 2000).trimStart()
  return (
    /^(?:<(?:[!?/]|[a-z][\w:.-]{0,40}[\s>/])|\{\\rtf|MIME-Version:)/i.test(start) ||
    /<(?:table|html|Workbook)[\s>]/i.test(start)
  )
}
/** Whether marks stand among the words of a text: it is no speech. */
export const hasMarks = (text: string): boolean =>
  /<(?:tr|td|th|body|div|span|p|br|script|style|font|Row|Cell)(?:\s[^<>]{0,400})?\/?>/i.test(text)

/**
 * The first table of a page or of a workbook in XML that has rows, as spreadsheets and exports save them under the name
 * of .xls. A cell over several rows stands in each of them.
 */
export function readMarkup(text: string): Table {
  const rows: Cell[][] = []
  let row: Cell[] | null = null
  let cell: Cell | null = null
  let [tables, hidden] = [0, 0]
  const parser = new Parser(
    {
      onopentag(tag, attributes) {
        const name = plain(tag)
        if (HIDDEN.has(name)) hidden += 1
        else if (name === 'table') tables += 1
        else if (name === 'tr' || name === 'row') row = begun(rows)
        else if (row && CELLS.has(name)) {
          cell = { text: '', ...coveredBy(attributes) }
          // in XML a cell says where it stands
          const at = Number(attributes['ss:index'])
          while (at > 0 && at <= MOST_COVERED && row.reduce((sum, { across }) => sum + across, 0) < at - 1)
            row.push({ text: '', down: 1, across: 1 })
          row.push(cell)
        } else if (cell && BREAKS.has(name)) cell.text += '\n'
      },
      ontext(said) {
        if (cell && hidden === 0) cell.text += said
      },
      onclosetag(tag) {
        const name = plain(tag)
        if (HIDDEN.has(name)) hidden -= 1
        else if (CELLS.has(name)) cell = null
        else if (name === 'tr' || name === 'row') row = null
      },
    },
    { decodeEntities: true, lowerCaseTags: true, lowerCaseAttributeNames: true },
  )
  parser.end(text)
  if (tables === 0 || rows.length === 0) return { problem: 'markup' }
  return rows.length > MOST_ROWS ? { problem: 'tooManyRows' } : { rows: spread(rows) }
}

const CELLS = new Set(['td', 'th', 'cell'])
const BREAKS = new Set(['br', 'p', 'div', 'li'])
const HIDDEN = new Set(['script', 'style', 'comment'])
const plain = (tag: string) => tag.replace(/^.*:/, '')

function begun(rows: Cell[][]): Cell[] {
  const row: Cell[] = []
  rows.push(row)
  return row
}

/** HTML counts the cells that one covers, XML those beside it. */
function coveredBy(attributes: Record<string, string>): Pick<Cell, 'down' | 'across'> {
  const count = (html: string, xml: string) => {
    const said = Number(attributes[html] ?? Number(attributes[xml] ?? 0) + 1)
    return said >= 1 && said <= MOST_COVERED ? Math.floor(said) : 1
  }
  return { down: count('rowspan', 'ss:mergedown'), across: count('colspan', 'ss:mergeacross') }
}

function spread(rows: readonly (readonly Cell[])[]): string[][] {
  let open = new Map<number, Cell>()
  return rows.map((row) => {
    const cells: string[] = []
    const still = new Map<number, Cell>()
    const under = () => {
      for (let above = open.get(cells.length); above; above = open.get(cells.length)) {
        if (above.down > 2) still.set(cells.length, { ...above, down: above.down - 1 })
        cells.push(above.text)
      }
    }
    for (const { text, down, across } of row) {
      under()
      const said = text
        .replace(/[^\S\n]+/g, ' ')
        .replace(/ ?\n ?/g, '\n')
        .trim()
      if (down > 1) still.set(cells.length, { text: said, down, across })
      cells.push(said, ...Array<string>(across - 1).fill(''))
    }
    under()
    open = still
    return cells
  })
}
