import { z } from 'zod'
import type { Database } from '#db/transaction.ts'
import { type MailPeer, mailPeer } from '#tests/world/mail-peer.ts'
import { type Asked, type SmsPeer, smsPeer } from '#tests/world/sms-peer.ts'
import { addressOf } from '#tests/worker/small-town.ts'

/** One mail or message as it reached a person, when, word for word. */
export type Told = { at: Date; who: string; by: 'mail' | 'sms'; id: string; words: string }

const posted = z.strictObject({ id: z.uuid(), to: z.string(), text: z.string(), language: z.string() })
const understand = ({ headers, body }: Asked) => {
  const fields =
    headers['content-type'] === 'application/json' ? JSON.parse(body) : Object.fromEntries(new URLSearchParams(body))
  return { message: posted.parse(fields), answers: '{"accepted":true}' }
}

/** A mail server and an SMS gateway, and the list of what they took. `look` notes what is new, as of that instant. */
export async function listening(db: Database) {
  const mails: MailPeer = await mailPeer()
  const phones: SmsPeer = await smsPeer(understand)
  const told: Told[] = []
  let seen = 0
  const texted = new Set<string>()
  return {
    mails,
    phones,
    told,
    look: async (at: Date) => {
      for (const { to, messageId, subject, text } of mails.received.slice(seen))
        told.push({ at, who: whoIs(to), by: 'mail', id: messageId, words: `${subject}\n${text}` })
      seen = mails.received.length
      const people = await db.selectFrom('staff').select(['login', 'mobile']).execute()
      const owners = new Map(people.map(({ login, mobile }) => [mobile ?? '', login]))
      for (const [id, { to, text }] of phones.phones) {
        if (texted.has(id)) continue
        texted.add(id)
        told.push({ at, who: owners.get(to) ?? to, by: 'sms', id, words: text })
      }
    },
    close: async () => {
      await mails.close()
      await phones.down()
    },
  }
}
const whoIs = (address: string) => address.slice(0, address.indexOf(addressOf('')))

/**
 * `03-26 09:00 mail deputy territory: words`: who got the same at one time, sorted. A mail that came twice under one
 * Message-ID is one mail; where the subject says the same as the only line, it stands once.
 */
export function linesOf(told: readonly Told[]): string[] {
  const lines = new Map<string, string[]>()
  for (const [at, { id, at: instant, by, words, who }] of told.entries()) {
    if (told.findIndex((each) => each.id === id) !== at) continue
    const same = `${minuteOf(instant)} ${by}|${shortened(words)}`
    lines.set(same, [...(lines.get(same) ?? []), who])
  }
  return [...lines].map(([same, people]) => same.replace('|', ` ${people.sort().join(' ')}: `)).sort()
}
const minuteOf = (at: Date) => new Date(at.getTime() + 8 * 3_600_000).toISOString().slice(5, 16).replace('T', ' ')
/** Where to sign in ends every mail and every message, in the same words. */
const END = /\n\n请登录回音查看：\nhttps?:\/\/[\w.:-]+\/sign-in\n$|。请登录回音查看。$/
function shortened(words: string): string {
  const [subject = '', ...lines] = words.replace(END, '').replace('回音：', '').split('\n')
  return lines.length === 1 && lines[0] === subject ? subject : [subject, ...lines].join(' | ')
}
export const isWhole = (words: string): boolean => END.test(words)
