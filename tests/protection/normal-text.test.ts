import fc from 'fast-check'
import { expect, test } from 'vitest'
import { normalText } from '#workflows/protection/normal-text.ts'

test.each<[string, string, string]>([
  ['line ends of Windows', '一\r\n二', '一\n二'],
  ['line ends of old machines', '一\r二', '一\n二'],
  ['line and paragraph separators', '一\u2028二\u2029三\u0085四', '一\n二\n三\n四'],
  ['a NUL', '台\u0000账', '台账'],
  ['bells, escapes and colours of a terminal', '\u0007a\u001b[31mb\u007f\u009b', 'a[31mb'],
  ['text turned to read from the right', '\u202egnp.台账\u202c\u2066x\u2069\u200f\u061c', 'gnp.台账x'],
  ['half a character', 'a\ud83db\ude00', 'a\ufffdb\ufffd'],
  ['two halves with a NUL between them', '\ud83d\u0000\ude00', '\ufffd\ufffd'],
  ['a letter and its accent apart', 'e\u0301', 'é'],
])('%s: cleaned in the stated way', (_, typed, stored) => {
  expect(normalText(typed)).toBe(stored)
})

test.each([
  ['tabs and newlines', '一\t二\n\n三'],
  ['emoji with joiners, skins and flags', '👨‍👩‍👧‍👦 👍🏽 🇨🇳 ❤️ 1️⃣'],
  ['rare characters of GB 18030 in four bytes', '𠮷𡈽𢌱㐂䶮𬺈𰻝𫠠'],
  ['characters of private use', '\ue000\u{f0000}'],
  ['a byte order mark within', '一\ufeff二'],
  ['Tibetan, Uyghur and Mongolian', 'བོད་སྐད ئۇيغۇرچە ᠮᠣᠩᠭᠣᠯ'],
  ['full-width forms', 'ＡＢＣ１２３，。'],
  ['markup', '<script>alert(1)</script> &amp; ../../etc/passwd %00 {{7*7}} ${x}'],
  ['statements of a database', "'; DROP TABLE report;--"],
  ['formulas', '=1+1 ＝cmd|/c @SUM'],
  ['upside-down text', '˙ɐnbᴉlɐ ɐuƃɐɯ ǝɹolop'],
  ['an ogham and zero-width spaces', 'a\u1680b\u200bc\u2060d'],
])('%s: kept as typed', (_, typed) => {
  expect(normalText(typed)).toBe(typed)
})

test('doing it twice changes nothing, whatever is typed', () => {
  const nasty = fc.constantFrom(
    '\r',
    '\n',
    '\u0000',
    '\ud800',
    '\udc00',
    '\u202e',
    '\u0301',
    '\u0323',
    '\u0344',
    'a',
    '한',
    'ᄒ',
    'ᅡ',
    '\u0f71\u0f72',
  )
  const typed = fc.oneof(
    fc.string({ unit: 'binary' }),
    fc.array(nasty, { maxLength: 120 }).map((parts) => parts.join('')),
  )
  fc.assert(
    fc.property(typed, (text) => {
      const once = normalText(text)
      expect(normalText(once)).toBe(once)
      expect(Buffer.from(once, 'utf8').toString('utf8')).toBe(once)
    }),
    { numRuns: 1000 },
  )
})

test.each([
  ['of one sort', '\u0301'.repeat(100_000)],
  ['of two sorts in turn', '\u0301\u0323'.repeat(50_000)],
  ['in the worst order', '\u0301'.repeat(50_000) + '\u0323'.repeat(50_000)],
  ['in piles just below the limit', `${'\u0301\u0323'.repeat(15)}a`.repeat(3300)],
])('a hundred thousand marks %s neither hang nor get lost', (_, marks) => {
  const before = performance.now()
  const stored = normalText(`a${marks}b`)
  // composed by the platform alone the worst of them takes four seconds; a busy machine is allowed for
  expect(performance.now() - before).toBeLessThan(1000)
  expect(stored.length).toBeGreaterThan(95_000)
})
