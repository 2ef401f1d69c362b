import { listKnownReceipts } from '#db/read/cases.ts'
import type { House } from '#workflows/house.ts'
import { type MayOpen, mayOpen } from '#workflows/protection/find-receipts.ts'
import { readLinkToken } from '#workflows/protection/link-token.ts'
import { maskReceipts } from '#workflows/protection/mask-receipts.ts'
import { receiptCode, receiptMac } from '#workflows/protection/receipt-code.ts'

type Knows = Pick<House, 'db' | 'keys'>
/** A text of nothing but numbers has thousands that could be codes: they are looked up many at a time. */
const AT_ONCE = 2_000
const UUID = /^[\da-f]{8}(?:-[\da-f]{4}){3}-[\da-f]{12}$/i

/** The text without any receipt code or link that opens a thread here: whoever reads it must not be able to open one. */
export async function withoutReceipts(house: Knows, text: string): Promise<string> {
  return maskReceipts(text, await known(house, mayOpen(text)))
}

/** The same for every text in something that was said, however deep: one question to the database, and mostly none. */
export async function withoutReceiptsIn<T>(house: Knows, said: T): Promise<T> {
  const texts = new Map<string, MayOpen[]>()
  each(said, (text) => {
    if (!UUID.test(text)) texts.set(text, mayOpen(text))
    return text
  })
  const here = new Set((await known(house, [...texts.values()].flat())).map(({ key }) => key))
  return each(said, (text) =>
    maskReceipts(
      text,
      (texts.get(text) ?? []).filter(({ key }) => here.has(key)),
    ),
  ) as T
}

/** Those of them that open a thread. */
async function known({ db, keys }: Knows, found: readonly MayOpen[]): Promise<MayOpen[]> {
  const macs = new Map<string, Buffer>()
  for (const { is, key } of found) if (!macs.has(key)) macs.set(key, macOf(keys, is, key))
  const all = [...macs.values()]
  const here = new Set<string>()
  for (let at = 0; at < all.length; at += AT_ONCE)
    for (const mac of await listKnownReceipts(db, all.slice(at, at + AT_ONCE))) here.add(mac.toString('hex'))
  return found.filter(({ key }) => here.has(macs.get(key)?.toString('hex') ?? ''))
}

function macOf(keys: House['keys'], is: MayOpen['is'], key: string): Buffer {
  const submission = is === 'token' ? readLinkToken(key) : null
  return receiptMac(keys, submission ? receiptCode(keys, submission) : key)
}

/** What was said, with every text in it put through `change`. Bytes stay as they are. */
function each(said: unknown, change: (text: string) => string): unknown {
  if (typeof said === 'string') return change(said)
  if (Array.isArray(said)) return said.map((one) => each(one, change))
  if (said === null || typeof said !== 'object' || ArrayBuffer.isView(said) || said instanceof Date) return said
  return Object.fromEntries(Object.entries(said).map(([name, value]) => [name, each(value, change)]))
}
