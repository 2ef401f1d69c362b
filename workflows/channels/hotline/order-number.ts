import { plainForm } from '#workflows/charsets/plain-form.ts'
import { normalText } from '#workflows/protection/normal-text.ts'

const MOST_LETTERS = 200
/** What systems write where there is none. */
const NONE = /^(0+|x+|none|null|nil|na|nan|undefined|unknown|tbd|ref|value|name|div0)$/
/** 20261012000100121 as a sheet writes a figure it cannot hold: 2.02610E+16. Its last digits are gone for good. */
const SPOILT = /^\d\.\d+e\+?\d{1,3}$|^\de\+\d{1,3}$/

/**
 * The sender's number of a call, null where there is none. `isDamaged`: there was one, of which a table has kept only the
 * first digits: any other call may have the same, and an answer would go back under a wrong one.
 */
export function orderNumber(said: string | null | undefined): { order: string | null; isDamaged: boolean } {
  const order = normalText(said ?? '')
    .trim()
    .slice(0, MOST_LETTERS)
  const plain = plainForm(order).toLowerCase()
  if (SPOILT.test(plain.replace(/\s/g, ''))) return { order: null, isDamaged: true }
  const bare = plain.replace(/[^\p{L}\p{N}]/gu, '')
  // 无, 暂无, 待补: numbers have figures or letters
  return { order: /[a-z\d]/.test(bare) && !NONE.test(bare) ? order : null, isDamaged: false }
}
