import { afterAll, beforeAll, expect, test } from 'vitest'
import { createLimits } from '#app/http/limits.ts'
import { createEndedSessions } from '#app/session/ended-sessions.server.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { MINUTE } from '#workflows/clock.ts'
import { MASK } from '#workflows/protection/mask-receipts.ts'
import { printReceipt } from '#workflows/protection/receipt-code.ts'
import { issueSubmission } from '#workflows/protection/submission.ts'
import { aBrowser, NETWORK } from './web-form.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

/** A report with its code typed in: what its page says and what it can send. */
async function opened() {
  const arrived = await town.report()
  const browser = aBrowser(town)
  const open = async () => {
    const { thread } = (await browser.follow({ receipt: arrived.code })).body
    if (!thread) throw new Error('the code does not open')
    return thread
  }
  return { ...arrived, browser, open }
}
const full = (text: string) => text.replace(/\d/g, (digit) => String.fromCharCode(digit.charCodeAt(0) + 0xfee0))

test('the code opens the thread as it was printed, with dashes, or in full width', async () => {
  const { code } = await town.report()
  for (const typed of [code, printReceipt(code), code.replace(/(\d{4})/g, '$1-'), full(code), ` 查询码：${code}`])
    expect((await aBrowser(town).follow({ receipt: typed })).body.thread?.label).toBe('received')
})

test('wrong, unknown, malformed and empty codes answer alike, and open nothing', async () => {
  const { code } = await town.report()
  const slip = code.slice(0, 19) + ((Number(code[19]) + 1) % 10)
  const typed = [slip, '12345678901234567894', 'abc', '', '1'.repeat(5000), code.slice(1), `${code}0`]
  const answers = await Promise.all(typed.map((receipt) => aBrowser(town).follow({ receipt })))
  for (const { status, body, cookies } of answers) {
    expect({ status, body }).toEqual({ status: answers[0]?.status, body: answers[0]?.body })
    expect(body).toMatchObject({ thread: null, notice: 'wrong' })
    expect(cookies.map((cookie) => cookie.length)).toEqual(answers[0]?.cookies.map((cookie) => cookie.length))
  }
  expect(answers[0]?.status).toBe((await aBrowser(town).follow({ receipt: code })).status)
})

test('a flood of wrong codes is told to wait; who has the right one still comes in', async () => {
  const { code } = await town.report()
  const limits = createLimits(town.clock)
  const browser = aBrowser(town, { limits })
  for (let tries = 0; tries < 30; tries += 1) expect((await browser.follow({ receipt: 'wrong' })).status).toBe(200)
  expect((await browser.follow({ receipt: 'wrong' })).status).toBe(429)
  for (let tries = 0; tries < 2; tries += 1)
    expect((await browser.follow({ receipt: code })).body.thread).not.toBeNull()
  while (limits.spend('follow', NETWORK));
  limits.giveBack('follow', NETWORK)
  // what was right costs nothing: it still comes in where one try is left
  for (let tries = 0; tries < 3; tries += 1)
    expect((await browser.follow({ receipt: code })).body.thread).not.toBeNull()
})

test('a guess that is told to wait is not looked up', async () => {
  const asked: string[] = []
  const db = new Proxy(town.db, {
    get: (target, name) => {
      asked.push(String(name))
      return Reflect.get(target, name, target)
    },
  })
  const browser = aBrowser({ ...town.house, db }, { spare: 0 })
  for (const receipt of ['wrong', '12345678901234567894', (await town.report()).code])
    expect((await browser.follow({ receipt })).status).toBe(429)
  expect(asked).toEqual([])
})

test('a session ends a quarter of an hour after the code was typed, whatever was done in it', async () => {
  const { browser, open } = await opened()
  const { mark } = await open()
  town.clock.advance(14 * MINUTE)
  const said = await browser.follow({ act: 'supplement', text: '还在写。', seen: mark, request: 'fourteen' })
  expect(said.body.thread).not.toBeNull()
  town.clock.advance(MINUTE)
  expect((await browser.follow({ act: 'supplement', text: '又过了一分钟。' })).body.notice).toBe('expired')
})

test('leaving ends the session in every copy of its cookie, and so does typing another code', async () => {
  const { browser, open, code } = await opened()
  const stays = async (cookie: string) =>
    (await aBrowser(town, { cookie }).follow({ act: 'supplement', text: '一句。' })).body
  await open()
  const first = browser.cookie()
  expect((await stays(first)).thread).not.toBeNull()
  await browser.follow({ receipt: code })
  expect((await stays(first)).notice).toBe('expired')
  const second = browser.cookie()
  expect((await stays(second)).thread).not.toBeNull()
  await browser.follow({ act: 'leave' })
  expect((await stays(second)).notice).toBe('expired')
})

test('sessions of a process that is gone are over: it alone knew which had been left', async () => {
  const { browser, open } = await opened()
  await open()
  const later = aBrowser({ ...town.house }, { cookie: browser.cookie() })
  expect((await later.follow({ act: 'supplement', text: '一句。' })).body.notice).toBe('expired')
})

test('where more have left than are remembered, older sessions end instead of coming back', () => {
  const ended = createEndedSessions(() => town.clock.wall(), 2)
  const session = (name: string) => ({ session: name, process: ended.process, begun: town.clock.wall().getTime() })
  const until = new Date(town.clock.wall().getTime() + MINUTE)
  const [left, open] = [session('left'), session('open')]
  for (const each of ['left', 'second', 'third']) ended.end(each, until)
  expect(ended.size()).toBe(1)
  expect([ended.isOver(left), ended.isOver(open)]).toEqual([true, true])
  town.clock.advance(MINUTE)
  expect(ended.isOver(session('fresh'))).toBe(false)
})

test('after the thread was opened once, the form that was sent shows the code no more', async () => {
  const text = '同一张表又送了一次。'
  const submission = issueSubmission(town.keys, town.clock.wall())
  const first = (await aBrowser(town).report({ text, submission })).body
  if (!first.received || !first.code) throw new Error('no code')
  await aBrowser(town).follow({ receipt: first.code })
  expect((await aBrowser(town).report({ text, submission })).body).toEqual({
    received: true,
    code: null,
    again: true,
    files: [],
  })
})

test('a supplement reaches the office once, however often the button is pressed', async () => {
  const { open, browser, caseId } = await opened()
  const { mark } = await open()
  const form = { act: 'supplement', text: '又多了一张表。', seen: mark, request: 'a-form-of-its-own' }
  const answers = await Promise.all([browser.follow(form), browser.follow(form)])
  expect(answers.map(({ status }) => status)).toEqual([200, 200])
  const said = await town.db.selectFrom('message').select('about').where('case_id', '=', caseId).execute()
  expect(said).toEqual([{ about: 'supplement' }])
})

test('the same form with other words after going back is not swallowed as a second click', async () => {
  const { open, browser } = await opened()
  const { mark } = await open()
  const form = { act: 'supplement', seen: mark, request: 'a-form-of-its-own' }
  await browser.follow({ ...form, text: '第一句。' })
  const second = await browser.follow({ ...form, text: '第二句。' })
  expect(second).toMatchObject({ status: 409, body: { notice: 'stale', typed: { text: '第二句。' } } })
})

test('a page that missed what happened shows it and keeps the words; what officers do unseen does not matter', async () => {
  const { open, browser, caseId } = await opened()
  const { mark } = await open()
  const clerk = town.as('clerk')
  await clerk.step(caseId, { type: 'take' })
  await clerk.step(caseId, { type: 'note', text: '内部备注' })
  expect((await browser.follow({ act: 'supplement', text: '先补一句。', seen: mark })).status).toBe(200)
  const shown = (await open()).mark
  await clerk.step(caseId, { type: 'askForMore', question: '是哪几张表？' })
  const stale = await browser.follow({ act: 'supplement', text: '再补一句。', seen: shown })
  expect(stale).toMatchObject({
    status: 409,
    body: { notice: 'stale', typed: { act: 'supplement', text: '再补一句。' }, thread: { label: 'needsInfo' } },
  })
})

test('nothing written, too much written, and an act nobody offers: said, kept, not stored', async () => {
  const { open, browser, caseId } = await opened()
  const { mark } = await open()
  const long = '写'.repeat(20_001)
  expect(await browser.follow({ act: 'supplement', text: ' ', seen: mark })).toMatchObject({
    status: 422,
    body: { mistakes: [{ field: 'text', problem: 'missing' }] },
  })
  expect(await browser.follow({ act: 'supplement', text: long, seen: mark })).toMatchObject({
    status: 422,
    body: { mistakes: [{ field: 'text', problem: 'tooLong' }], typed: { text: long } },
  })
  expect(await browser.follow({ act: 'withdraw', seen: mark })).toMatchObject({
    body: { mistakes: [{ field: 'sure', problem: 'missing' }] },
  })
  for (const act of ['accept', 'xstate.done.state.case', 'deadline.lapsed', '', 'rate'])
    expect((await browser.follow({ act, text: '…', satisfied: 'yes', seen: mark })).body.done).toBeNull()
  expect((await town.row(caseId)).revision).toBe(1)
})

test('after a quarter of an hour the code is asked again, and what was typed is carried along', async () => {
  const { open, browser, code } = await opened()
  const { mark } = await open()
  town.clock.advance(16 * MINUTE)
  const late = await browser.follow({ act: 'supplement', text: '写了很久的一段。', seen: mark })
  expect(late.body).toMatchObject({ thread: null, notice: 'expired', typed: { text: '写了很久的一段。' } })
  const again = await browser.follow({ receipt: code, act: 'supplement', text: '写了很久的一段。' })
  expect(again.body).toMatchObject({ thread: { label: 'received' }, done: null, typed: { text: '写了很久的一段。' } })
})

test('leaving ends the session and leads to an ordinary page', async () => {
  const { open, browser } = await opened()
  await open()
  expect(await browser.follow({ act: 'leave' })).toMatchObject({ status: 303, location: '/cases' })
  expect((await browser.follow({ act: 'supplement', text: '…' })).body.thread).toBeNull()
})

test("a reporter's own code in what they add is masked before anyone reads it; other numbers stay", async () => {
  const { open, browser, code } = await opened()
  const { mark } = await open()
  const text = `我的码是 ${printReceipt(code)}，又写作${full(code)}。账号 62220212345678901234。`
  await browser.follow({ act: 'supplement', text, seen: mark })
  const said = (await open()).said.at(-1)?.text
  expect(said).toBe(`我的码是 ${MASK}，又写作${MASK}。账号 62220212345678901234。`)
})

test('who is being looked for says so in any state, straight to the discipline liaison', async () => {
  const { open, browser, caseId } = await opened()
  const { mark } = await open()
  const { body } = await browser.follow({ act: 'reportReprisal', text: '领导在查是谁写的。', seen: mark })
  expect(body).toMatchObject({ done: 'reportReprisal', thread: { reprisal: { by: expect.any(String) } } })
  const errands = await town.db.selectFrom('errand').select('payload').where('case_id', '=', caseId).execute()
  expect(JSON.stringify(errands)).toContain('reprisalReported')
})

test('a withdrawal before any letter closes the matter', async () => {
  const { open, browser } = await opened()
  const { mark, withdrawCloses } = await open()
  expect(withdrawCloses).toBe(true)
  const { body } = await browser.follow({ act: 'withdraw', sure: 'on', seen: mark })
  expect(body).toMatchObject({ done: 'withdraw', thread: { label: 'closed' } })
  expect(body.thread?.acts).not.toContain('withdraw')
})
