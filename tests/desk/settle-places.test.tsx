import { expect, test } from 'vitest'
import { eventFrom } from '#app/desk/acts/event-from.ts'
import { findingsIn } from '#workflows/protection/outgoing-text.ts'
import { MASK } from '#workflows/protection/mask-receipts.ts'
import { reporterWords } from '#workflows/protection/quoted-words.ts'
import { drawnAct, inputsIn } from './drawn-act.tsx'

const TEXT = `请回电13800138000，或发li.na@mail.example；码是${MASK}。`
const unsettled = [{ field: 'question', text: TEXT, found: findingsIn(TEXT, reporterWords([])) }]
const draw = (settled: string[] = []) =>
  drawnAct({ type: 'askForMore', track: null, unsettled, typed: { question: [TEXT], settled } })
const ticks = (markup: string) =>
  [...markup.matchAll(/<input[^>]*type="checkbox"[^>]*>/g)].map(([input]) => ({
    checked: /\bchecked\b/.test(input),
    value: (/value="([^"]*)"/.exec(input)?.[1] ?? '').replaceAll('&quot;', '"'),
  }))
const NAMES = { unit: (typed: string) => typed, people: () => [] }

test('each place stands marked in the text, and what was typed is still in the field', async () => {
  const markup = await draw()
  expect([...markup.matchAll(/<mark[^>]*>([^<]*)<\/mark>/g)].map(([, words]) => words)).toEqual([
    '13800138000',
    'li.na@mail.example',
    MASK,
  ])
  expect(/<textarea[^>]*>([^<]*)/.exec(markup)?.[1]).toContain(TEXT)
})

test('each place may be kept by a box of its own, a receipt code by none', async () => {
  const boxes = ticks(await draw())
  expect(boxes.map(({ value }) => JSON.parse(value).text)).toEqual(['13800138000', 'li.na@mail.example'])
  expect(boxes.some(({ checked }) => checked)).toBe(false)
})

test('without scripts the second post says what was ticked, and a box that was ticked stays so', async () => {
  const [first] = ticks(await draw())
  const form = new FormData()
  form.set('act', 'askForMore')
  form.set('question', TEXT)
  form.append('settled', first?.value ?? '')
  form.append('settled', 'no JSON at all')
  expect(eventFrom(form, NAMES)).toEqual({
    type: 'askForMore',
    question: TEXT,
    settled: [{ field: 'question', kind: 'phone', text: '13800138000' }],
  })
  expect(ticks(await draw([first?.value ?? ''])).map(({ checked }) => checked)).toEqual([true, false])
})

test('a clean text is asked nothing: not one more input is there', async () => {
  const inputs = inputsIn(await drawnAct({ type: 'askForMore', track: null }))
  expect(inputs.some(({ name }) => name === 'settled')).toBe(false)
})
