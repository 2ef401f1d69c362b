export type UuFile = { name: string; bytes: Buffer }

const BEGIN = /(?:^|\n)begin(-base64)? [0-7]{3,4} ([^\r\n]+)\r?\n/g
const END = /\r?\n(?:end|={4})[ \t]*(?=\r?\n|$)/g

/** The file of a body that is one uuencoded file and nothing else. */
export function uuDecoded(body: Buffer): UuFile | null {
  const { files, rest } = uuFiles(body.toString('latin1'))
  const [file] = files
  return file && files.length === 1 && rest.trim() === '' ? file : null
}

/** Files as they stood in the text of a mail before there were parts; what is not wholly there stays text. One pass. */
export function uuFiles(text: string): { rest: string; files: UuFile[] } {
  const files: UuFile[] = []
  const kept: string[] = []
  let done = 0
  for (const begin of text.matchAll(BEGIN)) {
    // within the block before, it is no beginning
    if (begin.index < done) continue
    const from = begin.index + begin[0].length
    END.lastIndex = from
    const end = END.exec(text)
    // none ends any more, wherever it begins
    if (!end) break
    const lines = text.slice(from, end.index)
    const bytes = begin[1] ? Buffer.from(lines, 'base64') : bytesOfLines(lines)
    const to = end.index + end[0].length
    if (bytes) files.push({ name: begin[2]?.trim() ?? '', bytes })
    kept.push(text.slice(done, bytes ? begin.index : to))
    done = to
  }
  return { rest: kept.join('') + text.slice(done), files }
}

/** Null where a line is shorter than it says: nothing of it is given up for a file that would be broken. */
function bytesOfLines(text: string): Buffer | null {
  const pieces: Buffer[] = []
  for (const line of text.split(/\r?\n/)) {
    if (line === '') continue
    const length = (line.charCodeAt(0) - 32) & 63
    const groups = Math.ceil(length / 3)
    // trailing blanks are often cut on the way
    const letters = line.slice(1).padEnd(groups * 4, ' ')
    if (!/^[\x20-\x60]*$/.test(line) || line.length - 1 > groups * 4 + 2) return null
    const bytes = Buffer.alloc(groups * 3)
    for (let group = 0; group < groups; group++) {
      const [a = 0, b = 0, c = 0, d = 0] = [0, 1, 2, 3].map((at) => (letters.charCodeAt(group * 4 + at) - 32) & 63)
      bytes.writeUIntBE((a << 18) | (b << 12) | (c << 6) | d, group * 3, 3)
    }
    pieces.push(bytes.subarray(0, length))
  }
  return Buffer.concat(pieces)
}
