import { randomBytes } from 'node:crypto'
import { closeSync, fstatSync, openSync, readFileSync } from 'node:fs'
import { link, mkdir, open, rename, rm } from 'node:fs/promises'
import { dirname } from 'node:path'

/** A key file cannot be made, read or trusted; `message` is the one line to show to the operator. */
export class KeyFileError extends Error {}

/**
 * Complete or absent, also after a power cut, and readable by its owner alone: written aside, flushed, then linked
 * under its name, which fails if taken. Throws KeyFileError if the file exists.
 */
export async function writePrivately(file: string, value: unknown): Promise<void> {
  await mkdir(dirname(file), { recursive: true, mode: 0o700 })
  await placed(file, value, (draft) => link(draft, file))
}

/** The same in the place of the file that is there: the old one or the new one, whole. */
export const replacePrivately = (file: string, value: unknown): Promise<void> =>
  placed(file, value, (draft) => rename(draft, file))

async function placed(file: string, value: unknown, place: (draft: string) => Promise<void>): Promise<void> {
  const draft = `${file}.${randomBytes(6).toString('hex')}`
  const handle = await open(draft, 'wx', 0o600)
  try {
    await handle.writeFile(`${JSON.stringify(value, null, 2)}\n`)
    await handle.sync()
    await place(draft)
  } catch (error) {
    throw isCode(error, 'EEXIST') ? new KeyFileError(`The key file ${file} exists and is not overwritten.`) : error
  } finally {
    await handle.close()
    await rm(draft, { force: true })
  }
}

/** What the file's JSON says. Throws KeyFileError if it is missing, readable by group or world, or no JSON. */
export const readPrivately = (file: string): unknown => parseJson(file, privateText(file))

function privateText(file: string): string {
  const handle = openIfThere(file)
  try {
    const mode = fstatSync(handle).mode & 0o777
    if ((mode & 0o077) !== 0)
      throw new KeyFileError(
        `The key file ${file} can be read by others (mode ${mode.toString(8).padStart(4, '0')}): chmod 600 ${file}`,
      )
    return readFileSync(handle, 'utf8')
  } finally {
    closeSync(handle)
  }
}

function openIfThere(file: string): number {
  try {
    return openSync(file, 'r')
  } catch (error) {
    throw new KeyFileError(
      isCode(error, 'ENOENT') ? `There is no key file ${file}.` : `The key file ${file} cannot be read.`,
      { cause: error },
    )
  }
}

function parseJson(file: string, text: string): unknown {
  try {
    return JSON.parse(text)
  } catch {
    // without the cause: its message quotes what it read, and that may be half a key
    throw new KeyFileError(`The key file ${file} is damaged: it is not JSON.`)
  }
}

const isCode = (error: unknown, code: string) => error instanceof Error && 'code' in error && error.code === code
