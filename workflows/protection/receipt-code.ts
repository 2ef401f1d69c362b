import { createHmac } from 'node:crypto'
import type { Keys } from './keys.ts'

const DIGITS = 19
/** Far above a code with spaces, dashes and a label: longer input is a pasted text, not a code. */
const LONGEST_TYPED = 200

/**
 * The receipt code of a form: 19 digits derived from its submission, and a check digit. Derived and not
 * drawn, so that a double submit shows the same code while nothing decryptable is stored.
 * 128 bits reduced to 10^19 values: the bias is below 2^-64.
 */
export function receiptCode(keys: Keys, submission: Buffer): string {
  const mac = createHmac('sha256', keys.receipt).update('code').update(submission).digest('hex')
  const digits = (BigInt(`0x${mac.slice(0, 32)}`) % 10n ** BigInt(DIGITS)).toString().padStart(DIGITS, '0')
  return digits + checkDigit(digits)
}

/** What the database keeps of a code, and looks it up by: worthless without the receipt key. */
export const receiptMac = (keys: Keys, code: string): Buffer =>
  createHmac('sha256', keys.receipt).update('stored').update(code).digest()

/** Stands in the same place for a report that no code opens by itself: the second matter of another. */
export const splitMac = (keys: Keys, report: string): Buffer =>
  createHmac('sha256', keys.receipt).update('split').update(report).digest()

/**
 * The 20 digits of a code as people type and paste it: full-width digits, any spaces and dashes, the label 查询码 or
 * Receipt code before it. Null if anything else is there or the check digit does not fit.
 */
export function readReceipt(typed: string): string | null {
  if (typed.length > LONGEST_TYPED) return null
  const digits = typed
    .replace(/[０-９]/g, (digit) => String.fromCharCode(digit.charCodeAt(0) - 0xfee0))
    .replace(/查询码|receipt code/gi, '')
    .replace(/[\s\p{Pd}\p{Cf}\u2212:：]/gu, '')
  return isReceipt(digits) ? digits : null
}

/** Whether these are twenty digits of which the last is the check digit of the others. */
export const isReceipt = (digits: string): boolean =>
  /^\d{20}$/.test(digits) && checkDigit(digits.slice(0, DIGITS)) === digits.slice(DIGITS)

/** A code in five groups of four, as it is shown, printed and read out. */
export const printReceipt = (code: string): string => code.replace(/\d{4}(?=\d)/g, '$& ')

/** ISO/IEC 7064, MOD 11,10. */
function checkDigit(digits: string): string {
  let product = 10
  for (const digit of digits) product = (((product + Number(digit)) % 10 || 10) * 2) % 11
  return String((11 - product) % 10)
}
