import { existsSync } from 'node:fs'
import { type FileHandle, mkdir, open, readFile } from 'node:fs/promises'
import { dirname } from 'node:path'
import { z } from 'zod'

const base64 = z.codec(z.base64(), z.instanceof(Buffer), {
  decode: (text) => Buffer.from(text, 'base64'),
  encode: (bytes) => bytes.toString('base64'),
})
const instant = z.codec(z.iso.datetime(), z.date(), {
  decode: (text) => new Date(text),
  encode: (date) => date.toISOString(),
})
/** One line of the file: a root that was signed, and that the tree of an earlier line is its beginning. */
const line = z.strictObject({
  size: z.int().positive(),
  hour: instant,
  root: base64,
  consistency: z.array(base64),
  /** the first after an older copy of the database was put back: it goes on from a line before the last */
  restored: z.boolean(),
  signature: base64,
})
export type Checkpoint = z.infer<typeof line>

/** The file of checkpoints is damaged, or missing where there must be one. `message` is the one line to show. */
export class CheckpointFileError extends Error {
  override name = 'CheckpointFileError'
}

/** Every checkpoint of the file, oldest first; null where there is no file. A line cut short by a crash at the end is none. */
export async function readCheckpoints(file: string): Promise<Checkpoint[] | null> {
  if (!existsSync(file)) return null
  const lines = (await readFile(file, 'utf8')).split('\n')
  lines.pop()
  return lines.map((text, place) => parsed(file, text, place + 1))
}

/** Hundreds of lines. */
const SLICE = 256 * 1024

/** The last of them, without reading the file from its beginning; none where there is no file. */
export async function readNewestCheckpoints(file: string, most: number): Promise<Checkpoint[]> {
  if (!existsSync(file)) return []
  const handle = await open(file, 'r')
  try {
    const { text } = await endOf(handle)
    const lines = text.split('\n').slice(0, -1).slice(-most)
    return lines.map((each) => parsed(file, each, null))
  } finally {
    await handle.close()
  }
}

/** Adds lines to the end, and waits until the disk has them. A last line that a crash cut short is cut off first. */
export async function appendCheckpoints(file: string, checkpoints: readonly Checkpoint[]): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  const handle = await open(file, existsSync(file) ? 'r+' : 'wx+', 0o644)
  try {
    const { from, text } = await endOf(handle)
    const end = from + Buffer.byteLength(text.slice(0, text.lastIndexOf('\n') + 1))
    const added = checkpoints.map((each) => `${JSON.stringify(z.encode(line, each))}\n`).join('')
    await handle.truncate(end)
    await handle.write(Buffer.from(added), 0, null, end)
    await handle.sync()
  } finally {
    await handle.close()
  }
}

/** The last whole lines, and what a crash left of one more, from the place in the file where they begin. */
async function endOf(handle: FileHandle): Promise<{ from: number; text: string }> {
  const { size } = await handle.stat()
  const from = Math.max(0, size - SLICE)
  const { buffer, bytesRead } = await handle.read(Buffer.alloc(size - from), 0, size - from, from)
  const text = buffer.subarray(0, bytesRead).toString('utf8')
  // a slice begins within a line
  const first = from === 0 ? 0 : text.indexOf('\n') + 1
  return { from: from + first, text: text.slice(first) }
}

function parsed(file: string, text: string, place: number | null): Checkpoint {
  const where = place === null ? 'a line near its end' : `line ${place}`
  try {
    return line.parse(JSON.parse(text))
  } catch {
    throw new CheckpointFileError(`The checkpoint file ${file} is damaged: ${where} is no checkpoint.`)
  }
}
