import { inTransaction } from '#db/transaction.ts'
import { takeMailLink } from '#db/write/reporter-mails.ts'
import { dayOf } from '#workflows/clock.ts'
import type { House } from '#workflows/house.ts'
import { readLinkToken } from '#workflows/protection/link-token.ts'
import { receiptCode, receiptMac } from '#workflows/protection/receipt-code.ts'

/** Of what is no token at all: the same statement is run for it. */
const NOBODYS = Buffer.alloc(16)

/**
 * The receipt code that the link of an acknowledgement shows, and with this it was shown. Null for a link that was used,
 * is over, or never was: all alike, by the same statement.
 */
export async function codeOfLink({ db, keys, clock }: House, token: string): Promise<string | null> {
  const code = receiptCode(keys, readLinkToken(token) ?? NOBODYS)
  const today = dayOf(clock.town())
  return (await inTransaction(db, (tx) => takeMailLink(tx, receiptMac(keys, code), today))) ? code : null
}
