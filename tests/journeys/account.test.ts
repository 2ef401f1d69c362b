import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MailPeer, mailPeer } from '#tests/world/mail-peer.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'
import { mailCarrier } from '#workflows/notices/mail-carrier.ts'
import { createMailer } from '#workflows/notices/mailer.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'
import { runOnce as sendNotices } from '#workflows/worker/send-notices.ts'

const PATIENCE = 2000

let site: Site
let browser: Browser
let peer: MailPeer
let people: ReturnType<typeof visitors>
let held: Arrived
beforeAll(async () => {
  ;[site, browser, peer] = await Promise.all([
    aSite({
      before: async (town) => {
        held = await town.report({ text: '望川县民政局要求每天截图打卡' })
        await town.as('hewen').step(held.caseId, { type: 'take' })
      },
    }),
    openBrowser(),
    mailPeer(),
  ])
  people = visitors(site, browser, { locale: 'zh-CN', width: 360 })
}, 120_000)
afterAll(async () => {
  await peer?.close()
  await browser?.close()
  await site?.close()
})

it('an officer’s dates are read by a plain calendar client, say nothing of a case, and end with the address', async () => {
  const { page, word } = await people.asOfficer('hewen')
  await page.goto('/account')
  await page.getByRole('button', { name: word('delivery:calendar.make') }).click()
  const part = (name: 'address' | 'user' | 'password') =>
    page
      .getByLabel(word(`delivery:calendar.parts.${name}`), { exact: true })
      .first()
      .inputValue()
  const [address, user, password] = [await part('address'), await part('user'), await part('password')]
  // shown this once, and never a part of the address, which servers and proxies log
  await page.goto('/account')
  expect(await page.content()).not.toContain(password)
  expect(address).not.toContain(password)

  const read = async (secret = password) => {
    const login = Buffer.from(`${user}:${secret}`).toString('base64')
    const headers = { Authorization: `Basic ${login}` }
    const answer = await fetch(new URL(new URL(address).pathname, site.url), { headers })
    return { status: answer.status, type: answer.headers.get('content-type'), text: await answer.text() }
  }
  const { status, type, text } = await read()
  expect([status, type]).toEqual([200, 'text/calendar; charset=utf-8'])
  expect(text.startsWith('BEGIN:VCALENDAR\r\nVERSION:2.0\r\n') && text.endsWith('END:VCALENDAR\r\n')).toBe(true)
  expect(text.match(/^BEGIN:VEVENT\r$/gm)?.length).toBe(text.match(/^END:VEVENT\r$/gm)?.length)
  const { due_on, number } = await site.town.row(held.caseId)
  expect(text).toContain(`DTSTART;VALUE=DATE:${due_on?.replaceAll('-', '')}\r\n`)
  for (const theirs of [number, held.caseId, '望川', '民政', '打卡', 'triage', '受理'])
    expect(text).not.toContain(theirs)

  await page.getByRole('button', { name: word('delivery:calendar.revoke') }).click()
  await page.getByText(word('delivery:calendar.revoked')).waitFor()
  expect(await read()).toMatchObject({ status: 401, text: '' })
  expect(await read('x'.repeat(43))).toMatchObject({ status: 401, text: '' })
}, 30_000)

it('whoever asks for quiet is spared everything but red cards', async () => {
  const { page, word } = await people.asOfficer('hewen')
  await page.goto('/account')
  await page.getByLabel(word('delivery:form.quietMail')).check()
  await page.getByRole('button', { name: word('delivery:form.save') }).click()
  await page.getByText(word('delivery:form.saved')).waitFor()
  await page.reload()
  expect(await page.getByLabel(word('delivery:form.quietMail')).isChecked()).toBe(true)

  const mailer = createMailer({ url: peer.url, from: 'huiyin@yunlan.example.test' }, PATIENCE)
  const send = () => sendNotices(site.town.house, mailCarrier(mailer, site.town.house.settings.publicUrl))
  const toThem = () => peer.received.filter(({ to }) => to.startsWith('hewen@')).map(({ subject }) => subject)
  await site.pass(1)
  await send()
  expect(peer.received.length).toBeGreaterThan(0)
  expect(toThem()).toEqual([])
  await site.pass(3)
  await send()
  expect(toThem()).toEqual(['回音：有一项时限已过'])
  expect(peer.received.map(({ subject, text }) => subject + text).join()).not.toMatch(/望川|打卡|云减负/)
  await page.goto('/account')
  await page.getByText(word('delivery:sent.states.sent')).first().waitFor()
  await page.goto('/attention')
  await page.getByText(word('case:notices.deadlineLapsed')).first().waitFor()
}, 30_000)
