import { parse } from 'csv-parse/sync'
import fc from 'fast-check'
import { expect, it } from 'vitest'
import { csvOf } from '#app/http/csv.ts'

const FORMULA = /^[=+\-@\t\r]/
const text = fc.oneof(
  fc.string({ unit: 'grapheme' }),
  fc.tuple(fc.constantFrom('=', '+', '-', '@', '\t', '\r', '＝'), fc.string()).map((parts) => parts.join('')),
)

it('a cell of a CSV never begins like a formula, and reads as what it was', () => {
  fc.assert(
    fc.property(fc.array(fc.array(text, { minLength: 2, maxLength: 4 }), { minLength: 1, maxLength: 5 }), (lines) => {
      const read: string[][] = parse(csvOf(lines), { bom: true, relax_column_count: true, skip_empty_lines: false })
      expect(read.length).toBe(lines.length)
      for (const [at, line] of lines.entries())
        for (const [nth, cell] of line.entries()) {
          const found = read[at]?.[nth] ?? ''
          expect(found).not.toMatch(FORMULA)
          expect(found.replace(/^'(?=[=+\-@\t\r＝＋－＠])/, '')).toBe(cell)
        }
    }),
  )
})

it('Excel reads its Chinese: it begins with the mark of UTF-8', () => {
  expect(Buffer.from(csvOf([['编号']])).subarray(0, 3)).toEqual(Buffer.of(0xef, 0xbb, 0xbf))
})

it('days left stay numbers, also when they are over', () => {
  expect(csvOf([[-3, null, 'a,b', 'say "no"']])).toBe('\uFEFF-3,,"a,b","say ""no"""\r\n')
})
