import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import { loader } from '#app/follow-up/follow.tsx'
import { receiptCookie } from '#app/session/receipt-session.server.ts'
import { everyTable } from '#tests/at-rest/everywhere.ts'
import { mailTown } from '#tests/world/mail-town.ts'
import type { Town } from '#tests/world/town.ts'
import { openThread } from '#workflows/engine/open-thread.ts'
import { openWithNewCode } from '#workflows/engine/open-with-new-code.ts'
import { issueSubmission } from '#workflows/protection/submission.ts'
import { readThread } from '#workflows/reading/thread.ts'
import { readCasePage } from '#workflows/reading/case-page.ts'
import { aBrowser } from './web-form.ts'

let at: Awaited<ReturnType<typeof mailTown>>
let town: Town
beforeAll(async () => {
  at = await mailTown()
  town = at.town
})
afterAll(() => at.close())

const SAID = '只有我知道的一件事。'
const exposed = async () => {
  const arrived = await town.report({ text: SAID })
  await town.as('clerk').step(arrived.caseId, { type: 'askForMore', question: '此前的提问' })
  const before = await openThread(town.house, arrived.code)
  expect(await town.as('clerk').step(arrived.caseId, { type: 'exposeCode' })).toMatchObject({ kind: 'moved' })
  return { ...arrived, before: { kind: 'reporter' as const, report: arrived.report, code: before?.code ?? 0 } }
}
const token = () => issueSubmission(town.keys, town.clock.wall())
const holder = async (code: string) => {
  const opened = await openThread(town.house, code)
  return opened && { kind: 'reporter' as const, report: opened.report, code: opened.code }
}

describe('a code that an officer has seen', () => {
  test('opens nothing from then on, nor does what it had opened before', async () => {
    const { code, before } = await exposed()
    expect(await readThread(town.house, before)).toBeNull()
    const request = new Request('http://huiyin.test/follow', {
      headers: { Cookie: receiptCookie(town.house, before).split(';')[0] ?? '' },
    })
    const context = { house: town.house, nonce: '', spend: () => true, setCookie: () => {} }
    expect(await loader({ request, params: {}, context })).toMatchObject({ thread: null })
    const { body } = await aBrowser(town.house).follow({ receipt: code })
    expect(body).toMatchObject({ thread: null, exchange: { code: null } })
    expect(JSON.stringify(body)).not.toContain(SAID)
  })

  test('is exchanged for another, once, and dies', async () => {
    const { code, before } = await exposed()
    const form = token()
    const given = (await openWithNewCode(town.house, before, form)) ?? ''
    expect(given).toMatch(/^\d{20}$/)
    expect(given).not.toBe(code)
    expect(await openThread(town.house, code)).toBeNull()
    // the same form again shows the same code, three times at most; another form and the old session get none
    expect(await openWithNewCode(town.house, before, form)).toBe(given)
    expect(await openWithNewCode(town.house, before, form)).toBe(given)
    expect(await openWithNewCode(town.house, before, form)).toBeNull()
    expect(await openWithNewCode(town.house, before, token())).toBeNull()
    expect(await readThread(town.house, before)).toBeNull()
  })

  test('is no more shown by its form once it was used', async () => {
    const { before } = await exposed()
    const form = token()
    const given = (await openWithNewCode(town.house, before, form)) ?? ''
    await openThread(town.house, given)
    expect(await openWithNewCode(town.house, before, form)).toBeNull()
  })

  test('shows the new holder nothing of what was said before, and all that comes after', async () => {
    const { caseId, before } = await exposed()
    const given = (await openWithNewCode(town.house, before, token())) ?? ''
    const by = (await holder(given))!
    const thread = await readThread(town.house, by)
    expect(thread?.said).toEqual([])
    expect(thread?.codeReplacedOn).toBe('2026-10-12')
    await town.asReporter(caseId).step(caseId, { type: 'supplement', text: '此后的补充' })
    await town.as('clerk').step(caseId, { type: 'askForMore', question: '此后的提问' })
    const { said } = (await readThread(town.house, by))!
    expect(said.map(({ text }) => text)).toEqual(['此后的补充', '此后的提问'])
  })

  test('is given to nobody whose code was not seen, and to no stranger', async () => {
    const { report } = await town.report()
    expect(await openWithNewCode(town.house, { kind: 'reporter', report, code: 1 }, token())).toBeNull()
    const { report: seen } = await exposed()
    expect(await openWithNewCode(town.house, { kind: 'reporter', report: seen }, token())).toBeNull()
    expect(await openWithNewCode(town.house, { kind: 'reporter', report: seen, code: 1 }, 'forged')).toBeNull()
  })

  test('two at once get one new code between them', async () => {
    const { before } = await exposed()
    const given = await Promise.all([token(), token()].map((form) => openWithNewCode(town.house, before, form)))
    expect(given.filter((code) => code !== null)).toHaveLength(1)
  })

  test('officers see that it was seen, and that it was replaced', async () => {
    const { caseId, before } = await exposed()
    const seen = async () => (await readCasePage(town.house, town.officer('clerk'), caseId))?.said?.reports[0]
    expect(await seen()).toMatchObject({ codeExposedOn: '2026-10-12', codeReplacedOn: null })
    expect(await town.as('clerk').step(caseId, { type: 'exposeCode' })).toMatchObject({ code: 'not-now' })
    await openWithNewCode(town.house, before, token())
    expect(await seen()).toMatchObject({ codeExposedOn: null, codeReplacedOn: '2026-10-12' })
    expect(await town.as('clerk').step(caseId, { type: 'exposeCode' })).toMatchObject({ kind: 'moved' })
  })

  test('neither code stands in any table', async () => {
    const { code, before } = await exposed()
    const given = (await openWithNewCode(town.house, before, token())) ?? ''
    const tables = Buffer.concat((await everyTable(at.owner)).map(({ bytes }) => bytes)).toString('latin1')
    for (const each of [code, given]) expect(tables).not.toContain(each)
  })
})

test('the page gives the new code by its button, and says what a dead one may mean', async () => {
  const { code } = await exposed()
  const browser = aBrowser(town.house)
  const { body } = await browser.follow({ receipt: code })
  const form = (body as { exchange: { token: string } }).exchange.token
  const given = await browser.follow({ act: 'newCode', token: form })
  expect(given.body).toMatchObject({ exchange: { code: expect.stringMatching(/^\d{4}( \d{4}){4}$/) } })
  expect((await browser.follow({ receipt: code })).body).toMatchObject({ notice: 'wrong' })
})
