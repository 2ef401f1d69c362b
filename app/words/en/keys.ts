import type { keys as zh } from '#app/words/zh-CN/keys.ts'

export const keys: typeof zh = {
  open: 'Keys ?',
  title: 'The keys of this page',
  close: 'Close Esc',
  down: 'Next line',
  up: 'Previous line',
  openLine: 'Open this line',
  tick: 'Select this line, or not',
  send: 'Send the form you are in',
  back: 'Out of a field; clear the selection; back',
  leave: 'Out of a field; clear the selection',
  sheet: 'This sheet',
  next: 'Next case',
  previous: 'Previous case',
  list: 'Back to the list',
  lastOfList: 'This is the last case of the list.',
}
