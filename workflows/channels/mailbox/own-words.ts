/** What a stretch of a mail is. Everything but `own` is kept, folded away, and likely to say who wrote. */
export type Stretch = { is: 'own' | 'quote' | 'forwarded' | 'signature' | 'footer'; text: string }

/** The line above what somebody else wrote earlier. */
const ATTRIBUTION = [
  /^.{0,200}(写道|寫道|wrote|schrieb|a écrit)\s*[:：]\s*$/,
  /^(在|于|On)\s.{4,200}(写道|寫道|wrote)\s*[:：]?\s*$/,
  /^\s*[-_—－]{3,}\s*(原始邮件|原邮件|回复的原邮件|转发邮件信息|转发的邮件|Original Message|Forwarded message|Original Appointment)\s*[-_—－]*\s*$/i,
  /^\s*Begin forwarded message\s*:?\s*$/i,
  /^\s*_{20,}\s*$/,
]
/** One line of the header of a mail inside this one. */
const INNER_HEADER =
  /^\s*[>*\s]*(发件人|寄件者|发送时间|发送日期|日期|时间|收件人|抄送|密送|主题|主旨|From|Sent|Date|To|Cc|Bcc|Subject)\s*\*?\s*[:：]/i
/** What PGP puts around words that it signs, and below them. */
const SIGNED = /^(-----BEGIN PGP SIGNED MESSAGE-----|Hash: [\w, -]+)\s*$/
const SEAL = /^-----BEGIN PGP SIGNATURE-----\s*$/
const SIGNATURE_MARK = /^-- ?$/
/** What a device or a mailbox adds by itself. */
const SENT_FROM =
  /^\s*(发自我的|发自|来自|通过|Sent from|Get Outlook|Envoyé de)\s?.{0,40}(iPhone|iPad|手机|邮箱|邮件|Android|安卓|Outlook|Mail|华为|小米|OPPO|vivo|荣耀|客户端).{0,30}$/i
const FOOTER =
  /^\s*[*【\[（(]?\s*(本邮件(及其?附件)?|本电子邮件|此邮件|免责声明|保密(提示|声明|须知)|郑重声明|重要提示|Disclaimer|CONFIDENTIAL|This (e-?mail|message)( and| \(|,| is| may| contains))/i
/** A line of a card: who, where, how to reach. */
const CARD =
  /(电话|手机|传真|邮编|地址|邮箱|QQ|微信|单位|部门|职务|Tel|Phone|Mobile|Fax|E-?mail|Address)\s*[:：]|1[3-9]\d[\s-]?\d{4}[\s-]?\d{4}|0\d{2,3}[-\s]\d{7,8}|[\w.+-]+@[\w-]+\.\w+/i
const LONGEST_CARD = 8

/**
 * Tells what the person wrote from what came with it. The stretches in their order are the whole text; `own` may be
 * missing, as in a mail that was only passed on.
 */
export function ownWords(text: string): Stretch[] {
  const lines = text.split('\n')
  const kinds = lines.map((line, at) => kindOf(lines, at, line))
  carryOn(lines, kinds)
  cardAtTheEnd(lines, kinds)
  return joined(lines, kinds)
}

type Kind = Stretch['is']

function kindOf(lines: readonly string[], at: number, line: string): Kind {
  if (/^\s*(>|&gt;|＞)/.test(line)) return 'quote'
  if (ATTRIBUTION.some((pattern) => pattern.test(line)))
    return followed(lines, at, INNER_HEADER) ? 'forwarded' : 'quote'
  if (INNER_HEADER.test(line) && innerHeaders(lines, at) >= 2) return 'forwarded'
  if (SIGNATURE_MARK.test(line)) return 'signature'
  if (SENT_FROM.test(line) || (SIGNED.test(line) && lines.some((other) => SEAL.test(other)))) return 'signature'
  if (SEAL.test(line)) return 'footer'
  return FOOTER.test(line) && line.trim().length > 6 ? 'footer' : 'own'
}

const followed = (lines: readonly string[], at: number, pattern: RegExp): boolean =>
  lines.slice(at + 1, at + 4).some((line) => pattern.test(line))

/** How many header lines stand together here. */
const innerHeaders = (lines: readonly string[], at: number): number =>
  lines.slice(Math.max(0, at - 3), at + 5).filter((line) => INNER_HEADER.test(line)).length

/** From where it begins, an earlier mail goes on to the end; a footer or signature to the next thing that is not theirs. */
function carryOn(lines: readonly string[], kinds: Kind[]): void {
  const earlier = kinds.findIndex(
    (kind, at) => kind === 'forwarded' || (kind === 'quote' && !/^\s*(>|&gt;|＞)/.test(lines[at] ?? '')),
  )
  // an attribution before lines marked with > ends with them: people also answer between the lines
  const marked = earlier >= 0 && kinds[earlier] === 'quote' && followed(lines, earlier, /^\s*(>|＞)/)
  let running: Kind | null = null
  for (const [at, kind] of kinds.entries()) {
    if (earlier >= 0 && at >= earlier && !marked) {
      if (kind === 'own' || kind === 'signature' || kind === 'footer') kinds[at] = kinds[earlier] ?? 'quote'
      continue
    }
    if (kind === 'signature' && SIGNATURE_MARK.test(lines[at] ?? '')) running = 'signature'
    else if (kind === 'footer') running = 'footer'
    else if (kind !== 'own') running = null
    else if (running) kinds[at] = running
  }
}

/** The last lines before anything that is not the writer's: a card of name, post and telephone. */
function cardAtTheEnd(lines: readonly string[], kinds: Kind[]): void {
  const last = kinds.lastIndexOf('own')
  const tail: number[] = []
  for (let at = last; at >= 0 && kinds[at] === 'own' && tail.length < LONGEST_CARD; at--) {
    const line = lines[at]?.trim() ?? ''
    if (line.length > 60) break
    tail.unshift(at)
    if (line === '') break
  }
  const card = tail.filter((at) => CARD.test(lines[at] ?? ''))
  const first = card[0]
  if (card.length === 0 || first === undefined || tail[0] === 0) return
  const begins = lines[tail[0] ?? 0]?.trim() === '' ? tail[0] : card.length > 1 ? first : undefined
  if (begins !== undefined) for (let at = begins; at <= last; at++) kinds[at] = 'signature'
}

/** Neighbours of one kind in one stretch; blank lines belong to what stands before them. */
function joined(lines: readonly string[], kinds: readonly Kind[]): Stretch[] {
  const stretches: { is: Kind; lines: string[] }[] = []
  for (const [at, line] of lines.entries()) {
    const last = stretches.at(-1)
    const is = line.trim() === '' && last ? last.is : (kinds[at] ?? 'own')
    if (last?.is === is) last.lines.push(line)
    else stretches.push({ is, lines: [line] })
  }
  return stretches.map(({ is, lines: own }) => ({ is, text: own.join('\n') }))
}
