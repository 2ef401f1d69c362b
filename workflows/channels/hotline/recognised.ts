import { record } from './turns-of-list.ts'

/** Fields are compared without case and marks: Sentences, sentence_info, SpeakerId. */
const plain = (name: string) => name.replace(/[_-]/g, '').toLowerCase()
/** Where speech recognisers list what was said: Aliyun, Tencent, Volcengine, whisperX, FunASR, iFlytek, Azure. */
const LISTS = [
  'sentences',
  'resultdetail',
  'utterances',
  'segments',
  'sentenceinfo',
  'paragraphs',
  'transcripts',
  'lattice',
  'recognizedphrases',
]
/** What a sentence is called, the best first. */
const TEXTS = ['finalsentence', 'onebest', 'text', 'sentence', 'transcript', 'display', 'content', 'slicesentence']
const SPEAKERS = ['speaker', 'speakerid', 'speakerlabel', 'spk', 'spkid', 'rl', 'role', 'roletype']
const CHANNELS = ['channelid', 'channel']
const BEGINS = ['begintime', 'starttime', 'startms', 'start', 'begin', 'bg', 'offsetinticks']
/** Deeper than any recogniser wraps a sentence. */
const DEEPEST = 12

type Sentence = { speaker?: string; channel?: string; begin: number | null; text: string }

/**
 * What a recogniser wrote, with each call in it as `{session:[{speaker,text}]}`; anything else as it is. A sentence that
 * says nothing under the names known here stays, and so the call is refused rather than read by halves.
 */
export function recognised(said: unknown, depth = 0): unknown {
  if (depth > DEEPEST) return said
  const value = opened(said)
  if (Array.isArray(value)) {
    const list = value.map((each) => recognised(each, depth + 1))
    return list.every((each, at) => each === value[at]) ? value : list
  }
  const object = record.safeParse(value).data
  if (!object) return said
  const sentences = Object.entries(object).flatMap(([name, list]) =>
    LISTS.includes(plain(name)) && Array.isArray(opened(list)) ? (sentencesIn(opened(list), {}, 0) ?? []) : [],
  )
  if (sentences.length > 0) return withSession(object, sentences)
  const inner = Object.entries(object).map(([name, of]) => [name, recognised(of, depth + 1)] as const)
  const [found, ...more] = inner.flatMap(([name, of]) => {
    const call = record.safeParse(of).data
    return call && of !== object[name] && 'session' in call ? [{ name, call }] : []
  })
  if (inner.every(([name, of]) => of === object[name])) return value
  if (!found || more.length > 0) return Object.fromEntries(inner)
  // what is wrapped around a call is said of it
  const around = Object.entries(object).filter(([name]) => name !== found.name)
  return { ...Object.fromEntries(around), ...found.call }
}

/** JSON within a text of JSON. */
function opened(value: unknown): unknown {
  if (typeof value !== 'string' || !/^\s*(?:\{\s*"|\[\s*\{)/.test(value)) return value
  try {
    return JSON.parse(value)
  } catch {
    return value
  }
}

function withSession(object: Record<string, unknown>, sentences: readonly Sentence[]): Record<string, unknown> {
  const bare = (text: string) => text.replace(/[^\p{L}\p{N}]/gu, '')
  const channels = new Set(sentences.map(({ channel }) => channel))
  const speakers = new Set(sentences.map(({ speaker }) => speaker))
  // two channels are recorded apart, and each counts its speakers by itself
  const voice = ({ speaker, channel }: Sentence) =>
    channels.size > 1 || speakers.size < 2 ? (channel ?? speaker) : speaker
  const isTimed = channels.size > 1 && sentences.every(({ begin }) => begin !== null)
  const sorted = isTimed ? sentences.toSorted((one, other) => (one.begin ?? 0) - (other.begin ?? 0)) : sentences
  const session = sorted.map((each) => ({ speaker: voice(each) ?? '', text: each.text }))
  const beside = Object.entries(object).filter(([name, of]) => {
    if (Array.isArray(opened(of))) return false
    if (!TEXTS.includes(plain(name)) || typeof of !== 'string') return true
    // the whole of the call once more
    const whole = bare(of)
    return !session.every(({ text }) => whole.includes(bare(text)))
  })
  return { ...Object.fromEntries(beside), session }
}

/** The sentences of a list, those of lists within it too; null where one of them is none. */
function sentencesIn(list: unknown, around: Pick<Sentence, 'speaker' | 'channel'>, depth: number): Sentence[] | null {
  if (!Array.isArray(list) || depth > DEEPEST) return null
  const sentences: Sentence[] = []
  for (const each of list) {
    const object = record.safeParse(opened(each)).data
    if (!object) return null
    const said = { ...around, ...spokenIn(object) }
    const inner = Object.entries(object).find(([name, of]) => LISTS.includes(plain(name)) && Array.isArray(of))
    const deeper = inner ? sentencesIn(inner[1], said, depth + 1) : null
    if (deeper) {
      sentences.push(...deeper)
      continue
    }
    const text = textIn(object, depth)
    if (text === null) return null
    sentences.push({
      ...said,
      begin: Number(field(object, BEGINS) ?? Number.NaN) || zeroOrNull(field(object, BEGINS)),
      text,
    })
  }
  return sentences
}
const zeroOrNull = (begin: unknown) => (Number(begin ?? Number.NaN) === 0 ? 0 : null)

function spokenIn(object: Record<string, unknown>): Pick<Sentence, 'speaker' | 'channel'> {
  const additions = record.safeParse(object.additions).data ?? {}
  const [best] = Object.values(object).flatMap((of): Record<string, unknown>[] => {
    const inner = record.safeParse(opened(of)).data
    return inner ? [inner] : []
  })
  const st = record.safeParse(best?.st).data ?? {}
  const of = (names: readonly string[]) => field(object, names) ?? field(additions, names) ?? field(st, names)
  const [speaker, channel] = [of(SPEAKERS), of(CHANNELS)]
  return {
    ...(speaker !== null && speaker !== '' ? { speaker: voiceOf(speaker) } : {}),
    ...(channel !== null && channel !== '' ? { channel: voiceOf(channel) } : {}),
  }
}
const voiceOf = (said: string) => (/^\d{1,2}$/.test(said) ? `speaker ${said}` : said)

/** A sentence in one field, or in the words that it was heard in. */
function textIn(object: Record<string, unknown>, depth: number): string | null {
  const text = field(object, TEXTS)
  if (text !== null) return text
  const best = Object.entries(object).find(([name]) => /^(?:json1best|nbest|words)$/.test(plain(name)))
  return best ? wordsIn(opened(best[1]), depth) : null
}

/** `{st:{rt:[{ws:[{cw:[{w}]}]}]}}` of iFlytek, the best of several of Azure, the words of a paragraph. */
function wordsIn(value: unknown, depth: number): string | null {
  if (depth > DEEPEST * 2) return null
  if (Array.isArray(value)) {
    const isEither = value.some((each) => record.safeParse(each).data?.display !== undefined)
    const words = (isEither ? value.slice(0, 1) : value).map((each) => wordsIn(each, depth + 1))
    return words.includes(null) ? null : words.join('')
  }
  const object = record.safeParse(value).data
  if (!object) return null
  const word = field(object, ['display', 'w', 'word', 'text'])
  if (word !== null) return word
  const inner = object.st ?? object.rt ?? object.ws ?? object.cw
  // of the ways a word may have been heard the first is the best
  return inner === undefined
    ? null
    : wordsIn(inner === object.cw && Array.isArray(inner) ? inner.slice(0, 1) : inner, depth + 1)
}

function field(object: Record<string, unknown>, names: readonly string[]): string | null {
  const entries = Object.entries(object)
  for (const name of names) {
    const value = entries.find(([key]) => plain(key) === name)?.[1]
    if (typeof value === 'string' || typeof value === 'number') return String(value).trim()
  }
  return null
}
