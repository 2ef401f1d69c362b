import { readdirSync, statSync } from 'node:fs'
import { join } from 'node:path'
import { Refusal } from './command.ts'

/** The file, or every file of the folder in order. */
export function filesAt(path: string): string[] {
  const found = statSync(path, { throwIfNoEntry: false })
  if (!found) throw new Refusal(`There is no ${path}.`)
  if (!found.isDirectory()) return [path]
  const files = readdirSync(path, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile())
  return files.map(({ parentPath, name }) => join(parentPath, name)).toSorted()
}
