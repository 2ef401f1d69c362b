import { fileName } from '#workflows/channels/file-name.ts'
import { FILE_LIMITS, type IncomingFile, REPORT_LIMITS } from '#workflows/channels/report.ts'
import { kindApart } from '#workflows/channels/web/kind-apart.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import type { Folded } from '#workflows/folded.ts'
import { isMailInside, saysSender } from './mail-inside.ts'
import { ownWords } from './own-words.ts'
import type { Mail } from './read-mail.ts'

/** What a mail says, in the shapes of a report. `alsoSaid`: all its words, whole. */
export type Said = {
  text: string
  folded: Folded
  files: IncomingFile[]
  contact: string | undefined
  alsoSaid: string
}

/** A case page draws so much of what is folded; more goes into a file. */
const MOST_FOLDED = 100_000
/** The page is slow to look through more; who is named only afterwards is found by the clerk. */
const MOST_LOOKED_AT = 1_000_000
const WORDLESS = '（来信没有自己的文字，请看附带内容和附件。）'
const WHOLE = '来信全文.txt'
const REST = '附带内容.txt'

/**
 * What the person wrote, apart from what came with it, and the files under the rules of the form. Nothing is cut: words
 * beyond the longest report are a file besides, and of a file that is not taken in there is a line. Null: the words
 * fill more than a file may. `subject`: whether it belongs to the words, as it does not where it only answers.
 */
export async function saidByMail(mail: Mail, { subject }: { subject: boolean }): Promise<Said | null> {
  const stretches = ownWords(mail.text)
  const own = tidy(stretches.flatMap(({ is, text }) => (is === 'own' ? [text] : [])).join('\n'))
  const title = tidy(mail.subject)
  const whole = (subject || own === '' ? [own.startsWith(title) ? '' : title, own] : [own]).filter(Boolean).join('\n\n')
  const others = stretches.flatMap(
    ({ is, text }): Folded => (is === 'own' || tidy(text) === '' ? [] : [{ is, text: tidy(text) }]),
  )
  const { taken, leftOut } = await sorted(mail)
  const rest = others.map((stretch) => ('text' in stretch ? stretch.text : '')).join('\n\n')
  const written = [
    ...(whole.length > REPORT_LIMITS.text ? [textFile(WHOLE, whole)] : []),
    ...(rest.length > MOST_FOLDED ? [textFile(REST, rest)] : []),
  ]
  if (written.some(({ bytes }) => bytes.length > FILE_LIMITS.bytes)) return null
  return {
    text: beginningOf(whole) || WORDLESS,
    folded: [...(rest.length > MOST_FOLDED ? [] : others), ...leftOut],
    files: [...written, ...taken],
    contact: tidy(mail.from).slice(0, REPORT_LIMITS.contact) || undefined,
    alsoSaid: `${whole}\n${rest}`.slice(0, MOST_LOOKED_AT),
  }
}

/** What is folded as one more file, for a place that has nothing to fold. */
export const asFile = (stretches: Folded): IncomingFile[] => {
  const lines = stretches.map((one) =>
    'text' in one ? one.text : `${one.name}（${one.type}，${one.bytes} 字节）：未收入`,
  )
  return lines.length > 0 ? [textFile(REST, lines.join('\n\n'))] : []
}

const tidy = (text: string): string => normalText(text).trim()
const textFile = (name: string, text: string): IncomingFile => ({ name, type: 'text/plain', bytes: Buffer.from(text) })

function beginningOf(whole: string): string {
  if (whole.length <= REPORT_LIMITS.text) return whole
  const note = `\n\n（来信共 ${whole.length} 字，这里是开头，全文见附件“${WHOLE}”。）`
  // not in the middle of a character
  return `${whole.slice(0, REPORT_LIMITS.text - note.length).replace(/[\ud800-\udbff]$/, '')}${note}`
}

/**
 * The files that the form would take, and a line for each that it would not. A mail inside the mail, or a card of its
 * sender, is no file for the desk: where its words are told they are in the text, and the original is sealed.
 */
async function sorted({ files, senders }: Mail): Promise<{ taken: IncomingFile[]; leftOut: Folded }> {
  const taken: IncomingFile[] = []
  const leftOut: Folded = []
  let total = 0
  const addresses = [...senders.from, ...senders.replyTo]
  for (const [at, { name: said, type, bytes: content, isTold }] of files.entries()) {
    const bytes = Buffer.from(content)
    const isMail = isMailInside({ name: said, type, bytes })
    if (isMail && isTold) continue
    const name = fileName(said) || `附件${at + 1}`
    const isSealed = isMail || saysSender({ bytes }, addresses)
    const kind = isSealed || bytes.length > FILE_LIMITS.bytes ? null : await kindApart({ bytes, name })
    // the mail is brought again later
    if (kind === 'busy') throw new Error('too much waits to be read')
    const why =
      bytes.length > FILE_LIMITS.bytes
        ? 'tooLarge'
        : kind === null
          ? 'wrongType'
          : taken.length >= FILE_LIMITS.files
            ? 'tooMany'
            : total + bytes.length > FILE_LIMITS.total
              ? 'tooMuch'
              : null
    if (kind === null || why) {
      leftOut.push({ is: 'leftOut', name, type: tidy(type), bytes: bytes.length, why: why ?? 'wrongType' })
      continue
    }
    total += bytes.length
    taken.push({ name, type: kind, bytes })
  }
  return { taken, leftOut }
}
