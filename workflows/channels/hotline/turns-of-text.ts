import type { Turn } from './call.ts'
import { NAME } from './names.ts'
import { speakersNamedIn } from './named-speakers.ts'
import { besideSpeaker, CALLERS, isNumberedVoice, marksIn, OPERATORS } from './speaker-marks.ts'
import { voicesTold } from './voices.ts'

const OPERATOR = new RegExp(`^号?(?:${OPERATORS})(?:${NAME}|[a-z]{0,3})$|^(?:工作人员|operator|agent|staff|a)$`, 'iu')
const CALLER = new RegExp(`^号?(?:${CALLERS})(?:${NAME}|[a-z]{0,3})$|^(?:caller|customer|user|citizen|b)$`, 'iu')

export function speakerOf(name: string): Turn['speaker'] {
  const plain = name.slice(0, 60).replace(/[\s\d【】[\]()（）<>_#-]/g, '')
  if (OPERATOR.test(plain)) return 'operator'
  return CALLER.test(plain) ? 'caller' : null
}

/** Who is called so, in the way a turn says it: one of the two, or a voice of whom the transcript does not say which. */
export function whoIs(said: string): Pick<Turn, 'speaker' | 'voice' | 'name'> {
  const speaker = speakerOf(said)
  const voice = said.trim().slice(0, 60)
  if (speaker || voice === '') return { speaker }
  const name = voice.replace(/[\d_]+/g, ' ').trim()
  return { speaker, voice, ...(isNumberedVoice(voice) || name.length < 2 ? {} : { name }) }
}

/** A transcript as turns; without any names in it, one turn of nobody in particular. */
export const turnsOfText = (text: string): Turn[] => told(partsOfText(text))

/** The turns of a whole transcript, once all of them are there: who is who, and one after the other of the same as one. */
export const told = (turns: readonly Turn[]): Turn[] => together(voicesTold(turns)).map(({ voice: _, ...turn }) => turn)

/** A piece of a transcript as turns. `names`: by which the whole of it calls those who speak. */
export function partsOfText(text: string, names: readonly string[] = speakersNamedIn(text)): Turn[] {
  const marks = marksIn(text, names)
  const beginning = (mark: RegExpExecArray) => mark.index + (mark.groups?.lead?.length ?? 0)
  const before = text.slice(0, marks[0] ? beginning(marks[0]) : text.length).trim()
  const turns = marks.map((mark, at): Turn => {
    const { operator, operatorName, operatorNote, caller, callerName, callerNote, voice, voiceNote } = mark.groups ?? {}
    const next = marks[at + 1]
    const said = text.slice(mark.index + mark[0].length, next ? beginning(next) : text.length).trim()
    const { name, note } = besideSpeaker(operatorName ?? callerName, operatorNote ?? callerNote)
    const speaker: Turn['speaker'] = caller ? 'caller' : operator ? 'operator' : null
    if (voice === undefined || speaker) return { speaker, text: said && note + said, ...(name ? { name } : {}) }
    // 李芳（坐席）
    return {
      ...whoIs(voice),
      ...(voiceNote && speakerOf(voiceNote) ? { speaker: speakerOf(voiceNote) } : {}),
      text: said,
    }
  })
  return [{ speaker: null, text: before }, ...turns]
}

/** Without empty turns, and one after the other of the same speaker as one. */
export function together(turns: readonly Turn[]): Turn[] {
  const joined: Turn[] = []
  for (const turn of turns) {
    if (turn.text === '') continue
    const last = joined.at(-1)
    if (!last || last.speaker !== turn.speaker) {
      joined.push({ ...turn })
      continue
    }
    last.text = `${last.text}\n${turn.text}`
    if (turn.name && !last.name?.includes(turn.name)) last.name = last.name ? `${last.name}、${turn.name}` : turn.name
  }
  return joined
}
