/** A text as it reads after some program's way of writing it was undone, and where each of its units came from. */
export type TextView = { text: string; start: Int32Array; end: Int32Array }

/** One way in which programs rewrite a text; null where the text has nothing of it. */
type Undo = (view: TextView) => TextView | null

const PERCENT = /(?:%[0-9A-Fa-f]{2})+/g
/** Quoted-printable: a byte, or a line end that is none. */
const QUOTED = /(?:=[0-9A-Fa-f]{2}|=[ \t]{0,8}\r?\n)+/g
const ENTITY = /&(?:#\d{1,7}|#[xX][0-9a-fA-F]{1,6}|nbsp|amp|lt|gt|quot|emsp|ensp|thinsp|zwnj|zwj|shy|equals);?/g
/** A link wrapper of mail gateways (urldefense v2): `-3D` for `=`, `_` for `/`. */
const DASHED = /(?:-[0-9A-F]{2})+/g
const BASE64 = /[A-Za-z0-9+/_-]{28,}/g
/** A line of base64 that goes on in the next. */
const FOLDED_BASE64 = /(?<=[A-Za-z0-9+/]{48})\r?\n(?=[A-Za-z0-9+/])/g
/** Between two stretches that do not belong together: a letter that no code and no link holds. */
const APART = 'あ'
const NAMED: Record<string, string> = { nbsp: ' ', amp: '&', lt: '<', gt: '>', quot: '"', shy: '\u00ad', equals: '=' }

const percent: Undo = (view) => undone(view, PERCENT, (run) => bytesOf(run, '%'))
const quoted: Undo = (view) => undone(view, QUOTED, (run) => bytesOf(run.replace(/=[ \t]*\r?\n/g, ''), '='))
const dashed: Undo = (view) => undone(view, DASHED, (run) => bytesOf(run, '-'))
const entities: Undo = (view) => undone(view, ENTITY, (run) => entityOf(run.replace(/[&;]/g, '')))
const base64: Undo = (view) => {
  const whole = undone(view, FOLDED_BASE64, () => '') ?? view
  return undone(whole, BASE64, (run) =>
    // what is looked for need not begin where four letters begin
    [0, 1, 2, 3].map((skipped) => APART + Buffer.from(run.slice(skipped), 'base64').toString() + APART).join(''),
  )
}

/** One after the other, as programs wrap each other's output: a link in a link, a link in the body of a mail. */
const WAYS: readonly (readonly Undo[])[] = [
  [percent, percent, percent],
  [quoted, percent, percent],
  [quoted, entities, percent],
  [entities, percent, percent],
  [dashed, percent],
  [base64, percent, percent],
  [base64, quoted, percent],
]

/**
 * The text as it stands, and as it reads once percent signs, quoted-printable, HTML entities, link wrappers and base64
 * are undone. A text without any of them comes back alone. Each view takes time in proportion to the text.
 */
export function viewsOf(text: string): TextView[] {
  const plain = { text, start: new Int32Array(0), end: new Int32Array(0) }
  const views: TextView[] = [plain]
  const texts = new Set([text])
  for (const way of WAYS) {
    let view: TextView | null = plain
    for (const undo of way) {
      view = view && undo(view)
      if (!view) break
      if (!texts.has(view.text)) views.push(view)
      texts.add(view.text)
    }
  }
  return views
}

/** Where in the text as it came a part of the view stands. */
export const placeOf = ({ start, end }: TextView, from: number, to: number): [start: number, end: number] =>
  start.length === 0 ? [from, to] : [start[from] ?? 0, end[to - 1] ?? 0]

/** Replaces every match; what replaces it stands where the match stood, sign for sign where each is one ASCII byte. */
function undone(view: TextView, pattern: RegExp, read: (run: string) => string): TextView | null {
  const parts: string[] = []
  const starts: number[] = []
  const ends: number[] = []
  let done = 0
  const put = (part: string, place: (at: number) => [number, number]) => {
    parts.push(part)
    for (let at = 0; at < part.length; at++) {
      const [start, end] = place(at)
      starts.push(start)
      ends.push(end)
    }
  }
  for (const { 0: run, index } of view.text.matchAll(pattern)) {
    const from = done
    put(view.text.slice(done, index), (at) => placeOf(view, from + at, from + at + 1))
    const said = read(run)
    const each = run.length / 3 === said.length ? 3 : 0
    put(said, (at) =>
      each ? placeOf(view, index + at * each, index + (at + 1) * each) : placeOf(view, index, index + run.length),
    )
    done = index + run.length
  }
  if (done === 0) return null
  const from = done
  put(view.text.slice(done), (at) => placeOf(view, from + at, from + at + 1))
  return { text: parts.join(''), start: Int32Array.from(starts), end: Int32Array.from(ends) }
}

const bytesOf = (run: string, sign: string): string => Buffer.from(run.replaceAll(sign, ''), 'hex').toString()

function entityOf(name: string): string {
  const number = name.startsWith('#') ? Number(name.replace(/^#[xX]/, '0x').replace('#', '')) : null
  if (number === null) return NAMED[name] ?? ' '
  return number <= 0x10ffff ? String.fromCodePoint(number) : ' '
}
