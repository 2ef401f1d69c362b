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
const { readSheet } = require(workerData.reader)
const text = (cell) => cell === null || cell === undefined ? ''
  : cell instanceof Date ? cell.toISOString().slice(0, 10)
  // a cell of figures holds fifteen of them: what has more is written so that nobody takes it for exact
  : typeof cell === 'number' && Math.abs(cell) >= 1e15 ? cell.toExponential() : String(cell)
readSheet(Buffer.from(workerData.bytes)).then(
  (rows) => parentPort.postMessage({ rows: rows.map((row) => row.map(text)) }),
  () => parentPort.postMessage({ problem: 'broken' }),
)`
const answer = z.union([z.object({ rows: z.array(z.array(z.string())) }), z.object({ problem: z.literal('broken') })])

/** The rows of the first sheet of a workbook whose size was bounded before. */
export function readWorkbook(bytes: Buffer): Promise<Table> {
  const reader = createRequire(import.meta.url).resolve('read-excel-file/node')
  return new Promise((resolve) => {
    const worker = new Worker(READER, {
      eval: true,
      workerData: { reader, bytes },
      resourceLimits: { maxOldGenerationSizeMb: MEMORY_MB },
    })
    const end = (table: Table) => {
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
