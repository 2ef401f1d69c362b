import type { Turn } from './call.ts'

/** What only the one who takes a call says. */
export const TAKES =
  /为您服务|请讲|请问有什么|有什么可以帮|什么可以帮到?您|请问您要反映|请问您需要|(?:您好|你好)[，,、 ]{0,2}.{0,12}(?:热线|服务中心|专线)/u
/** What rather the one says, and the other. */
const RATHER = { operator: /您|请问|请稍等|登记|为您|帮您|转交|反馈给/u, caller: /我们|咱们|我反映|我要|俺|我想问/u }

/** Of voices whose part in the call nobody says, the one that takes it, and the other. What stays open is nobody's. */
export function voicesTold(turns: readonly Turn[]): Turn[] {
  const open = turns.filter(({ speaker, voice }) => speaker === null && voice !== undefined)
  const voices = [...new Set(open.flatMap(({ voice }) => voice ?? []))]
  if (voices.length === 0) return [...turns]
  const operator = voices.find((voice) => saidBy(open, voice).some((text) => TAKES.test(text)))
  const parts = new Map<string, Turn['speaker']>(
    operator === undefined ? guessed(turns, open, voices) : [[operator, 'operator']],
  )
  const [rest, ...more] = voices.filter((voice) => voice !== operator)
  const isCallerKnown = turns.some(({ speaker }) => speaker === 'caller')
  if (operator !== undefined && rest !== undefined && more.length === 0 && !isCallerKnown) parts.set(rest, 'caller')
  return turns.map((turn) => ({ ...turn, speaker: turn.speaker ?? parts.get(turn.voice ?? '') ?? null }))
}

const saidBy = (turns: readonly Turn[], of: string) => turns.flatMap(({ voice, text }) => (voice === of ? [text] : []))

/** Where nobody takes the call: beside the one who is known stands the other, and of two one asks and one complains. */
function guessed(
  turns: readonly Turn[],
  open: readonly Turn[],
  voices: readonly string[],
): [string, Turn['speaker']][] {
  const [one = '', other = ''] = voices
  const isKnown = (part: Turn['speaker']) => turns.some(({ speaker }) => speaker === part)
  if (voices.length === 1 && isKnown('operator') !== isKnown('caller'))
    return [[one, isKnown('operator') ? 'caller' : 'operator']]
  if (voices.length !== 2) return []
  const lean = (voice: string) => {
    const said = saidBy(open, voice)
    const share = (is: RegExp) => said.filter((text) => is.test(text)).length / said.length
    return share(RATHER.operator) - share(RATHER.caller)
  }
  const difference = lean(one) - lean(other)
  if (Math.abs(difference) < 0.5) return []
  const [asks, complains] = difference > 0 ? [one, other] : [other, one]
  return [
    [asks, 'operator'],
    [complains, 'caller'],
  ]
}
