/** One digit as somebody wrote it, and where: offsets in UTF-16 units of the text it stands in. */
export type WrittenDigit = { value: string; start: number; end: number; chinese: boolean }

/** Numerals as they are written and as they are said aloud over the telephone (幺 for one, 洞 for nought, 拐 for seven). */
const CHINESE = new Map(
  ['〇零○洞', '一壹弌幺', '二贰貳弍两', '三叁參弎', '四肆', '五伍', '六陆陸', '七柒拐', '八捌', '九玖勾'].flatMap(
    (written, value) => [...written].map((point) => [point, String(value)] as const),
  ),
)
const DECIMAL = /^\p{Nd}$/u
const MAY_BE_DIGIT = /[\p{N}〇零○洞一壹弌幺二贰貳弍两三叁參弎四肆五伍六陆陸七柒拐八捌九玖勾]/gu

/**
 * Every digit of a text in its order: ASCII, full width, of any other script, circled or raised, and Chinese numerals,
 * which `chinese` tells apart because 一 is a common word too.
 */
export function digitsIn(text: string): WrittenDigit[] {
  const digits: WrittenDigit[] = []
  for (const { 0: point, index } of text.matchAll(MAY_BE_DIGIT)) {
    const chinese = CHINESE.get(point)
    const end = index + point.length
    for (const value of chinese ?? valuesOf(point))
      digits.push({ value, start: index, end, chinese: chinese !== undefined })
  }
  return digits
}

/** `１` is 1, `⑩` is 1 and 0, `٣` is 3; a fraction or a Roman numeral is none. */
function valuesOf(point: string): string {
  const known = VALUES.get(point)
  if (known !== undefined) return known
  const plain = point.normalize('NFKC')
  const values = DECIMAL.test(plain) ? decimalValue(plain) : /^\P{L}+$/u.test(plain) ? plain.replace(/\D/g, '') : ''
  VALUES.set(point, values)
  return values
}
/** Worked out once for each code point that was ever met. */
const VALUES = new Map<string, string>()

/** The decimal digits of every script stand in Unicode in tens, from 0 to 9, without a gap. */
function decimalValue(point: string): string {
  const code = point.codePointAt(0) ?? 0
  let before = 0
  while (DECIMAL.test(String.fromCodePoint(code - before - 1))) before++
  return String(before % 10)
}
