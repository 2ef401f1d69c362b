import { describe, expect, it } from 'vitest'
import { freshKeys } from '#tests/protection/fresh-keys.ts'
import { mintThreadToken, readThreadToken } from '#workflows/channels/mailbox/thread-token.ts'

const REPORT = '6f1f3d0c-61a2-4f7e-9a53-0d4a4e3a1b2c'
const keys = await freshKeys()
const answering = (headers: Record<string, string>) => ({
  headers: new Map(Object.entries(headers).map(([name, value]) => [name, [value]])),
})

describe('the mark in a Message-ID of ours', () => {
  const ours = `<${mintThreadToken(keys, REPORT)}@huiyin.example>`

  it('leads an answer back to its report, from In-Reply-To or References, whatever stands beside it', () => {
    expect(readThreadToken(keys, answering({ 'in-reply-to': ours }))).toBe(REPORT)
    expect(readThreadToken(keys, answering({ references: `<a@b.example>\r\n ${ours}` }))).toBe(REPORT)
    expect(readThreadToken(keys, answering({ 'in-reply-to': '<a@b.example>', references: ours }))).toBe(REPORT)
    expect(readThreadToken(keys, answering({ 'in-reply-to': ours.toUpperCase() }))).toBe(REPORT)
  })

  it('says nothing of the report, and is another one each time', () => {
    const again = mintThreadToken(keys, REPORT)
    expect(again).not.toBe(mintThreadToken(keys, REPORT))
    expect(again).not.toContain(REPORT.replaceAll('-', ''))
    expect(again).toMatch(/^[0-9a-f]{90}$/)
  })

  it('cannot be made or bent by anyone else', async () => {
    const foreign = `<${mintThreadToken(await freshKeys(), REPORT)}@huiyin.example>`
    expect(readThreadToken(keys, answering({ 'in-reply-to': foreign }))).toBeNull()
    const bent = ours.replace(/[0-9a-f](?=@)/, (last) => (last === '0' ? '1' : '0'))
    expect(readThreadToken(keys, answering({ 'in-reply-to': bent }))).toBeNull()
  })

  it('is looked for where answers have it, and in no other place of a mail', () => {
    expect(readThreadToken(keys, answering({ subject: ours, to: ours, 'message-id': ours }))).toBeNull()
    expect(readThreadToken(keys, answering({}))).toBeNull()
  })
})
