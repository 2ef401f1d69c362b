import type { Turn } from './call.ts'

/** By what names transcripts call the two who speak. */
const OPERATOR = /^(话务员|坐席|座席|客服|接线员|受理员|工作人员|operator|agent|staff|a)$/i
const CALLER = /^(来电人|市民|诉求人|反映人|客户|用户|群众|caller|customer|user|citizen|b)$/i

export function speakerOf(name: string): Turn['speaker'] {
  const plain = name.replace(/[\s\d【】[\]()（）<>]/g, '')
  if (OPERATOR.test(plain)) return 'operator'
  return CALLER.test(plain) ? 'caller' : null
}

/** `坐席：您好`, `【市民】我反映`, `话务员(1023)：` at the beginning of a line, or after a full stop in one long line. A name written twice is one. */
const TURN =
  /(^|[。！？!?\n]\s*)(?:[【[]?\s*(话务员|坐席|座席|客服|接线员|受理员|来电人|市民|诉求人|反映人|客户|用户|群众|operator|agent|caller|customer)\s*[(（]?[\w\d]{0,8}[)）]?\s*[】\]]?\s*[:：][ \t]*)+/gi

/** A transcript as turns; without any names in it, one turn of nobody in particular. */
export function turnsOfText(text: string): Turn[] {
  const marks = [...text.matchAll(TURN)]
  const beginning = (mark: RegExpExecArray) => mark.index + (mark[1]?.length ?? 0)
  const before = text.slice(0, marks[0] ? beginning(marks[0]) : text.length).trim()
  const turns = marks.map((mark, at): Turn => {
    const next = marks[at + 1]
    const said = text.slice(mark.index + mark[0].length, next ? beginning(next) : text.length)
    return { speaker: speakerOf(mark[2] ?? ''), text: said.trim() }
  })
  return together([{ speaker: null, text: before }, ...turns])
}

/** Without empty turns, and one after the other of the same speaker as one. */
export function together(turns: readonly Turn[]): Turn[] {
  const joined: Turn[] = []
  for (const turn of turns) {
    if (turn.text === '') continue
    const last = joined.at(-1)
    if (last && last.speaker === turn.speaker) last.text = `${last.text}\n${turn.text}`
    else joined.push({ ...turn })
  }
  return joined
}
