import { cpus, loadavg, totalmem } from 'node:os'

export type Figures = Record<string, string | number | boolean | null>

/** Prints the rows as a table and each as a line of JSON, with the machine they were measured on. */
export function tell(bench: string, rows: readonly Figures[]): void {
  console.table(rows)
  const machine = {
    cores: cpus().length,
    memoryMb: Math.round(totalmem() / 2 ** 20),
    load: round(loadavg()[0] ?? 0, 2),
    node: process.version,
  }
  for (const row of rows) console.log(JSON.stringify({ bench, ...row, machine }))
}

export function median(numbers: readonly number[]): number {
  const sorted = [...numbers].sort((a, b) => a - b)
  const middle = sorted.length / 2
  return ((sorted[Math.floor(middle)] ?? 0) + (sorted[Math.ceil(middle - 1)] ?? 0)) / 2
}

/** The smallest number that so great a share of them does not exceed. */
export const quantile = (numbers: readonly number[], share: number): number =>
  [...numbers].sort((a, b) => a - b)[Math.max(0, Math.ceil(numbers.length * share) - 1)] ?? 0

export const round = (number: number, digits = 1): number => Number(number.toFixed(digits))
