import { hasMarks, isMarkup } from '#workflows/imports/read-markup.ts'
import { isWorkbook, readTable } from '#workflows/imports/read-table.ts'
import { plainText } from '#workflows/charsets/plain-text.ts'
import { isAss, turnsOfAss } from './ass.ts'
import type { SpokenCall } from './call.ts'
import { CALL_LIMITS, type FileCall, type FileRead, type Remembered } from './call-file.ts'
import { callsOfRows } from './calls-of-rows.ts'
import { headingsIn, knownMeanings, meaningOf, saysSomething } from './columns.ts'
import { sessionsOf } from './sessions.ts'
import { isSubtitles, turnsOfSubtitles } from './subtitles.ts'
import { turnsOfText } from './turns-of-text.ts'
import { writtenCall } from './written-call.ts'

const LONGEST_HEADING = 20

/** The calls of a file, whatever its form: told by its bytes, and where these leave it open by its name. */
export async function callsInFile(bytes: Buffer, name: string, remembered: Remembered): Promise<FileRead> {
  if (bytes.length === 0) return { problem: 'empty' }
  if (bytes.length > CALL_LIMITS.bytes) return { problem: 'tooLarge' }
  const isOle = bytes.subarray(0, 4).toString('hex') === 'd0cf11e0'
  if (isWorkbook(bytes) || isOle) return callsInTable(bytes, remembered)
  // by what the bytes are, whatever their name says: GBK comes under the name of UTF-8
  const text = plainText(bytes)
  if (text === null) return { problem: 'encoding' }
  if (text.includes('\u0000')) return { problem: 'notATable' }
  if (isAss(text)) return counted([{ turns: turnsOfAss(text) }])
  if (isSubtitles(text)) return counted([{ turns: turnsOfSubtitles(text) }])
  if (/^\s*[[{]/.test(text)) {
    const sessions = sessionsIn(text)
    if (sessions) {
      const read = counted(sessions)
      return 'problem' in read && read.problem === 'noCalls' && /\p{Script=Han}/u.test(text)
        ? { problem: 'jsonForm' }
        : read
    }
    if (/\.jsonl?$/i.test(name) || /^\s*(\{\s*"|\[\s*[[{"])/.test(text)) return { problem: 'json' }
  }
  if (isMarkup(text) || /\.(csv|tsv)$/i.test(name) || looksLikeTable(text)) return callsInTable(bytes, remembered)
  if (hasMarks(text)) return { problem: 'markup' }
  return counted([{ turns: turnsOfText(text) }])
}

function sessionsIn(text: string): SpokenCall[] | null {
  try {
    return sessionsOf(text)
  } catch {
    return null
  }
}

/** Its first lines name columns that are known. */
const looksLikeTable = (text: string): boolean =>
  text
    .split('\n', 10)
    .some((line) => /[,;\t]/.test(line) && isHead(line.split(/[,;\t]/).map((cell) => cell.replaceAll('"', ''))))

const isHead = (headings: readonly string[]) => headings.map(meaningOf).some(saysSomething)

async function callsInTable(bytes: Buffer, remembered: Remembered): Promise<FileRead> {
  const table = await readTable(bytes, CALL_LIMITS, 'every')
  if ('problem' in table) return table
  const head = headingsIn(table.rows)
  if (!head) return { problem: 'empty' }
  const meanings = (await remembered(head.headings)) ?? knownMeanings(head.headings)
  if (!meanings) return { unknown: head.headings }
  const rows = table.rows.flatMap((cells, at) =>
    at <= head.at || cells.every((cell) => cell === '') || isFurniture(cells, table.rows, head.at)
      ? []
      : [{ row: at + 1, cells, below: table.below?.get(at) ?? [] }],
  )
  const isTooLong = (row: number) => (table.rows[row - 1] ?? []).slice(head.headings.length).some((cell) => cell !== '')
  const calls = callsOfRows(rows, meanings).map(({ row, spoken }) =>
    // words in a column without a heading were a cell's, before a comma parted them
    fileCall(row, isTooLong(row) ? { ...spoken, isUnread: true } : spoken),
  )
  const unkept = head.headings.flatMap((heading, at) =>
    meanings[at] === 'nothing' && rows.some(({ cells }) => (cells[at] ?? '') !== '')
      ? [heading.slice(0, LONGEST_HEADING) || `${at + 1}`]
      : [],
  )
  return calls.length === 0 ? { problem: 'noCalls' } : { calls, unkept }
}

/** The headings once more, a title once more, a sum at the foot: what is printed on each page is no call. */
function isFurniture(cells: readonly string[], rows: readonly string[][], headAt: number): boolean {
  const said = (row: readonly string[]) => row.filter((cell) => cell !== '').join('\n')
  if (rows.slice(0, headAt + 1).some((row) => said(row) === said(cells))) return true
  return cells.filter((cell) => cell !== '').length <= 2 && FOOT.test(said(cells))
}
const FOOT =
  /^(?:合计|总计|小计|本页(?:小计|合计)|共计?\s{0,3}\d{1,6}\s{0,3}[条件行项页]|第\s{0,3}\d{1,6}\s{0,3}页|(?:制表|填表|审核|导出|打印)(?:人|时间|日期|单位)?\s{0,3}[:：])[^。！？]{0,60}$/u

function counted(spoken: readonly SpokenCall[]): FileRead {
  const some = spoken.filter(({ turns, isUnread }) => turns.length > 0 || isUnread)
  if (some.length === 0) return { problem: 'noCalls' }
  if (spoken.length > CALL_LIMITS.rows) return { problem: 'tooManyRows' }
  return { calls: spoken.map((call, at) => fileCall(at + 1, call)) }
}

function fileCall(row: number, spoken: SpokenCall): FileCall {
  const { problem, ...call } = writtenCall(spoken)
  return { row, call, problem }
}
