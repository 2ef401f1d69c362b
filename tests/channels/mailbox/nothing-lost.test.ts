import fc from 'fast-check'
import { expect, test } from 'vitest'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { wire } from './put-together.ts'

/** A tree of parts; every leaf says a word of its own. */
type Tree = { leaf: { type: string; transfer: string } } | { box: string; parts: Tree[]; breaks: string }

const leaf = fc.record({
  leaf: fc.record({
    type: fc.constantFrom(
      'text/plain',
      'text/plain; charset=gb2312',
      'text/plain; name=a.txt',
      'text/html; charset=utf-8',
      'text/csv',
      'text/enriched',
      'text/calendar',
      'text',
      'image/png; name="a.png"',
      'application/octet-stream',
      'application/ms-tnef; name=winmail.dat',
      'application/pkcs7-mime; name=smime.p7m',
      'message/rfc822',
      'message/external-body',
      'message/partial; id=1; number=1; total=2',
      '',
    ),
    transfer: fc.constantFrom('', '7bit', '8bit', 'base64', 'quoted-printable', 'x-uuencode', 'nonsense'),
  }),
})
const { tree } = fc.letrec<{ tree: Tree }>((tie) => ({
  tree: fc.oneof(
    { maxDepth: 4 },
    leaf,
    fc.record({
      // one of a choice is read: what the others say is the same
      box: fc.constantFrom('mixed', 'related', 'signed', 'parallel', 'digest', 'unheard-of'),
      parts: fc.array(tie('tree'), { minLength: 1, maxLength: 4 }),
      breaks: fc.constantFrom('', '', '', 'no end', 'closed twice', 'no boundary', 'other boundary', 'no blank line'),
    }),
  ),
}))

function written(top: Tree): { mail: string; words: string[] } {
  const words: string[] = []
  let boxes = 0
  const write = (one: Tree): string => {
    if ('leaf' in one) {
      const word = `word${words.length}x`
      words.push(word)
      const { type, transfer } = one.leaf
      const header = [type && `Content-Type: ${type}`, transfer && `Content-Transfer-Encoding: ${transfer}`]
      const said = type.startsWith('text/html') ? `<p>${word}</p>` : `it says ${word} here`
      const isEncoded = transfer === 'base64' && words.length % 2 === 0
      const body = isEncoded ? Buffer.from(said).toString('base64') : said
      return `${header.filter(Boolean).join('\n')}\n\n${body}\n`.replace(/^\n+/, '\n')
    }
    const boundary = `b${++boxes}`
    const { breaks } = one
    const parts = one.parts.map((part) => {
      const text = write(part)
      return breaks === 'no blank line' ? text.replace('\n\n', '\n') : text
    })
    const said = breaks === 'no boundary' ? '' : `; boundary=${breaks === 'other boundary' ? 'other' : boundary}`
    const [first = '', ...rest] = parts.map((part) => `--${boundary}\n${part}`)
    const end = breaks === 'no end' ? '' : `--${boundary}--\n`
    return `Content-Type: multipart/${one.box}${said}\n\n${first}${breaks === 'closed twice' ? end : ''}${rest.join('')}${end}`
  }
  return { mail: `From: a@example.cn\nSubject: x\nMIME-Version: 1.0\n${write(top)}`, words }
}

test('whatever is put into whatever, every word is in the text or in a file, or people are shown the mail', async () => {
  await fc.assert(
    fc.asyncProperty(tree, async (top) => {
      const { mail, words } = written(top)
      const { mail: found, unreadable } = await readMail(wire(mail))
      if (unreadable) return
      const kept = [found?.text ?? '', ...(found?.files ?? []).map(({ bytes }) => bytes.toString('latin1'))].join('\n')
      expect(words.filter((word) => !kept.includes(word))).toEqual([])
    }),
    { numRuns: 400 },
  )
}, 60_000)

test('whatever the bytes are, reading ends with an answer', async () => {
  const lines = fc.constantFrom(
    '',
    '--b',
    '--b--',
    '--',
    'Content-Type: multipart/mixed; boundary=b',
    'Content-Type: multipart/alternative; boundary="b',
    'Content-Type: message/rfc822',
    'Content-Type: text/plain; charset=hz-gb-2312',
    'Content-Type: text/html; charset="',
    'Content-Transfer-Encoding: base64',
    "Content-Disposition: attachment; filename*0*=x'y'%",
    'Subject: =?gb2312?B?/////w==?= =?gb2312?Q?=?=',
    'From: "a" <b@c>, group: <d@e>;,,<',
    'begin 644 x',
    'end',
    'BEGIN:VEVENT',
    '<div><!-- <p>',
  )
  const bytes = fc.oneof(
    lines.map((line) => Buffer.from(line)),
    fc.uint8Array({ maxLength: 60 }).map((some) => Buffer.from(some)),
  )
  await fc.assert(
    fc.asyncProperty(fc.array(bytes, { maxLength: 40 }), fc.constantFrom('\r\n', '\n', '\r'), async (all, end) => {
      const { mail, unreadable } = await readMail(Buffer.concat(all.flatMap((some) => [some, Buffer.from(end)])))
      expect(mail !== null || unreadable !== null).toBe(true)
    }),
    { numRuns: 1000 },
  )
}, 60_000)
