import { randomBytes } from 'node:crypto'
import type { Browser } from 'playwright'
import { afterAll, beforeAll, describe, expect, test } from 'vitest'
import type { Where } from '#tests/at-rest/marked-mail.ts'
import { markedWaysIn } from '#tests/at-rest/marked-ways-in.ts'
import { found } from '#tests/at-rest/everywhere.ts'
import { shapesOf } from '#tests/at-rest/shapes.ts'
import { type MailPeer, mailPeer, type ReceivedMail } from '#tests/world/mail-peer.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import type { Town } from '#tests/world/town.ts'
import { visitors } from '#tests/world/visitor.ts'
import type { CaseEvent } from '#workflows/case/events.ts'
import { mailCarrier } from '#workflows/notices/mail-carrier.ts'
import { createMailer } from '#workflows/notices/mailer.ts'
import { storyOf } from '#workflows/sample-town/data/stories/stories.ts'
import { act } from '#workflows/sample-town/play.ts'
import { sidesOf } from '#workflows/sample-town/sides.ts'
import * as sendNotices from '#workflows/worker/send-notices.ts'
import * as sendToReporters from '#workflows/worker/send-to-reporters.ts'
import { crawl, type Seen } from './crawl.ts'

const FROM = '回音 <huiyin@yunlan.example>'
const stem = `mark${randomBytes(6).toString('hex')}`
const marks = new Map<string, Where>()
const { units, handlers, lead } = sidesOf(storyOf('oneListThreeTimes'))
/** One of each kind of account, and the pages that they begin at. */
const OFFICERS: Record<string, string[]> = {
  hewen: ['/desk?state=all', '/desk/search?q=一样的表', '/desk/ledger?state=all', '/attention'],
  xielan: ['/desk?state=all', '/attention'],
  aixia: ['/switchboard', '/attention'],
  mazhen: ['/insights', '/insights/proof', '/attention'],
  baiyu: ['/newsroom', '/newsroom/new'],
  shaoyuan: ['/insights', '/attention'],
  tongyue: ['/admin', '/admin/record'],
  [handlers.territory]: ['/handling', '/attention', '/desk?state=all'],
  [handlers.department]: ['/handling', '/desk/search?q=一样的表'],
}

let site: Site
let browser: Browser
let peer: MailPeer
let cases: Awaited<ReturnType<typeof markedWaysIn>>
beforeAll(async () => {
  peer = await mailPeer()
  ;[site, browser] = await Promise.all([
    aSite({
      env: { SMTP_URL: peer.url, MAIL_FROM: FROM },
      before: async (town) => {
        cases = await markedWaysIn(town, (name, where, as) => {
          const mark = as ?? `${stem}${marks.size}${name}`
          marks.set(mark, where)
          return mark
        })
        for (const caseId of [cases.mail, cases.call]) await assign(town, caseId)
      },
    }),
    openBrowser(),
  ])
}, 120_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
  await peer?.close()
})

/** By the ordinary path to two units that work on it, without a word of the report. */
async function assign(town: Town, caseId: string): Promise<void> {
  const by = (login: string, event: CaseEvent) => act(town.house, 'case', caseId, event, town.officer(login))
  const letter = { task: '三张表并成一张', quality: '村里只填一次', feedbackStandard: '一页以内' }
  await by('hewen', { type: 'take' })
  await by('hewen', { type: 'classify', kind: 'B11', complexity: 'standard', place: units.territory })
  await by('hewen', { type: 'accept' })
  await by('songjie', { type: 'take' })
  await by('songjie', { type: 'recordFinding', finding: 'substantiated', grounds: '三张表的内容相同' })
  await by('liangbo', { type: 'writeBrief', brief: '同一份数据要报三次', ...units, lead })
  await town.pass(7)
  await by('liangbo', { type: 'issueLetters', letters: { territory: letter, department: letter } })
}

/** Where a mark may be seen by whoever may see it. */
function isItsPlace(where: Where, { path }: Seen): boolean {
  const page = path.split(/[?.]/)[0] ?? ''
  const own = [cases.mail, cases.call].some((id) => page === `/desk/cases/${id}`)
  const file = page.startsWith(`/desk/cases/${cases.mail}/files/`)
  // what is found is shown with the words around it, to whoever may open the report; a mail's thread may be a file
  if (where === 'report') return own || file || page === '/desk/search'
  if (where === 'file') return file
  return where === 'setAside' && page.startsWith('/desk/quarantine')
}

describe('what came by mail and by telephone', () => {
  const everything = new Map<string, Seen[]>()
  beforeAll(async () => {
    const people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
    for (const [login, from] of Object.entries(OFFICERS)) {
      const { page } = await people.asOfficer(login)
      everything.set(login, await crawl(page.request, from))
      await page.close()
    }
    await people.close()
  }, 240_000)

  test('shows on the page of the report and in its files, and on no other page of anybody', () => {
    const shown = [...everything].flatMap(([login, seen]) =>
      seen.flatMap((one) => {
        const body = one.body.toString()
        const wrong = [...marks].filter(([mark, where]) => body.includes(mark) && !isItsPlace(where, one))
        return wrong.map(([mark, where]) => `${mark} (${where}) on ${one.path} for ${login}`)
      }),
    )
    expect(shown).toEqual([])
  })

  test('was looked for everywhere, and is found where it belongs', () => {
    const places = [...everything.values()].flat()
    const isSeen = (mark: string) => places.some(({ body }) => body.includes(mark))
    for (const where of ['report', 'file'] as const) {
      const some = [...marks].filter(([mark, put]) => put === where && isSeen(mark))
      expect(some.length, where).toBeGreaterThan(5)
    }
    for (const [login, seen] of everything)
      expect(seen.filter(({ status }) => status === 200).length, login).toBeGreaterThan(3)
  })

  test('is in no shape on any page of the units', () => {
    const shapes = shapesOf(stem)
    const units = [handlers.territory, handlers.department].flatMap((login) => everything.get(login) ?? [])
    expect(units.some(({ path, status }) => path.startsWith('/handling/letters/') && status === 200)).toBe(true)
    expect(
      found(
        shapes,
        units.map(({ path, body }) => ({ name: path, bytes: body })),
      ),
    ).toEqual([])
  })

  test('is in no notice, no mail to a reporter and no log', async () => {
    const { house } = site.town
    const mailer = createMailer({ url: peer.url, from: FROM })
    await sendNotices.runOnce(house, mailCarrier(mailer, house.settings.publicUrl))
    await sendToReporters.runOnce(house, mailer, 'first')
    // whom it goes to is what it is for
    const headers = (mail: ReceivedMail) => [...mail.headers].filter(([name]) => name !== 'to')
    const mails = peer.received.map((mail, at) => ({
      name: `mail ${at}`,
      bytes: Buffer.from([mail.subject, mail.messageId, mail.text, ...headers(mail).flat()].join('\n')),
    }))
    expect(mails.length).toBeGreaterThan(0)
    expect(found(shapesOf(stem), mails)).toEqual([])
    expect(found(shapesOf(stem), [{ name: 'the log', bytes: Buffer.from(site.log()) }])).toEqual([])
  })
})
