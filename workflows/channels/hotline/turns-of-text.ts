import type { Turn } from './call.ts'
import { NAME } from './names.ts'
import { besideSpeaker, CALLERS, MARK, OPERATORS } from './speaker-marks.ts'

const OPERATOR = new RegExp(`^号?(?:${OPERATORS})(?:${NAME}|[a-z]{0,3})$|^(?:工作人员|operator|agent|staff|a)$`, 'iu')
const CALLER = new RegExp(`^号?(?:${CALLERS})(?:${NAME}|[a-z]{0,3})$|^(?:caller|customer|user|citizen|b)$`, 'iu')

export function speakerOf(name: string): Turn['speaker'] {
  const plain = name.slice(0, 60).replace(/[\s\d【】[\]()（）<>_#-]/g, '')
  if (OPERATOR.test(plain)) return 'operator'
  return CALLER.test(plain) ? 'caller' : null
}

/** A transcript as turns; without any names in it, one turn of nobody in particular. */
export function turnsOfText(text: string): Turn[] {
  const marks = [...text.matchAll(MARK)]
  const beginning = (mark: RegExpExecArray) => mark.index + (mark.groups?.lead?.length ?? 0)
  const before = text.slice(0, marks[0] ? beginning(marks[0]) : text.length).trim()
  const turns = marks.map((mark, at) => {
    const { operator, operatorName, operatorNote, caller, callerName, callerNote, voice } = mark.groups ?? {}
    const next = marks[at + 1]
    const said = text.slice(mark.index + mark[0].length, next ? beginning(next) : text.length).trim()
    const { name, note } = besideSpeaker(operatorName ?? callerName, operatorNote ?? callerNote)
    const speaker: Turn['speaker'] = caller ? 'caller' : operator ? 'operator' : null
    return { turn: { speaker, text: said && note + said, ...(name ? { name } : {}) }, voice }
  })
  return together([{ speaker: null, text: before }, ...voicesTold(turns)])
}

/** Of two voices without names, the one that takes the call. */
const TAKES = /为您服务|请讲|请问有什么/
function voicesTold(turns: { turn: Turn; voice: string | undefined }[]): Turn[] {
  const voices = new Set(turns.flatMap(({ voice }) => voice ?? []))
  const taking = new Set(turns.flatMap(({ turn, voice }) => (voice && TAKES.test(turn.text) ? [voice] : [])))
  if (voices.size !== 2 || taking.size !== 1) return turns.map(({ turn }) => turn)
  return turns.map(({ turn, voice }) =>
    voice ? { ...turn, speaker: taking.has(voice) ? 'operator' : 'caller' } : turn,
  )
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
