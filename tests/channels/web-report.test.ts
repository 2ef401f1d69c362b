import { createServer } from 'node:http'
import type { AddressInfo } from 'node:net'
import { afterAll, beforeAll, expect, test } from 'vitest'
import { aTown, type Town } from '#tests/world/town.ts'
import { readReceipt } from '#workflows/protection/receipt-code.ts'
import { issueSubmission } from '#workflows/protection/submission.ts'
import { HOUR } from '#workflows/clock.ts'
import { aBrowser, aFile, PNG } from './web-form.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const TEXT = '每周五下午填三张同样的表，村里只有两个人。'
const token = () => issueSubmission(town.keys, town.clock.wall())
const stored = async () => {
  const count = (table: 'report' | 'case_file' | 'file' | 'message') =>
    town.db
      .selectFrom(table)
      .select(({ fn }) => fn.countAll<number>().as('rows'))
      .executeTakeFirstOrThrow()
      .then(({ rows }) => Number(rows))
  return [await count('report'), await count('case_file'), await count('file'), await count('message')]
}
/** Sends and says what was stored by it: reports, cases, files, messages. */
async function changes(send: () => Promise<unknown>): Promise<number[]> {
  const before = await stored()
  await send()
  return (await stored()).map((rows, at) => rows - (before[at] ?? 0))
}

test('one text is enough, and a code that can be read comes back', async () => {
  const { status, body } = await aBrowser(town).report({ text: TEXT, submission: token() })
  expect(status).toBe(200)
  if (!body.received || !body.code) throw new Error('no code')
  expect(body.code).toMatch(/^(\d{4} ){4}\d{4}$/)
  expect(readReceipt(body.code)).not.toBeNull()
})

test('the same form sent twice at once is one report, and both show the same code', async () => {
  const form = { text: TEXT, submission: token() }
  const codes: unknown[] = []
  const made = await changes(async () => {
    const both = await Promise.all([aBrowser(town).report(form), aBrowser(town).report(form)])
    codes.push(...both.map(({ body }) => body.received && body.code))
  })
  expect(made).toEqual([1, 1, 0, 0])
  expect(codes[0]).toBeTypeOf('string')
  expect(codes[0]).toBe(codes[1])
})

test('a form without its own mark is a report all the same', async () => {
  expect(await changes(() => aBrowser(town).report({ text: TEXT }))).toEqual([1, 1, 0, 0])
})

test.each([
  ['nothing', '', 'missing'],
  ['nothing but blanks and controls', ' \n\u0000\u202e\u0007 ', 'missing'],
  ['100 000 characters', '写'.repeat(100_000), 'tooLong'],
])('%s is not taken: said what is wrong, nothing stored, nothing typed lost', async (_name, text, problem) => {
  let answer: Awaited<ReturnType<ReturnType<typeof aBrowser>['report']>> | undefined
  const fields = { text, place: '望川县', unit: '县民政局', contact: 'a@b.cn', noDispatch: 'on', submission: token() }
  const made = await changes(async () => {
    answer = await aBrowser(town).report(fields)
  })
  expect(made).toEqual([0, 0, 0, 0])
  expect(answer?.status).toBe(422)
  expect(answer?.body).toMatchObject({
    received: false,
    faults: [{ field: 'text', problem, most: 20_000 }],
    submission: fields.submission,
    typed: { place: '望川县', unit: '县民政局', contact: 'a@b.cn', noDispatch: true },
  })
  if (problem === 'tooLong') expect(answer?.body).toMatchObject({ typed: { text } })
})

test('control, bidirectional and half characters are set right once, and the words stay', async () => {
  const text = `a\u202eb\u0000c\r\nd \ud800 𠮷 👨‍👩‍👧`
  const { body } = await aBrowser(town).report({ text, submission: token() })
  if (!body.received || !body.code) throw new Error('not taken')
  const { thread } = (await aBrowser(town).follow({ receipt: body.code })).body
  expect(thread?.said[0]?.text).toBe('abc\nd \ufffd 𠮷 👨‍👩‍👧')
})

test('a page open since yesterday keeps the text and asks for one more click', async () => {
  const submission = token()
  town.clock.advance(26 * HOUR)
  const { status, body } = await aBrowser(town).report({ text: TEXT, submission })
  expect(status).toBe(422)
  expect(body).toMatchObject({ faults: [{ problem: 'expired' }], submission: null, typed: { text: TEXT } })
})

test('five files of the kinds that are taken are kept, known by their content', async () => {
  const pdf = Buffer.from('%PDF-1.7\n%âãÏÓ\n1 0 obj\n<<>>\nendobj\ntrailer\n<<>>\n%%EOF\n')
  const files = [
    aFile(PNG, 'a.jpg'),
    aFile(pdf, '通知.pdf'),
    aFile('会议通知', 'c.txt'),
    aFile(Buffer.from([0xcd, 0xa8, 0xd6, 0xaa]), 'gb.txt'),
    aFile(PNG, 'e.png'),
  ]
  expect(await changes(() => aBrowser(town).report({ text: TEXT, files, submission: token() }))).toEqual([1, 1, 5, 0])
  const types = (await town.db.selectFrom('file').select('type').execute()).map(({ type }) => type)
  expect(types.sort()).toEqual(['application/pdf', 'image/png', 'image/png', 'text/plain', 'text/plain'])
})

test.each([
  ['six files', Array.from({ length: 6 }, () => aFile(PNG, 'a.png')), 'tooMany', 422],
  ['a file of 50 MB', [aFile(Buffer.alloc(50_000_000, 'x'), 'film.txt')], 'tooLarge', 413],
  [
    'a program called a photograph',
    [aFile(Buffer.from('MZ\u0090\u0000\u0003\u0000\u0000\u0000'), 'photo.jpg')],
    'wrongType',
    422,
  ],
  [
    'an archive called a letter',
    [aFile(Buffer.from('PK\u0005\u0006' + '\u0000'.repeat(18)), 'a.docx')],
    'wrongType',
    422,
  ],
  ['a page with a script', [aFile('<?xml version="1.0"?><svg><script/></svg>', 'a.svg')], 'wrongType', 422],
])('%s: the file is named, nothing is stored, the text comes back', async (_name, files, problem, status) => {
  let answer: Awaited<ReturnType<ReturnType<typeof aBrowser>['report']>> | undefined
  const made = await changes(async () => {
    answer = await aBrowser(town).report({ text: TEXT, files, submission: token() })
  })
  expect(made).toEqual([0, 0, 0, 0])
  expect(answer?.status).toBe(status)
  const file = files.at(-1)?.name
  expect(answer?.body).toMatchObject({
    faults: [{ field: 'files', problem, file }],
    typed: { text: TEXT },
    again: problem === 'empty' ? [] : expect.arrayContaining([file]),
  })
})

test('with the database away the page of the problem carries every word and names the files', async () => {
  const away = new Proxy(town.db, {
    get() {
      throw new Error('the database is away')
    },
  })
  const browser = aBrowser({ ...town.house, db: away })
  const fields = { text: TEXT, place: '望川县', contact: 'a@b.cn', noDispatch: 'on', submission: token() }
  const sent = browser.report({ ...fields, files: [aFile(PNG, '值班.png')] })
  await expect(sent).rejects.toMatchObject({
    data: { problem: '503', typed: expect.arrayContaining(Object.entries(fields)), files: ['值班.png'] },
  })
  await expect(browser.follow({ receipt: '1234 5678', act: 'supplement', text: '还有一张表' })).rejects.toMatchObject({
    data: { problem: '503', typed: expect.arrayContaining([['text', '还有一张表']]) },
  })
})

test('too much from one network is asked to wait, with everything still in the form', async () => {
  const browser = aBrowser(town, { spare: 1 })
  await browser.report({ text: TEXT, submission: token() })
  const { status, body } = await browser.report({ text: `${TEXT}再说一件。`, submission: token() })
  expect(status).toBe(429)
  expect(body).toMatchObject({ faults: [{ problem: 'tooOften' }], typed: { text: `${TEXT}再说一件。` } })
})

test('a wrong answer to the human check brings the form back; none at all is taken into the slower lane', async () => {
  const house = { ...town.house, settings: { ...town.settings, humanCheck: 'pow' as const } }
  const refused = await aBrowser(house).report({ text: TEXT, human: 'nonsense', submission: token() })
  expect(refused.body).toMatchObject({ faults: [{ field: 'human', problem: 'failed' }], typed: { text: TEXT } })
  const taken = await aBrowser(house).report({ text: '没有脚本也送得出。', human: '', submission: token() })
  expect(taken.status).toBe(200)
  const slow = await town.db.selectFrom('case_file').select('id').where('slow_lane', '=', true).execute()
  expect(slow).toHaveLength(1)
})

test('where hCaptcha is set its verdict is asked of its server, without a word about who asks', async () => {
  const asked: string[] = []
  const verdicts = createServer(async (request, response) => {
    let said = ''
    for await (const chunk of request) said += chunk
    asked.push(said)
    response.end(JSON.stringify({ success: said.includes('response=good') }))
  })
  await new Promise<void>((ready) => void verdicts.listen(0, '127.0.0.1', ready))
  const verifyUrl = `http://127.0.0.1:${(verdicts.address() as AddressInfo).port}/siteverify`
  const hcaptcha = { sitekey: 'key', secret: 'secret', verifyUrl }
  const house = { ...town.house, settings: { ...town.settings, humanCheck: 'hcaptcha' as const, hcaptcha } }
  const send = (human: string) => aBrowser(house).report({ text: TEXT, human, submission: token() })
  expect((await send('good')).status).toBe(200)
  expect((await send('bad')).body).toMatchObject({ faults: [{ problem: 'failed' }], typed: { text: TEXT } })
  verdicts.close()
  expect(asked).toEqual(['secret=secret&response=good', 'secret=secret&response=bad'])
})
