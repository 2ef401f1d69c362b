import type { TableLimits, TableProblem } from '#workflows/imports/table.ts'
import type { CallProblem, WrittenCall } from './call.ts'
import type { Meaning } from './columns.ts'

/** A call of a file. `row`: its row in the table, or which of the file's calls it is, counted from 1. */
export type FileCall = { row: number; call: WrittenCall; problem: CallProblem | null }
/** Why nothing of a file is taken. `jsonForm`: words stand in it, in fields that nobody knows. `busy`: too many files wait already; it was not looked at. */
export type FileProblem = TableProblem | 'json' | 'jsonForm' | 'noCalls' | 'busy'
/** `unknown`: a table whose headings say nothing known. `unkept`: the headings of columns that are not kept, and say something. */
export type FileRead = { calls: FileCall[]; unkept?: string[] } | { problem: FileProblem } | { unknown: string[] }
/** What the columns under these headings mean, where somebody has said it. */
export type Remembered = (headings: string[]) => Promise<Meaning[] | null>

export const CALL_LIMITS: TableLimits = {
  rows: 5000,
  bytes: 10 * 1024 * 1024,
  unpacked: 40 * 1024 * 1024,
  columns: 60,
  characters: 12_000_000,
}
