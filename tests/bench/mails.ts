import { randomBytes } from 'node:crypto'
import { overTheWire } from './peers.ts'

const SENTENCE =
  '每周五下午都要把同一份清单按三个口径报三次，县里一份、镇里一份、专班一份，表头不一样，数字是一样的，村里两个人要填到晚上。'
const MEGABYTE = 1024 * 1024

/** What servers on the way write above a mail: most of what there is to read of a short one. */
const ON_THE_WAY = Array.from(
  { length: 4 },
  (_, at) =>
    `Received: from mail${at}.example (mail${at}.example [192.0.2.${at}])\n\tby mx${at}.example with ESMTPS id ${at}a7Bc9 for <huiyin@yunlan.example>;\n\tMon, 12 Oct 2026 09:30:0${at} +0800`,
).join('\n')

const head = (id: string, type: string) =>
  [
    ON_THE_WAY,
    `From: =?utf-8?B?${Buffer.from('李某').toString('base64')}?= <li.${id}@mail.example>`,
    'To: <huiyin@yunlan.example>',
    `Subject: =?utf-8?B?${Buffer.from(`重复填表 ${id}`).toString('base64')}?=`,
    'Date: Mon, 12 Oct 2026 09:30:00 +0800',
    `Message-ID: <${id}@mail.example>`,
    'MIME-Version: 1.0',
    `Content-Type: ${type}`,
  ].join('\n')

const base64 = (bytes: Buffer) => bytes.toString('base64').replace(/.{76}/g, '$&\n')
/** 250 characters, no two mails alike. */
const words = (id: string) => `${SENTENCE.repeat(5).slice(0, 225)}编号${id}`

/** A mail as mailbox providers send it: words in plain text and again in HTML, both in base64. */
export function textMail(): string {
  const id = randomBytes(10).toString('hex')
  const part = (type: string, text: string) =>
    `--choice\nContent-Type: ${type}; charset="utf-8"\nContent-Transfer-Encoding: base64\n\n${base64(Buffer.from(text))}\n`
  const choice = [part('text/plain', words(id)), part('text/html', `<div style="font-size:14px">${words(id)}</div>`)]
  return `${head(id, 'multipart/alternative; boundary=choice')}\n\n${choice.join('')}--choice--\n`
}

/** The same words, and a megabyte that begins as a photograph does. */
export function photoMail(): string {
  const id = randomBytes(10).toString('hex')
  const parts = [
    `--parts\nContent-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: base64\n\n${base64(Buffer.from(words(id)))}\n`,
    `--parts\nContent-Type: image/jpeg; name="photo.jpg"\nContent-Transfer-Encoding: base64\nContent-Disposition: attachment\n\n${photo}\n`,
  ]
  return `${head(id, 'multipart/mixed; boundary=parts')}\n\n${parts.join('')}--parts--\n`
}
const photo = base64(
  Buffer.concat([Buffer.from('ffd8ffe000104a46494600010100000100010000', 'hex'), randomBytes(MEGABYTE - 20)]),
)

/** So many made before the clock runs; making one takes longer than sending it. */
export const ready = (count: number, make: () => string): Buffer[] =>
  Array.from({ length: count }, () => overTheWire(make()))
