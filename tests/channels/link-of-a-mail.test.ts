import { randomBytes } from 'node:crypto'
import { afterEach, beforeEach, expect, test } from 'vitest'
import { action, loader } from '#app/front-desk/from-mail.tsx'
import { writesByMail } from '#tests/world/by-mail.ts'
import { aTown, type Town } from '#tests/world/town.ts'
import { codeOfLink } from '#workflows/channels/code-of-link.ts'
import { addDays } from '#workflows/clock.ts'
import { openThread } from '#workflows/engine/open-thread.ts'
import { printReceipt } from '#workflows/protection/receipt-code.ts'

const TODAY = '2026-10-12'
let town: Town
beforeEach(async () => {
  town = await aTown({ on: TODAY })
})
afterEach(() => town.close())

const writes = async () => {
  const { code, submission } = await writesByMail(town, 'li.na@mail.example')
  return { code, token: submission.toString('base64url') }
}
const context = () => ({ house: town.house, nonce: '', spend: () => true, setCookie: () => {} })
const press = async (token: string) => {
  const request = new Request('http://huiyin.test/from-mail', {
    method: 'POST',
    body: new URLSearchParams({ t: token }),
  })
  const { data, init } = await action({ request, params: {}, context: context() })
  return { data, status: init?.status }
}

test('the button of the page shows the code once, and the code opens the thread', async () => {
  const { code, token } = await writes()
  expect(await press(token)).toEqual({ data: { code: printReceipt(code) }, status: 200 })
  expect(await press(token)).toEqual({ data: { code: null }, status: 410 })
  expect(await openThread(town.house, code)).not.toBeNull()
})

test('opening the link uses nothing up, however often a mail server looks at it', async () => {
  const { code, token } = await writes()
  for (let look = 0; look < 5; look += 1) {
    const request = new Request(`http://huiyin.test/from-mail?t=${token}`)
    expect(await loader({ request, params: {}, context: context() })).toEqual({ token })
  }
  expect(await codeOfLink(town.house, token)).toBe(code)
})

test('of two who press at the same moment one sees the code', async () => {
  const { code, token } = await writes()
  const shown = await Promise.all(Array.from({ length: 8 }, () => codeOfLink(town.house, token)))
  expect(shown.filter((each) => each !== null)).toEqual([code])
})

test('it works for fourteen days', async () => {
  const { code, token } = await writes()
  town.clock.set(addDays(TODAY, 14))
  expect(await codeOfLink(town.house, token)).toBe(code)
  const other = await writes()
  town.clock.set(addDays(TODAY, 29))
  expect(await codeOfLink(town.house, other.token)).toBeNull()
})

test('a link that was used, is over, is cut short or never was is answered alike', async () => {
  const used = await writes()
  await press(used.token)
  const over = await writes()
  town.clock.set(addDays(TODAY, 15))
  const never = randomBytes(16).toString('base64url')
  for (const token of [used.token, over.token, never, over.token.slice(0, 9), '', '%00', 'x'.repeat(5000)])
    expect(await press(token)).toEqual({ data: { code: null }, status: 410 })
})

test('a report whose form was sent on the site has no link, whatever is known of it', async () => {
  const submission = randomBytes(16)
  await town.report({ submission })
  expect(await codeOfLink(town.house, submission.toString('base64url'))).toBeNull()
})
