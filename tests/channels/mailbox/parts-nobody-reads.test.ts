import { describe, expect, test } from 'vitest'
import { readMail } from '#workflows/channels/mailbox/read-mail.ts'
import { saidByMail } from '#workflows/channels/mailbox/report-of-mail.ts'
import { box, plain, read, wire } from './put-together.ts'

const FROM = 'From: "安某" <anmou@home.example>\n'
const named = (type: string, name: string, body: string) =>
  `Content-Type: ${type}; name="${name}"\nContent-Disposition: attachment; filename="${name}"\n\n${body}`
/** What the desk gets of a mail. */
async function desk(mail: string) {
  const { mail: found } = await readMail(wire(`${FROM}${mail}`))
  const said = found && (await saidByMail(found, { subject: false }))
  if (!said) throw new Error('nothing was read')
  return { ...said, inFiles: said.files.map(({ bytes }) => bytes.toString()).join('\n') }
}
const earlier = `${FROM}To: 乡办 <office@town.example>\nSubject: earlier\nDate: Fri, 18 Sep 2026 16:20:00 +0800\nContent-Type: text/plain; charset=utf-8\n\n每户一份档案。`

describe('the words of a part that no program shows are words, and its header is sealed', () => {
  test('the first piece of a long letter', async () => {
    const { text, files } = await desk(`Content-Type: message/partial; id="a@b"; number=1; total=2\n\n${earlier}`)
    expect(text).toBe('earlier\n\n每户一份档案。')
    expect(files).toEqual([])
  })
  test('its second piece', async () => {
    const { text, files } = await desk('Content-Type: message/partial; id="a@b"; number=2; total=2\n\n另有六个群要管。')
    expect(text).toBe('另有六个群要管。')
    expect(files).toEqual([])
  })
  test('but a piece of what was encoded is shown to people', async () => {
    const rest = Buffer.from('每户一份档案。'.repeat(40)).toString('base64').slice(3)
    expect(await read(`Content-Type: message/partial; id="a@b"; number=2; total=2\n\n${rest}`)).toMatchObject({
      unreadable: 'malformed',
    })
  })
  test.each([
    ['a mail as a file', named('message/rfc822', 'old.eml', earlier)],
    ['a mail under the name of anything', named('application/octet-stream', 'old.eml', earlier)],
    ['a mail under the name of text', named('text/plain', 'old.txt', earlier)],
    ['a mail without a name', `Content-Type: application/octet-stream\n\n${earlier}`],
    ['a mail for news', `Content-Type: message/news\n\n${earlier}`],
  ])('%s', async (_, part) => {
    const { text, folded, inFiles } = await desk(box('mixed', plain('见附件。'), part))
    expect(text).toBe('见附件。')
    expect(folded).toContainEqual({ is: 'forwarded', text: expect.stringContaining('每户一份档案。') })
    expect(inFiles).not.toContain('anmou@home.example')
  })
  test.each([
    ['the header of a mail', 'Content-Type: text/rfc822-headers\n\nFrom: anmou@home.example\nSubject: x\n'],
    ['a message of another kind', `Content-Type: message/http\n\nFrom: anmou@home.example\n\n每户一份档案。`],
    ['the card of its sender', named('text/vcard', 'an.vcf', 'BEGIN:VCARD\nEMAIL:anmou@home.exam\n ple\nEND:VCARD')],
    [
      'an invitation by its sender',
      named('text/calendar', 'a.ics', 'BEGIN:VCALENDAR\nORGANIZER:mailto:Anmou@home.example'),
    ],
  ])('%s is no file for the desk', async (_, part) => {
    const { folded, inFiles } = await desk(box('mixed', plain('见附件。'), part))
    expect(inFiles).not.toMatch(/anmou@home.example/i)
    expect(folded).toContainEqual(expect.objectContaining({ is: expect.stringMatching(/leftOut|forwarded/) }))
  })
  test('a table or a statement stays the file that it is', async () => {
    const table = named('text/csv', '表.csv', '户,份\n1,3')
    const { files } = await desk(box('mixed', plain('见附件。'), table, named('text/plain', '说明.txt', '每户三份。')))
    expect(files.map(({ name }) => name)).toEqual(['表.csv', '说明.txt'])
  })
})

describe('what is said in several forms is said once', () => {
  const said = '正文：社区专干一周走访六十户。'
  const others = [
    ['text/x-amp-html', `<!doctype html><html amp4email><body>${said}</body></html>`],
    ['text/watch-html', `<b>${said}</b>`],
    ['text/enriched', `<bold>正文：</bold>社区专干一周\n走访六十户。`],
    ['text/richtext', `${said}<nl>`],
    ['text/x-web-intelligent', said],
  ] as const
  test.each(others)('as %s beside the words', async (type, body) => {
    const choice = box('alternative', plain(said), `Content-Type: ${type}; charset=utf-8\n\n${body}`)
    expect(await read(choice)).toMatchObject({ text: said, files: [] })
  })
  test.each(others)('as %s alone', async (type, body) => {
    expect(await read(`Content-Type: ${type}; charset=utf-8\n\n${body}`)).toMatchObject({ text: said, files: [] })
  })
  test('and what only another form says is added', async () => {
    const amp = 'Content-Type: text/x-amp-html; charset=utf-8\n\n<p>还有四个群。</p>'
    expect((await read(box('alternative', plain(said), amp))).text).toBe(`${said}\n\n还有四个群。`)
  })
  test('as text and as a page one after the other', async () => {
    const page = `Content-Type: text/html; charset=utf-8\n\n<p>${said}</p>`
    expect((await read(box('mixed', plain(said), page))).text).toBe(said)
    expect((await read(box('mixed', page, plain(said)))).text).toBe(said)
    const more = `Content-Type: text/html; charset=utf-8\n\n<p>还有四个群。</p>`
    expect((await read(box('mixed', plain(said), more))).text).toContain('还有四个群。')
  })
  test('enriched text is told without its commands', async () => {
    const body = '<param>x</param><color><param>red</param>一周</color>\n<italic>三次</italic>\n\n每次<<两小时>'
    expect((await read(`Content-Type: text/enriched; charset=utf-8\n\n${body}`)).text).toBe('一周三次\n每次<两小时>')
  })
})

describe('what stands below a picture, in a file that Exchange made of it', () => {
  const picture =
    'Content-Type: image/png; name="a.png"\nContent-Disposition: inline\nContent-Transfer-Encoding: base64\n\niVBORw0KGgo='
  test.each([
    ['ATT00001.txt', 'text/plain; charset=utf-8', '图下面还有话：群太多。'],
    ['ATT00001.htm', 'text/html; charset=utf-8', '<p>图下面还有话：群太多。</p>'],
    ['ATT00002.html', 'text/html; charset=utf-8', '<html><body>图下面还有话：群太多。</body></html>'],
  ])('%s is words', async (name, type, body) => {
    const { text, files } = await read(box('mixed', plain('图上面。'), picture, named(type, name, body)))
    expect({ text, files }).toEqual({ text: '图上面。\n\n图下面还有话：群太多。', files: ['a.png'] })
  })
  test('an empty one is nothing', async () => {
    const end = named('text/plain; charset=us-ascii', 'ATT00001.txt', '\n')
    expect(await read(box('mixed', plain('图上面。'), picture, end))).toMatchObject({
      text: '图上面。',
      files: ['a.png'],
    })
  })
})
