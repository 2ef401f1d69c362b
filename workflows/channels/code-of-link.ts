import { inTransaction } from '#db/transaction.ts'
import { takeMailLink } from '#db/write/reporter-mails.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { receiptCode, receiptMac } from '#workflows/protection/receipt-code.ts'

const SUBMISSION = 16

/**
 * The receipt code that the link of an acknowledgement shows, and with this it was shown. Null for a link that was used,
 * is over, or never was: all alike, by the same statement.
 */
export async function codeOfLink({ db, keys, clock }: House, token: string): Promise<string | null> {
  const bytes = Buffer.from(token, 'base64url')
  const submission = bytes.length === SUBMISSION ? bytes : Buffer.alloc(SUBMISSION)
  const code = receiptCode(keys, submission)
  const today = dayOf(clock.town())
  return (await inTransaction(db, (tx) => takeMailLink(tx, receiptMac(keys, code), today))) ? code : null
}
