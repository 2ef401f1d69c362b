import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { aSite, type Site } from '#tests/world/site.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { type Visitor, visitors } from '#tests/world/visitor.ts'
import { resultTexts } from '#workflows/sample-town/data/stories/office-texts.ts'
import { storyOf } from '#workflows/sample-town/data/stories/stories.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { handlerAt } from '#workflows/sample-town/sides.ts'

/** What each act costs whoever does it, from the page where they stand. May only go down. */
const CEILING: Record<string, { clicks: number; fields: number }> = {
  'file a report': { clicks: 1, fields: 1 },
  'follow it up': { clicks: 1, fields: 1 },
  'triage, to accept': { clicks: 5, fields: 3 },
  'record a finding': { clicks: 1, fields: 2 },
  'write the brief': { clicks: 1, fields: 1 },
  'issue two letters as they are proposed': { clicks: 1, fields: 0 },
  'acknowledge a letter': { clicks: 2, fields: 0 },
  'answer a letter': { clicks: 1, fields: 5 },
  'answer a letter, assisting': { clicks: 1, fields: 4 },
  'pass both results': { clicks: 1, fields: 0 },
  'draft the reply': { clicks: 1, fields: 1 },
  'approve the reply': { clicks: 1, fields: 0 },
  'rate it': { clicks: 1, fields: 1 },
  'take a call': { clicks: 1, fields: 3 },
  'hear its code read back': { clicks: 1, fields: 1 },
}
const story = storyOf('oneListThreeTimes')

let site: Site
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([aSite(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('no act costs more clicks or fields than it did', { timeout: 120_000 }, async () => {
  const people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
  const spent: typeof CEILING = {}
  const count = async <Result>(act: string, who: Visitor, doing: () => Promise<Result>): Promise<Result> => {
    who.cost = { clicks: 0, fields: 0 }
    const result = await doing()
    spent[act] = { ...who.cost }
    return result
  }
  const reporter = await people.asReporter()
  const code = await count('file a report', reporter, () => reporter.file({ text: story.text }))
  await count('follow it up', reporter, () => reporter.follow(code))

  const clerk = await people.asOfficer('hewen')
  await clerk.open('/desk')
  await count('triage, to accept', clerk, async () => {
    await clerk.click(clerk.page.locator('tr[data-row] a').first())
    await clerk.page.waitForURL(/\/desk\/cases\//)
    await clerk.act('classify', { kind: story.kind, place: unitId(story.placeUnitCode ?? '') })
    await clerk.act('nameAccused', { units: story.accusedUnitCodes.map(unitId) })
    await clerk.act('accept')
  })
  const { pathname } = new URL(clerk.page.url())
  const office = async (login: string, name: string, act: string, said = {}) => {
    const officer = await people.asOfficer(login)
    await officer.open(pathname)
    await count(name, officer, () => officer.act(act, said))
  }
  await office('songjie', 'record a finding', 'recordFinding', { finding: story.finding, grounds: story.grounds })
  await office('liangbo', 'write the brief', 'writeBrief', { brief: story.brief })
  await site.pass(7)
  await office('liangbo', 'issue two letters as they are proposed', 'issueLetters')
  for (const { track, unit_id, lead } of await site.town.letters(pathname.split('/').at(-1) ?? '')) {
    const handler = await people.asOfficer(handlerAt(unit_id, track))
    await handler.open('/handling')
    await count('acknowledge a letter', handler, async () => {
      await handler.click(handler.page.locator('tr[data-row] a').first())
      await handler.act('acknowledge')
    })
    const { upkeep, ...sides } = resultTexts(story)
    const said = lead ? { ...sides[track], upkeep } : sides[track]
    await handler.page.reload()
    await count(lead ? 'answer a letter' : 'answer a letter, assisting', handler, () =>
      handler.act('submitResult', said),
    )
  }
  await office('liangbo', 'pass both results', 'passResults')
  await office('liangbo', 'draft the reply', 'draftReply', { text: story.reply })
  await office('fangmin', 'approve the reply', 'approveReply')
  await reporter.follow(code)
  await count('rate it', reporter, () => reporter.act('rate', { satisfied: 'yes' }))

  const operator = await people.asOfficer('aixia')
  const { page, word } = operator
  await operator.open('/switchboard')
  const form = page.locator('main form')
  await count('take a call', operator, async () => {
    await operator.fill(form, { text: `来电人：${story.text}`, kind: story.kind, place: '望川县' })
    await operator.click(form.getByRole('button', { name: word('switchboard:call.send'), exact: true }))
    await page.locator('output[name=receipt]').waitFor()
  })
  await count('hear its code read back', operator, async () => {
    await operator.fill(form, { lastFour: (await page.locator('output[name=receipt]').innerText()).slice(-4) })
    await operator.click(form.getByRole('button', { name: word('switchboard:readOut.confirm') }))
    await page.getByText(word('switchboard:done.right.text')).waitFor()
  })

  console.table(spent)
  for (const [act, { clicks, fields }] of Object.entries(CEILING)) {
    expect.soft(spent[act]?.clicks, `${act}: clicks`).toBeLessThanOrEqual(clicks)
    expect.soft(spent[act]?.fields, `${act}: fields`).toBeLessThanOrEqual(fields)
  }
})
