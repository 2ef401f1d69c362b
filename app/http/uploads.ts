import { Readable, Transform } from 'node:stream'
import { buffer } from 'node:stream/consumers'
import { Busboy, type BusboyConfig } from '@fastify/busboy'
import { type Guest, roomFor } from '#workflows/protection/room.ts'
import { decodedFields, type RawField, urlEncodedFields } from './form-charset.ts'

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE
const MOST_FILES = 5
const MOST_FILE_BYTES = 10 * MEGABYTE
const MOST_BYTES = 30 * MEGABYTE
/** Far more than is taken, so that a text that is too long comes back whole to be shortened. */
const MOST_FIELD_BYTES = 512 * KILOBYTE
const MOST_FIELDS = 100

/** All fields together: far more than a form has. */
const MOST_TYPED_BYTES = 1024 * KILOBYTE

/** So much of a post waits for no room: a report without files is far below it. */
const FREE_BYTES = 256 * KILOBYTE
/** What the files of all posts that are under way may hold in this process. */
const room = roomFor(120 * MEGABYTE, { reserve: MOST_BYTES })

export type Upload = { name: string; type: string; bytes: Buffer }
/**
 * `tooLarge`: over 10 MB; `tooMany`: after the fifth; `tooMuch`: over 30 MB together; `busy`: there was no room, or it came
 * so slowly that it gave way to others. The file named was not kept.
 */
export type UploadProblem = { file: string; problem: 'tooLarge' | 'tooMany' | 'tooMuch' | 'busy' }
/** `broken`: the post ended early or was malformed, and what came before is here. */
export type Posted = {
  fields: URLSearchParams
  files: Upload[]
  problems: UploadProblem[]
  empty: string[]
  broken: boolean
}

/**
 * Reads a form with files, or one without. A file past a limit is read to its end and dropped with a problem of its
 * own: the text and the other files stay. Empty file fields are left out, and of empty files only the names are kept. `type` is what the browser says, to be doubted.
 */
export async function readPosted(request: Request, incoming?: Readable): Promise<Posted> {
  const type = request.headers.get('content-type') ?? ''
  const body = incoming ?? (request.body && Readable.fromWeb(request.body as Parameters<typeof Readable.fromWeb>[0]))
  if (type.startsWith('multipart/form-data') && body)
    return readMultipart(body, type, Number(request.headers.get('content-length') ?? MOST_BYTES))
  const fields = urlEncodedFields(body ? await buffer(body) : Buffer.alloc(0))
  return { fields, files: [], problems: [], empty: [], broken: false }
}

function readMultipart(body: Readable, type: string, length: number): Promise<Posted> {
  const posted: Posted = { fields: new URLSearchParams(), files: [], problems: [], empty: [], broken: false }
  const raw: RawField[] = []
  let kept = 0
  let begun = 0
  let typed = 0
  let isBusy = false
  /** of the file that is coming */
  let chunks: Buffer[] = []
  // whoever gives way keeps the text, and is read to the end without the files
  const guest = room.enter(() => {
    isBusy = true
    chunks = []
    posted.problems.push(...posted.files.map(({ name }) => ({ file: name, problem: 'busy' }) as const))
    posted.files = []
    kept = 0
  })
  return new Promise<Posted>((resolve) => {
    const ended = (broken: boolean) => () => resolve({ ...posted, fields: decodedFields(raw), broken })
    const limits = { fileSize: MOST_FILE_BYTES, fields: MOST_FIELDS, fieldSize: MOST_FIELD_BYTES, headerPairs: 20 }
    const parser = openParser(type, limits)
    if (!parser) return ended(true)()
    parser.on('field', (name, value) => {
      typed += value.length
      if (typed <= MOST_TYPED_BYTES) raw.push([Buffer.from(name).toString('latin1'), value])
    })
    parser.on('file', (_field, stream, name, _encoding, mime) => {
      chunks = []
      let size = 0
      let dropped: UploadProblem['problem'] | null = null
      stream.on('data', (chunk: Buffer) => {
        if (size === 0 && ++begun > MOST_FILES) dropped = 'tooMany'
        size += chunk.length
        if (kept + chunk.length > MOST_BYTES) dropped ??= 'tooMuch'
        if (isBusy) dropped ??= 'busy'
        if (!dropped) {
          kept += chunk.length
          chunks.push(chunk)
        } else if (chunks.length > 0) {
          kept = Math.max(0, kept - lengthOf(chunks))
          chunks = []
        }
      })
      stream.on('limit', () => {
        dropped ??= 'tooLarge'
      })
      stream.on('end', () => {
        if (isBusy) dropped ??= 'busy'
        if (dropped) {
          posted.problems.push({ file: name, problem: dropped })
        } else if (size > 0) posted.files.push({ name, type: mime, bytes: Buffer.concat(chunks) })
        else if (name) posted.empty.push(name)
      })
    })
    parser.on('finish', ended(false))
    parser.on('error', ended(true))
    body.on('error', ended(true))
    const isFree = (came: number) => isBusy || came <= FREE_BYTES || came > MOST_BYTES
    const gate = gateFor(guest, { length, isFree }, () => {
      isBusy = true
    })
    body.pipe(gate).pipe(parser)
  }).finally(guest.leave)
}

const lengthOf = (chunks: readonly Buffer[]) => chunks.reduce((sum, chunk) => sum + chunk.length, 0)

/**
 * Lets a post through, and its first part always. What comes after that takes room, or waits until there is some; where
 * none is found in time, `full` is called and the rest is let through to be dropped.
 */
function gateFor(
  guest: Guest,
  { length, isFree }: { length: number; isFree(came: number): boolean },
  full: () => void,
): Transform {
  let came = 0
  return new Transform({
    transform(chunk: Buffer, _encoding, pass) {
      guest.moved(chunk.length)
      came += chunk.length
      if (isFree(came) || guest.take(chunk.length)) return pass(null, chunk)
      guest.wait(chunk.length, Math.min(length, MOST_BYTES) - came).then((hasRoom) => {
        if (!hasRoom) full()
        pass(null, chunk)
      }, pass)
    },
  })
}

/** Null where the boundary is missing or malformed. */
function openParser(type: string, limits: BusboyConfig['limits']): InstanceType<typeof Busboy> | null {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits, defCharset: 'latin1' })
  } catch {
    return null
  }
}
