import { useEffect } from 'react'
import { keepList } from './last-list.ts'
import { isComposing, isWriting, nameOf } from './pressed.ts'
import { reach } from './reach.ts'
import { sendForm } from './send-form.ts'
import { stepBack } from './step-back.ts'
import { walkList } from './walk-list.ts'

/** How long `g` waits for the letter after it. */
const WAITS = 1500

/**
 * The keyboard of every page for officers. What a key does stands on the page itself: `data-key` on the place it leads to,
 * lines of a ledger to walk, `data-back` on the way back. Never while somebody writes, in the middle of a word of an
 * input method, or together with another key.
 */
export function usePageKeys(openSheet: () => void): void {
  useEffect(() => {
    let first: { key: string; at: number } | null = null
    const onKey = (event: KeyboardEvent) => {
      if (event.defaultPrevented || isComposing(event) || document.querySelector('dialog[open]')) return
      const together = event.ctrlKey || event.metaKey
      if (event.key === 'Enter' && together ? sendForm() : !event.altKey && !together && single(event))
        event.preventDefault()
    }
    const single = (event: KeyboardEvent): boolean => {
      const key = nameOf(event)
      if (key === 'Escape') return stepBack()
      if (isWriting(event.target)) return false
      const before = first && event.timeStamp - first.at < WAITS ? first.key : null
      first = null
      if (before) return reach(`${before} ${key}`)
      if (key === 'g') {
        first = { key, at: event.timeStamp }
        return true
      }
      if (key === '?') {
        openSheet()
        return true
      }
      // a letter that is held down is one wish, but for walking
      return (event.repeat && key !== 'j' && key !== 'k') || walkList(key) || reach(key)
    }
    const onClick = ({ target }: MouseEvent) => {
      if (target instanceof Element && target.closest('tr[data-row] a')) keepList()
    }
    document.addEventListener('keydown', onKey)
    document.addEventListener('click', onClick, true)
    return () => {
      document.removeEventListener('keydown', onKey)
      document.removeEventListener('click', onClick, true)
    }
  }, [openSheet])
}
