import type { KeyboardEvent } from 'react'

export const CALLER = '来电人：'
export const OPERATOR = '话务员：'
const TURN = /^(来电人|话务员)：/

/**
 * Enter gives the word to the other who speaks; on a turn without a word yet it says that it was the other one. Shift and
 * Enter begin a new line of the same turn. Not while an input method is at work: its Enter ends a word.
 */
export function takeTurn(event: KeyboardEvent<HTMLTextAreaElement>): void {
  const { key, shiftKey, ctrlKey, metaKey, altKey, nativeEvent, currentTarget: area } = event
  if (key !== 'Enter' || shiftKey || ctrlKey || metaKey || altKey) return
  if (nativeEvent.isComposing || nativeEvent.keyCode === 229) return
  event.preventDefault()
  const { from, insert } = nextTurn(area.value, area.selectionStart)
  area.setRangeText(insert, from, area.selectionEnd, 'end')
  // whatever counts the letters hears of it
  area.dispatchEvent(new Event('input', { bubbles: true }))
  area.scrollTop = area.scrollHeight
}

/** What Enter writes at a place of the text, and from where on it is written. */
export function nextTurn(text: string, at: number): { from: number; insert: string } {
  const lines = text.slice(0, at).split('\n')
  const line = lines.at(-1) ?? ''
  const turn = lines.findLast((each) => TURN.test(each))
  const next = turn?.startsWith(CALLER) ? OPERATOR : CALLER
  if (line === CALLER || line === OPERATOR) return { from: at - line.length, insert: next }
  return { from: at, insert: line.trim() === '' ? next : `\n${next}` }
}
