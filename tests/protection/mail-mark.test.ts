import { beforeAll, describe, expect, test } from 'vitest'
import type { Keys } from '#workflows/protection/keys.ts'
import { mailMark } from '#workflows/protection/mail-mark.ts'
import { freshKeys } from './fresh-keys.ts'

let keys: Keys
beforeAll(async () => {
  keys = await freshKeys()
})
const mark = (mail: string) => mailMark(keys, Buffer.from(mail)).toString('hex')
const MAIL =
  'From: li@mail.example\r\nDate: Mon, 12 Oct 2026\r\nMessage-ID: <1@x>\r\nSubject: a b\r\n\r\none\r\n\r\ntwo\r\n'

describe('a mail is the same by whatever door it comes', () => {
  test.each([
    ['with other ends of lines', MAIL.replaceAll('\r\n', '\n')],
    ['with traces of its way', `Return-Path: <li@mail.example>\r\nReceived: from a\r\n\tby b\r\nX-Spam: no\r\n${MAIL}`],
    ['out of a mailbox file', `From li@mail.example Mon Oct 12\n${MAIL.replaceAll('\r\n', '\n')}`],
    ['with a subject folded anew', MAIL.replace('a b', 'a\r\n b')],
    ['with its fields in another order', `Subject: a b\r\n${MAIL.replace('Subject: a b\r\n', '')}`],
    ['with names of fields in capitals', MAIL.replace('Subject', 'SUBJECT')],
    ['with blank lines at its end', `${MAIL}\r\n\r\n`],
  ])('%s', (_, copy) => {
    expect(mark(copy)).toBe(mark(MAIL))
  })
})

describe('another mail is another', () => {
  test.each([
    ['from somebody else', MAIL.replace('li@', 'wang@')],
    ['of another day', MAIL.replace('12 Oct', '13 Oct')],
    ['under another id', MAIL.replace('<1@x>', '<2@x>')],
    ['with another subject', MAIL.replace('a b', 'a c')],
    ['with another word', MAIL.replace('two', 'three')],
    ['without a word', MAIL.replace('two', '')],
    ['where the body begins elsewhere', MAIL.replace('\r\n\r\none', '\r\none')],
  ])('%s', (_, other) => {
    expect(mark(other)).not.toBe(mark(MAIL))
  })

  test('without any id, by what it says', () => {
    const mail = (text: string) => `From: li@mail.example\r\n\r\n${text}`
    expect(mark(mail('one'))).toBe(mark(mail('one')))
    expect(mark(mail('one'))).not.toBe(mark(mail('two')))
  })

  test('where words stand in the place of the header', () => {
    expect(mark('每天三张表\n\n盼复')).not.toBe(mark('每天四张表\n\n盼复'))
    expect(mark('Received: x\r每天三张表')).not.toBe(mark('Received: x\r每天四张表'))
  })

  test('in another town', async () => {
    expect(mailMark(await freshKeys(), Buffer.from(MAIL)).toString('hex')).not.toBe(mark(MAIL))
  })
})
