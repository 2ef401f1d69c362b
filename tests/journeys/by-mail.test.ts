import { createTransport } from 'nodemailer'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type MailPeer, mailPeer } from '#tests/world/mail-peer.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { freePort } from '#tests/world/serve.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'
import { createMailer } from '#workflows/notices/mailer.ts'
import * as sendToReporters from '#workflows/worker/send-to-reporters.ts'

const LI = 'li.na@mail.example'
let site: Site
let browser: Browser
let peer: MailPeer
let port: number
let people: ReturnType<typeof visitors>
beforeAll(async () => {
  port = await freePort()
  ;[site, browser, peer] = await Promise.all([
    aSite({ env: { MAIL_LISTEN: `127.0.0.1:${port}` } }),
    openBrowser(),
    mailPeer(),
  ])
  people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await peer?.close()
})

/** The person's own mail server hands a mail to the town's. */
const writes = (text: string, more: { inReplyTo?: string } = {}) =>
  createTransport({ host: '127.0.0.1', port, ignoreTLS: true }).sendMail({
    from: `李娜 <${LI}>`,
    to: 'huiyin@yunlan.example',
    subject: '重复填表',
    text,
    ...more,
  })
/** What the worker does each minute, or each hour, towards a mail server of the tests. */
const sends = async (round: 'first' | 'hourly') => {
  const mailer = createMailer({ url: peer.url, from: '回音 <huiyin@yunlan.example>' })
  return sendToReporters.runOnce(site.town.house, mailer, round)
}

it('an e-mail is answered, followed, asked about and added to, and nobody sees who wrote', async () => {
  const { response } = await writes('每周三张一样的表，报给三个单位。')
  expect(response).toMatch(/^250/)

  // the acknowledgement, and what its link shows
  expect(await sends('first')).toEqual({ sent: 1, failed: 0 })
  const link = /https?:\S+\/from-mail\?t=\S+/.exec(peer.received[0]?.text ?? '')?.[0] ?? ''
  const token = new URL(link).searchParams.get('t') ?? ''
  const reporter = await people.asReporter()
  const { page, word } = reporter
  const referers: string[] = []
  page.on('request', (request) => referers.push(request.headers().referer ?? ''))
  const answer = await page.goto(new URL(link).pathname + new URL(link).search)
  expect(answer?.headers()['referrer-policy']).toBe('strict-origin')
  expect(answer?.headers()['cache-control']).toBe('no-store')
  await page.reload()
  expect(await page.title()).not.toContain(token)
  await page.getByRole('button', { name: word('frontDesk:fromMail.show') }).click()
  const code = await page.locator('output[name=receipt]').innerText()
  expect(code).toMatch(/^(\d{4} ){4}\d{4}$/)
  expect(page.url()).not.toContain(token)
  const again = await people.asReporter()
  await again.page.goto(new URL(link).pathname + new URL(link).search)
  await again.page.getByRole('button', { name: word('frontDesk:fromMail.show') }).click()
  await again.page.getByText(word('frontDesk:fromMail.gone.heading')).waitFor()

  // the office asks
  await reporter.follow(code)
  expect(referers.length).toBeGreaterThan(3)
  expect(referers.filter((referer) => referer.includes(token))).toEqual([])
  const { case_id } = await site.town.db.selectFrom('report').select('case_id').executeTakeFirstOrThrow()
  const clerk = await people.asOfficer('hewen')
  await clerk.open(`/desk/cases/${case_id}`)
  await clerk.act('askForMore', { question: '是哪三个单位？' })
  await site.town.drain()
  expect(await sends('hourly')).toEqual({ sent: 1, failed: 0 })
  const news = peer.received[1]
  expect(news).toMatchObject({ to: LI, subject: '回音：您有一条新消息' })
  expect(news?.text).not.toContain('单位？')

  // and is answered by mail
  await writes('民政、残联、农业。', { inReplyTo: news?.messageId })
  await clerk.page.reload()
  await clerk.page.getByText('民政、残联、农业。').first().waitFor()
  expect(await site.town.db.selectFrom('report').select('id').execute()).toHaveLength(1)
  expect(await clerk.page.content()).not.toMatch(/li\.na|李娜/)
  expect(site.log()).not.toMatch(new RegExp(`${token}|li\\.na`))
})
