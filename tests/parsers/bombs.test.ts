import { strToU8, zipSync } from 'fflate'
import { afterAll, describe, expect, test } from 'vitest'
import { openParsers, PARSER_LIMITS } from '#workflows/parsers/parse-apart.ts'
import { parse } from '#workflows/parsers/parsers.ts'
import { billionLaughs, formatted, hiddenEntry, pixelFlood, row, sharedStringBomb, workbook } from './bombs.ts'

const parsers = openParsers({
  ...PARSER_LIMITS,
  seconds: { mail: 4, table: 8, calls: 8, notice: 4, kind: 4, sessions: 4 },
  megabytes: 160,
})
afterAll(() => parsers.close())
const nothing = async () => null
const calls = (bytes: Buffer | string, name: string) =>
  parsers.parse('calls', { bytes: Buffer.from(bytes), name }, { answer: nothing })
/** The reading ends with a refusal: its own, or because it was stopped. */
const refusal = (parsed: object) => {
  const said = 'stopped' in parsed ? parsed : (parsed as { read: unknown }).read
  if (typeof said === 'object' && said !== null && 'stopped' in said) return said.stopped
  return typeof said === 'object' && said !== null && 'problem' in said ? said.problem : said
}

describe('what is made to break its reader is refused', () => {
  test('six kilobytes that come to half a billion letters', async () => {
    const bomb = sharedStringBomb()
    expect(bomb.length).toBeLessThan(8_000)
    expect(await parsers.parse('table', bomb)).toEqual({ read: { problem: 'tooMuch' } })
    expect(refusal(await calls(bomb, 'a.xlsx'))).toBe('tooMuch')
  })

  test('an entry of gigabytes that its list does not name', async () => {
    const bomb = hiddenEntry(1500)
    expect(bomb.length).toBeLessThan(2_000_000)
    expect(['tooMuch', 'broken', 'tooLong']).toContain(refusal(await parsers.parse('table', bomb)))
  })

  test('a sheet that is packed a thousandfold', async () => {
    const bomb = workbook(' '.repeat(60_000_000))
    expect(refusal(await parsers.parse('table', bomb))).toBe('tooLarge')
  })

  test('a table so wide that its rows fill the memory', async () => {
    const rows = Array.from({ length: 4000 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`)
    expect(['tooMuch', 'tooLong']).toContain(refusal(await parsers.parse('table', workbook(rows.join('')))))
  })

  test('a cell in which six hundred thousand texts stand', async () => {
    const many = Array.from({ length: 600_000 }, () => '<v>0</v>').join('')
    expect(refusal(await parsers.parse('table', workbook(`<row r="1"><c r="A1">${many}</c></row>`)))).toBe('tooMuch')
  })

  test('ten thousand entries', async () => {
    const entries = Object.fromEntries(Array.from({ length: 10_000 }, (_, at) => [`xl/${at}.xml`, new Uint8Array(1)]))
    expect(refusal(await parsers.parse('table', workbook('', { more: entries })))).toBe('notATable')
  })

  test('a box in a box in a box is a box, and nobody opens it', async () => {
    let box = new Uint8Array(10_000_000)
    for (let depth = 0; depth < 20; depth += 1) box = zipSync({ 'a.zip': box })
    expect(refusal(await parsers.parse('table', Buffer.from(box)))).toBe('notATable')
    expect(await parsers.parse('kind', { bytes: Buffer.from(box), name: '' })).toEqual({ read: null })
  })

  test('a text that names itself ten billion times', async () => {
    const sheet = '<row r="1"><c r="A1" t="s"><v>0</v></c></row>'
    const read = await parsers.parse('table', workbook(sheet, { more: { 'xl/sharedStrings.xml': billionLaughs() } }))
    expect(JSON.stringify(read).length).toBeLessThan(1000)
  })

  test('JSON a million boxes deep', async () => {
    const deep = `${'['.repeat(1_000_000)}${']'.repeat(1_000_000)}`
    expect(['json', 'tooMuch', 'noCalls', 'tooLong']).toContain(refusal(await calls(deep, 'a.json')))
    const [left, right] = ['{"session":', '}'].map((part) => part.repeat(50_000))
    expect(refusal(await parsers.parse('sessions', Buffer.from(`${left}[]${right}`)))).toBeNull()
  })

  test('a document that says it is small', async () => {
    const xml = strToU8(`<w:document>${'<w:p><w:r><w:t>休</w:t></w:r></w:p>'.repeat(300_000)}</w:document>`)
    const bomb = Buffer.from(zipSync({ 'word/document.xml': xml }))
    expect(refusal(await parsers.parse('notice', { bytes: bomb, year: 2027 }))).toBe('notANotice')
  })

  test('a picture of two and a half billion points is a picture, and nobody draws it', async () => {
    expect(await parsers.parse('kind', { bytes: pixelFlood(), name: '' })).toEqual({ read: 'image/png' })
  })

  test('and a table of one line and ten megabytes is answered', async () => {
    const line = `诉求内容,地址\n${'填表，'.repeat(1_100_000)},望川县`
    expect(await calls(line, 'a.csv')).toMatchObject({ read: { calls: [{ row: 2 }] } })
    expect(['tooMuch', 'tooLong', 'noCalls']).toContain(
      refusal(await calls(`诉求内容\n${','.repeat(9_000_000)}`, 'a.csv')),
    )
  })
}, 120_000)

describe('what only looks like much is read', () => {
  test('495 calls in a sheet that is formatted down to row 65 203', async () => {
    const rows = Array.from({ length: 495 }, (_, at) => row(at + 2, `DH${at}`, `每周要填三张表，第${at}次来电`))
    const sheet = row(1, '办件编号', '诉求内容') + rows.join('') + formatted(497, 65_203)
    const read = await calls(workbook(sheet), '通话.xlsx')
    expect('read' in read && 'calls' in read.read && read.read.calls.length).toBe(495)
  })

  test('and 5 001 rows in which something stands are too many', async () => {
    const rows = Array.from({ length: 5_002 }, (_, at) => row(at + 1, '编码', '名称')).join('')
    expect(refusal(await parsers.parse('table', workbook(rows)))).toBe('tooManyRows')
  })
}, 60_000)

test('while a bomb is read, what others send is read too, and this process is free', async () => {
  const order: string[] = []
  const photo = Buffer.concat([Buffer.from('ffd8ffe000104a464946', 'hex'), Buffer.alloc(2000)])
  // both processes have begun
  await Promise.all([parse('kind', { bytes: photo, name: '' }), parse('table', Buffer.from('a,b\n'))])
  const wide = Array.from({ length: 4000 }, (_, at) => `<row r="${at + 1}"><c r="XFD${at + 1}"><v>1</v></c></row>`)
  const bomb = parse('table', workbook(wide.join(''))).then((read) => order.push(`bomb ${refusal(read)}`))
  let ticks = 0
  const tick = setInterval(() => (ticks += 1), 1)
  for (let sent = 0; sent < 3; sent += 1) order.push(String(refusal(await parse('kind', { bytes: photo, name: '' }))))
  await bomb
  clearInterval(tick)
  expect(order.slice(0, 3)).toEqual(['image/jpeg', 'image/jpeg', 'image/jpeg'])
  expect(order[3]).toMatch(/^bomb too/)
  expect(ticks).toBeGreaterThan(20)
}, 60_000)
