const DIGIT = '[0-9０-９]'
/** A digit as it is written or as it is said. */
export const ANY = '[0-9０-９零〇○一二三四五六七八九幺两洞拐]'
/** Between the digits of one number: what is written there, and what is heard there. A list has other marks. */
export const GAP = '[\\s\\-－—–·嗯啊呃额哦]{0,3}'
/** Between its groups recognition puts a comma or a full stop. A 、 is a list, and never within a number. */
const PAUSE = '[\\s\\-－—–·.。,，嗯啊呃额哦]{0,3}'
export const row = (first: string, digit: string, more: number, gap = GAP) => `${first}(?:${gap}${digit}){${more}}`
const groups = (digit: string, ...sizes: number[]) => sizes.map((size) => row(digit, digit, size - 1)).join(PAUSE)
const CODE = `[0０零〇洞]${GAP}(?:[1１一幺]${GAP}[0０零〇洞]|[2２二两]${GAP}${ANY}|[3-9３-９三四五六七八九]${GAP}${ANY}${GAP}${ANY})`

/**
 * Numbers by which somebody can be called or looked up: mobile numbers in digits of any width, as they are spoken
 * (一三八…) or in both, with or without +86, telephone numbers with their area or said to be one, and identity numbers.
 */
export const NUMBERS = [
  new RegExp(
    `(?<!${DIGIT})(?=[1-9１-９])(?:${row(DIGIT, DIGIT, 16)}|${groups(DIGIT, 6, 4, 4, 3)})${GAP}[0-9０-９XxＸｘ](?!${DIGIT})`,
    'g',
  ),
  new RegExp(
    `(?<!${ANY})(?:[+＋]?${row('[8８]', '[6６]', 1)}${PAUSE}|[0０零])?(?=[1１一幺]${GAP}[3-9３-９三四五六七八九])(?:${row(ANY, ANY, 10)}|${groups(ANY, 3, 4, 4)})(?!${ANY})`,
    'g',
  ),
  new RegExp(`(?<!${ANY})${CODE}${PAUSE}${ANY}?${GAP}${groups(ANY, 3, 4)}(?!${ANY})`, 'g'),
  new RegExp(
    `(?<=(?:电话|座机|号码|手机)(?:号码?)?[是为打:：\\s]{0,3})${row(ANY, ANY, 6, PAUSE)}(?:${PAUSE}${ANY}){0,5}(?!${ANY})`,
    'g',
  ),
  // some digits of a mobile number, the others already hidden by whoever sent it
  new RegExp(`(?<!${DIGIT})[1１][3-9３-９]${DIGIT}[*＊xXｘＸ]{4,}${DIGIT}{0,4}`, 'g'),
]
