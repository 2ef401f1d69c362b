const TEXT =
  'input:not([type=checkbox], [type=radio], [type=submit], [type=button]), textarea, select, [contenteditable]'

/** Whether somebody writes or picks here: letters are theirs then, not the page's. A tick or a circle takes no letters. */
export const isWriting = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest(TEXT) !== null

/** An input method is at work: its keys belong to the word that is being put together. Safari says so only by 229. */
export const isComposing = (event: KeyboardEvent): boolean => event.isComposing || event.keyCode === 229

/** The marks of a Chinese keyboard stand for those the pages name. */
const SAME: Record<string, string> = { '？': '?', '、': '/', '／': '/' }
export const nameOf = (event: KeyboardEvent): string => SAME[event.key] ?? event.key
