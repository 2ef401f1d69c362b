import { isWriting } from './pressed.ts'
import { untick } from './walk-list.ts'

/** Esc: out of a field to the fold it stands in, then the ticks of a list, then the way back; never over words not sent yet. */
export function stepBack(): boolean {
  const here = document.activeElement
  if (here instanceof HTMLElement && isWriting(here)) {
    const fold = here.closest('details')?.querySelector('summary')
    if (fold) fold.focus()
    else document.getElementById('main')?.focus()
    return true
  }
  if (untick()) return true
  const back = document.querySelector<HTMLElement>('[data-back]')
  if (!back || isAnyWritten()) return false
  back.click()
  return true
}

/** Whether a form holds words that its page did not put there. */
const isAnyWritten = () =>
  [...document.querySelectorAll<HTMLTextAreaElement | HTMLInputElement>('textarea, input[type=text]')].some(
    ({ value, defaultValue }) => value !== defaultValue,
  )
