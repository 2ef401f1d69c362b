import { afterAll, beforeAll, expect, test } from 'vitest'
import { aBrowser } from '#tests/channels/web-form.ts'
import { aTown, type Town } from '#tests/world/town.ts'

let town: Town
beforeAll(async () => {
  town = await aTown()
})
afterAll(() => town.close())

const SECOND = '还让我们填调研问卷，十一份，内容都一样。'
async function split() {
  const arrived = await town.report({ text: `会太多。${SECOND}` })
  await town.as('hewen').step(arrived.caseId, { type: 'split', text: SECOND, kind: 'B31' })
  return arrived
}
/** What a browser with this code shows after it went to another matter. */
async function at(browser: ReturnType<typeof aBrowser>, matter: string) {
  const moved = await browser.follow({ act: 'matter', matter })
  expect(moved).toMatchObject({ status: 303, location: '/follow' })
  // a page that sends nothing shows what is open: an unknown act answers with the thread
  return (await browser.follow({ act: 'look' })).body.thread
}

test('the one code leads to both matters and back, and an act lands in the one that is open', async () => {
  const { code, caseId } = await split()
  const browser = aBrowser(town)
  const first = (await browser.follow({ receipt: code })).body.thread
  expect(first?.matter).toEqual({ at: 1, of: 2 })
  const second = await at(browser, '2')
  expect(second?.matter).toEqual({ at: 2, of: 2 })
  expect(second?.said[0]?.text).toBe(SECOND)
  await browser.follow({ act: 'supplement', text: '问卷又来了一份。', seen: second?.mark ?? '' })
  const messages = await town.db.selectFrom('message').select('case_id').execute()
  expect(messages).toEqual([{ case_id: second?.caseId }])
  expect(second?.caseId).not.toBe(caseId)
  expect((await at(browser, '1'))?.caseId).toBe(caseId)
})

test('what was typed for one matter does not land in the other that was opened meanwhile', async () => {
  const { code } = await split()
  const browser = aBrowser(town)
  const first = (await browser.follow({ receipt: code })).body.thread
  await at(browser, '2')
  const answer = await browser.follow({ act: 'supplement', text: '说的是会。', seen: first?.mark ?? '' })
  expect(answer.body).toMatchObject({ notice: 'stale', typed: { text: '说的是会。' } })
})

test('a number that is no matter of this code changes nothing, and opens nothing without a code', async () => {
  const { code } = await split()
  await split()
  const browser = aBrowser(town)
  await browser.follow({ receipt: code })
  for (const matter of ['3', '0', '-1', 'x', '', '1e0.5', '99999999999999999999'])
    expect((await at(browser, matter))?.matter.at).toBe(1)
  const stranger = aBrowser(town)
  await stranger.follow({ act: 'matter', matter: '1' })
  expect(stranger.cookie()).toBe('')
})
