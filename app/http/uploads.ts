import { Readable } from 'node:stream'
import { text } from 'node:stream/consumers'
import { Busboy, type BusboyConfig } from '@fastify/busboy'
import { turns } from '#workflows/protection/turns.ts'

const KILOBYTE = 1024
const MEGABYTE = 1024 * KILOBYTE
const MOST_FILES = 5
const MOST_FILE_BYTES = 10 * MEGABYTE
const MOST_BYTES = 30 * MEGABYTE
/** Far more than is taken, so that a text that is too long comes back whole to be shortened. */
const MOST_FIELD_BYTES = 512 * KILOBYTE
const MOST_FIELDS = 100

/** Four posts with files are read at once in this process; each may hold 30 MB. */
const inTurn = turns(4)

export type Upload = { name: string; type: string; bytes: Buffer }
/** `tooLarge`: over 10 MB; `tooMany`: after the fifth; `tooMuch`: over 30 MB together. The file named was not kept. */
export type UploadProblem = { file: string; problem: 'tooLarge' | 'tooMany' | 'tooMuch' }
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
  if (type.startsWith('multipart/form-data') && body) return inTurn(() => readMultipart(body, type))
  const fields = new URLSearchParams(body ? await text(body) : '')
  return { fields, files: [], problems: [], empty: [], broken: false }
}

function readMultipart(body: Readable, type: string): Promise<Posted> {
  const posted: Posted = { fields: new URLSearchParams(), files: [], problems: [], empty: [], broken: false }
  let kept = 0
  let begun = 0
  return new Promise((resolve) => {
    const ended = (broken: boolean) => () => resolve({ ...posted, broken })
    const limits = { fileSize: MOST_FILE_BYTES, fields: MOST_FIELDS, fieldSize: MOST_FIELD_BYTES, headerPairs: 20 }
    const parser = openParser(type, limits)
    if (!parser) return ended(true)()
    parser.on('field', (name, value) => posted.fields.append(name, value))
    parser.on('file', (_field, stream, name, _encoding, mime) => {
      const chunks: Buffer[] = []
      let size = 0
      let dropped: UploadProblem['problem'] | null = null
      stream.on('data', (chunk: Buffer) => {
        if (size === 0 && ++begun > MOST_FILES) dropped = 'tooMany'
        size += chunk.length
        if (kept + chunk.length > MOST_BYTES) dropped ??= 'tooMuch'
        if (dropped) return
        kept += chunk.length
        chunks.push(chunk)
      })
      stream.on('limit', () => {
        dropped ??= 'tooLarge'
      })
      stream.on('end', () => {
        if (dropped) {
          kept -= chunks.reduce((sum, chunk) => sum + chunk.length, 0)
          posted.problems.push({ file: name, problem: dropped })
        } else if (size > 0) posted.files.push({ name, type: mime, bytes: Buffer.concat(chunks) })
        else if (name) posted.empty.push(name)
      })
    })
    parser.on('finish', ended(false))
    parser.on('error', ended(true))
    body.on('error', ended(true))
    body.pipe(parser)
  })
}

/** Null where the boundary is missing or malformed. */
function openParser(type: string, limits: BusboyConfig['limits']): InstanceType<typeof Busboy> | null {
  try {
    return new Busboy({ headers: { 'content-type': type }, limits })
  } catch {
    return null
  }
}
