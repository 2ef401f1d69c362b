import { expect, test } from 'vitest'
import { answerRefused } from '#app/http/answer.server.ts'
import { backPath } from '#app/http/back-path.ts'
import { askedBy, valuesOf } from '#app/http/form-values.ts'
import { readPosted } from '#app/http/uploads.ts'
import { refused } from '#workflows/engine/refusal.ts'

const MEGABYTE = 1024 * 1024
const file = (name: string, size: number) => new File([new Uint8Array(size).fill(1)], name, { type: 'image/png' })

async function read(files: File[], text = '每天填八张表') {
  const form = new FormData()
  form.append('text', text)
  for (const one of files) form.append('files', one)
  const posted = await readPosted(new Request('http://here/report', { method: 'POST', body: form }))
  return {
    text: posted.fields.get('text'),
    kept: posted.files.map(({ name, bytes }) => `${name} ${bytes.length}`),
    problems: posted.problems.map((one) => `${one.file} ${one.problem}`),
    broken: posted.broken,
  }
}

test('text and files arrive as they were sent', async () => {
  expect(await read([file('会议通知.png', 3), file('', 0)])).toEqual({
    text: '每天填八张表',
    kept: ['会议通知.png 3'],
    problems: [],
    broken: false,
  })
})

test('a file too large is named and dropped; the text and the other file stay', async () => {
  expect(await read([file('large.png', 11 * MEGABYTE), file('small.png', 5)])).toMatchObject({
    text: '每天填八张表',
    kept: ['small.png 5'],
    problems: ['large.png tooLarge'],
  })
})

test('of six files five are kept, and of thirty-six megabytes thirty', async () => {
  const six = await read(Array.from({ length: 6 }, (_, at) => file(`${at}.png`, 1)))
  expect([six.kept.length, six.problems]).toEqual([5, ['5.png tooMany']])
  const much = await read(Array.from({ length: 4 }, (_, at) => file(`${at}.png`, 9 * MEGABYTE)))
  expect([much.kept.length, much.problems]).toEqual([3, ['3.png tooMuch']])
})

test('a post cut short keeps what came before', async () => {
  const body = '--edge\r\nContent-Disposition: form-data; name="text"\r\n\r\n加班填表\r\n--edge\r\nContent-Dispo'
  const headers = { 'content-type': 'multipart/form-data; boundary=edge' }
  const posted = await readPosted(new Request('http://here/report', { method: 'POST', headers, body }))
  expect([posted.fields.get('text'), posted.broken]).toEqual(['加班填表', true])
})

test('one is led back to a place of ours and nowhere else', () => {
  expect(backPath('/desk/1?tab=2')).toBe('/desk/1?tab=2')
  for (const elsewhere of ['//evil.example', '/\\evil.example', 'https://evil.example', '', null, '/\t/evil.example'])
    expect(backPath(elsewhere), String(elsewhere)).toMatch(/^\/(?!\/)/)
  expect(backPath('/\t/evil.example')).toBe('/')
})

test.each([
  '/.//evil.example',
  '/./\\evil.example',
  '/desk/..//evil.example',
  '/%2e//evil.example',
  '/%2f/evil.example',
  '/%2Fevil.example',
  '/%5cevil.example',
  '/%252fevil.example',
  '/%09/evil.example',
  '/.\t/\n/evil.example',
  '/\\/evil.example',
  '/%25252525252fevil.example',
])('%s leads to the start', (elsewhere) => {
  expect(backPath(elsewhere)).toBe('/')
})

test('what a reader may have typed into an address of ours is kept', () => {
  for (const ours of ['/desk/search?q=%2F%2Fa', '/cases/%E4%B8%80', '/desk?back=//a', '/100%25'])
    expect(backPath(ours)).toBe(ours)
})

test('who may not know of a case is answered like a stranger', () => {
  const form = new FormData()
  const thrownBy = (code: 'unknown' | 'conflict-of-interest') => {
    try {
      return answerRefused(refused(code), form)
    } catch (thrown) {
      return JSON.stringify(thrown)
    }
  }
  expect(thrownBy('conflict-of-interest')).toBe(thrownBy('unknown'))
  expect(thrownBy('unknown')).toContain('404')
})

test('what was typed comes back with the refusal; the page’s own fields are made anew', () => {
  const form = new FormData()
  for (const [field, value] of [
    ['form', 'm'],
    ['seen', '3'],
    ['request', 'abcdefgh:R1:'],
    ['note', '一'],
    ['units', 'a'],
    ['units', 'b'],
  ] as const)
    form.append(field, value)
  expect(askedBy(form)).toEqual({ seen: 3, request: 'abcdefgh:R1:' })
  expect(valuesOf(form)).toEqual({ note: ['一'], units: ['a', 'b'] })
  expect(answerRefused(refused('stale'), form)).toMatchObject({
    init: { status: 409 },
    data: { typed: { note: ['一'] } },
  })
  expect(answerRefused(refused('invalid'), form)).toMatchObject({ init: { status: 422 } })
})

const GBK: Record<string, number[]> = {
  每天填八张同样的表: [
    0xc3, 0xbf, 0xcc, 0xec, 0xcc, 0xee, 0xb0, 0xcb, 0xd5, 0xc5, 0xcd, 0xac, 0xd1, 0xf9, 0xb5, 0xc4, 0xb1, 0xed,
  ],
}

test.each(Object.entries(GBK))('a form that a browser sent in GBK says %s', async (said, bytes) => {
  const gbk = Buffer.from(bytes)
  const head = '--edge\r\nContent-Disposition: form-data; name="text"\r\n\r\n'
  const body = Buffer.concat([Buffer.from(head), gbk, Buffer.from('\r\n--edge--\r\n')])
  const multipart = { method: 'POST', headers: { 'content-type': 'multipart/form-data; boundary=edge' }, body }
  expect((await readPosted(new Request('http://here/report', multipart))).fields.get('text')).toBe(said)
  const escaped = [...gbk].map((byte) => `%${byte.toString(16)}`).join('')
  const short = { 'content-type': 'application/x-www-form-urlencoded' }
  const posted = new Request('http://here/follow', {
    method: 'POST',
    headers: short,
    body: `act=supplement&text=${escaped}`,
  })
  expect((await readPosted(posted)).fields.get('text')).toBe(said)
})

test('a form in UTF-8 says what was typed, whatever was typed', async () => {
  for (const said of ['é', '𠮷 👨‍👩‍👧', '表', 'a+b=c&d %41', 'accentué', '填表é']) {
    const form = new FormData()
    form.append('text', said)
    const whole = await readPosted(new Request('http://here/report', { method: 'POST', body: form }))
    expect(whole.fields.get('text')).toBe(said)
    const short = await readPosted(
      new Request('http://here/follow', { method: 'POST', body: new URLSearchParams({ text: said }) }),
    )
    expect(short.fields.get('text')).toBe(said)
  }
})
