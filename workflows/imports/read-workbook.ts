import { createRequire } from 'node:module'
import { Worker } from 'node:worker_threads'
import { z } from 'zod'
import { SECOND } from '#workflows/clock.ts'
import type { Table } from './read-table.ts'

const MEMORY_MB = 160
const PATIENCE = 20 * SECOND

/** Runs apart: what a workbook does to its reader, it does to this thread and not to the house. */
const READER = `
const { parentPort, workerData } = require('node:worker_threads')
const { default: readSheets } = require(workerData.reader)
const text = (cell) => cell === null || cell === undefined ? ''
  : cell instanceof Date ? cell.toISOString().slice(0, 10)
  // a cell of figures holds fifteen of them: what has more is written so that nobody takes it for exact
  : typeof cell === 'number' && Math.abs(cell) >= 1e15 ? cell.toExponential() : String(cell)
readSheets(Buffer.from(workerData.bytes)).then(
  (sheets) => parentPort.postMessage({ sheets: sheets.map(({ data }) => data.map((row) => row.map(text))) }),
  () => parentPort.postMessage({ problem: 'broken' }),
)`
const sheet = z.array(z.array(z.string()))
const answer = z.union([z.object({ sheets: z.array(sheet) }), z.object({ problem: z.literal('broken') })])

/**
 * The rows of a workbook whose size was bounded before: of its first sheet that has any, or of every sheet, one after the
 * other under the same headings.
 */
export async function readWorkbook(bytes: Buffer, which: 'first' | 'every'): Promise<Table> {
  const read = await readSheets(bytes)
  if ('problem' in read) return read
  const [first = [], ...more] = read.sheets.filter((rows) => rows.some((row) => row.some((cell) => cell.trim() !== '')))
  if (which === 'first' || more.length === 0) return { rows: first }
  const head = headOf(first)
  if (more.some((rows) => said(headOf(rows)) !== said(head))) return { problem: 'severalSheets' }
  return { rows: [...first, ...more.flatMap((rows) => rows.slice(rows.indexOf(headOf(rows)) + 1))] }
}
/** The first row that is more than a title. */
const headOf = (rows: string[][]): string[] =>
  rows.find((row) => row.filter((cell) => cell.trim() !== '').length >= 2) ?? rows[0] ?? []
const said = (row: readonly string[]) => JSON.stringify(row.map((cell) => cell.trim()).filter(Boolean))

type Sheets = z.infer<typeof answer>
function readSheets(bytes: Buffer): Promise<Sheets | { problem: 'tooLarge' }> {
  const reader = createRequire(import.meta.url).resolve('read-excel-file/node')
  return new Promise<Sheets | { problem: 'tooLarge' }>((resolve) => {
    const worker = new Worker(READER, {
      eval: true,
      workerData: { reader, bytes },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const end = (table: Sheets | { problem: 'tooLarge' }) => {
      clearTimeout(timer)
      resolve(table)
      void worker.terminate()
    }
    const timer = setTimeout(() => end({ problem: 'tooLarge' }), PATIENCE)
    worker.once('message', (said) => end(answer.safeParse(said).data ?? { problem: 'broken' }))
    worker.once('error', () => end({ problem: 'broken' }))
    worker.once('exit', () => end({ problem: 'broken' }))
  })
}
