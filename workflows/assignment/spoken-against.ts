import {
  ADDRESSED,
  ASKED,
  CITED,
  COLLUDES,
  COMPLAINS,
  DIRECT,
  DISTRUSTED,
  DOES,
  FOREIGN_ACTOR,
  HEARD,
  NEUTRAL,
  SIGNED,
  THANKED,
  THANKED_AFTER,
  WHEN,
  WRONG,
} from './frames.ts'

/** So much around a name is looked at: the sentence it stands in is hardly ever longer. */
const BEFORE = 24
const AFTER = 120
/** Of what follows, so much belongs to the name itself. */
const CLOSE = 30
const SENTENCE_END = /[。！？!?；;\n]/

/**
 * Whether a text speaks against whom it names at this place, and not only to them or of them: an address, a greeting, a
 * thank-you, a plea, an order that is cited, a word to whom the matter was reported. In doubt it does, for what is taken
 * for an accusation by mistake costs the liaison one press, and an accusation not seen costs the reporter. The window
 * around the name is bounded (`said`: how they are spoken of), so that the time grows with the number of names alone.
 */
export function isSpokenAgainst(text: string, at: Place, said: Saying = 'named'): boolean {
  const around = surroundings(text, at)
  if (isPlainlyWrong(around)) return true
  const frame = frameOf(around)
  if (frame === null) return isSubject(around, said) || doesWrong(around, frame)
  return (frame === 'heard' || frame === 'addressed') && doesWrong(around, frame)
}

/** `person`: by name or title; `named`: the office or a role in it; `mentioned`: 你们, 12345, said of them lightly. */
export type Saying = 'person' | 'named' | 'mentioned'

/** Whether they are said to do something, and nothing that would be all right. */
function isSubject({ here, after, stop }: Around, said: Saying): boolean {
  if (WHEN.test(after)) return false
  if (said === 'person') return true
  if (!DOES.test(here) || NEUTRAL.test(after + stop)) return false
  if (said === 'named') return true
  const complaint = after.search(COMPLAINS)
  const other = after.search(FOREIGN_ACTOR)
  return complaint >= 0 && (other < 0 || complaint <= other)
}

type Place = { start: number; end: number }
/** `here`: the sentence up to the name; `after`: what follows in it; `next`: the sentence after it; `stop`: what ends it */
type Around = { here: string; before: string; after: string; stop: string; next: string }
type Frame = 'addressed' | 'signed' | 'thanked' | 'asked' | 'heard' | 'cited'

function surroundings(text: string, { start, end }: Place): Around {
  const before = text.slice(Math.max(0, start - BEFORE), start)
  const here = before.slice(Math.max(...[...'。！？!?；;\n'].map((stop) => before.lastIndexOf(stop))) + 1)
  const after = sentenceAfter(text, end)
  const stop = text.charAt(end + after.length)
  return { here, before, after, stop, next: sentenceAfter(text, end + after.length + 1) }
}

const isPlainlyWrong = ({ here, after }: Around): boolean =>
  DIRECT.test(after) || DISTRUSTED.test(here) || COLLUDES.test(here) || COLLUDES.test(after.slice(0, CLOSE))

function frameOf({ here, before, after, stop }: Around): Frame | null {
  if (SIGNED.test(before) || (/^\s*(?:云澜)?市?$/.test(here) && /^(?:收|启|敬启|台启|亲启)?\s*$/.test(after)))
    return 'signed'
  if (ADDRESSED.before.test(here) && ADDRESSED.after.test(after + stop)) return 'addressed'
  if (THANKED.test(here) || THANKED_AFTER.test(after)) return 'thanked'
  if (ASKED.before.test(here) || ASKED.after.test(after)) return 'asked'
  if (CITED.before.test(here) || (CITED.after.test(after) && !CITED.burdens.test(after))) return 'cited'
  if (HEARD.before.test(here) || (HEARD.with.test(here) && HEARD.tells.test(after))) return 'heard'
  return null
}

/** What follows up to the end of the sentence. */
function sentenceAfter(text: string, end: number): string {
  const window = text.slice(end, end + AFTER)
  const stop = window.search(SENTENCE_END)
  return stop < 0 ? window : window.slice(0, stop)
}

/**
 * A wrong is laid at the door of whoever was named last before it: 「找过专项办。没人理。」 Where somebody else does something
 * to the office or in its name (「镇里向专项办报成效，逼我们…」), it is theirs.
 */
function doesWrong({ here, after, next }: Around, frame: Frame | null): boolean {
  if (/[镇乡村县区局](?:长|里|上)?(?:说|讲|放话|吹牛说)/.test(here)) return false
  if (frame === 'heard' && FOREIGN_ACTOR.test(here) && !HEARD.tells.test(after)) return false
  const said = frame === null ? after : `${after}。${next}`
  const wrong = said.search(WRONG)
  if (wrong < 0) return false
  const other = said.search(FOREIGN_ACTOR)
  return other < 0 || wrong <= other
}
