import { afterAll, beforeAll, describe, expect, it } from 'vitest'
import { aSite, type Site } from '#tests/world/site.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { type Look, type Officer, visitors } from '#tests/world/visitor.ts'
import { type Track, TRACKS } from '#workflows/case/names.ts'
import { letterTexts, resultTexts } from '#workflows/sample-town/data/stories/office-texts.ts'
import { storyOf } from '#workflows/sample-town/data/stories/stories.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import { handlerAt } from '#workflows/sample-town/sides.ts'
import type { Browser } from 'playwright'

/** The other two pairs of language and width open every page in axe.test.ts. */
const LOOKS: Look[] = [
  { locale: 'zh-CN', width: 1280 },
  { locale: 'en', width: 360 },
]
const story = storyOf('oneListThreeTimes')
const results = resultTexts(story)
const MINUTE = 60_000

let site: Site
let browser: Browser
beforeAll(async () => {
  ;[site, browser] = await Promise.all([aSite(), openBrowser()])
})
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

describe.each(LOOKS)('the whole story, in $locale, $width pixels wide', (look) => {
  it('a report is filed, found true, put right by two units, answered, rated and told in public', {
    timeout: 3 * MINUTE,
  }, async () => {
    const people = visitors(site, browser, look)
    const { word, asOfficer } = people
    const reporter = await people.asReporter()
    const code = await reporter.file({ text: story.text, place: story.place ?? '', unit: story.unit ?? '' })
    expect(code).toMatch(/^\d{4}( \d{4}){4}$/)

    const clerk = await asOfficer('hewen')
    await clerk.open('/desk?state=triage')
    await clerk.click(clerk.page.locator('tr[data-row] a').first())
    await clerk.page.waitForURL(/\/desk\/cases\//)
    const path = new URL(clerk.page.url()).pathname
    await clerk.act('classify', { kind: story.kind, complexity: 'standard', place: unitId(story.placeUnitCode ?? '') })
    await clerk.act('nameAccused', { units: story.accusedUnitCodes.map(unitId) })
    await clerk.act('accept')

    const verifier = await asOfficer('songjie')
    await verifier.open(path)
    await verifier.act('recordFinding', { finding: story.finding, grounds: story.grounds })

    const reviewer = await asOfficer('liangbo')
    await reviewer.open(path)
    await reviewer.act('writeBrief', { brief: story.brief })

    await reporter.follow(code)
    await reporter.page.getByText(story.brief).first().waitFor()
    await reporter.page.getByRole('heading', { name: word('followUp:asked.dispatch') }).waitFor()
    await site.pass(7)

    const { territory, department } = letterTexts(story)
    await reviewer.open(path)
    const letters = Object.entries({ territory, department }).flatMap(([side, parts]) =>
      Object.entries(parts).map(([part, text]) => [`letters.${side}.${part}`, text]),
    )
    await reviewer.act('issueLetters', Object.fromEntries(letters))

    const sent = await site.town.letters(path.split('/').at(-1) ?? '')
    const handlers: Partial<Record<Track, Officer>> = {}
    for (const track of TRACKS) {
      const handler = await asOfficer(handlerAt(sent.find((letter) => letter.track === track)?.unit_id ?? '', track))
      handlers[track] = handler
      await handler.open('/handling')
      await handler.click(handler.page.locator('tr[data-row] a').first())
      await handler.page.getByText(story.brief).first().waitFor()
      expect(await handler.page.content()).not.toContain('不方便留名')
      await handler.act('acknowledge')
      if (track === 'department') await handler.act('askExtension', { days: '3', grounds: '需要与省级系统核对权限。' })
    }
    await reviewer.open(path)
    await reviewer.act('grantExtension', { grounds: '理由成立。' }, 'department')
    await site.pass(3)

    for (const [track, handler] of Object.entries(handlers)) {
      const { upkeep, ...sides } = results
      await handler.page.reload()
      const lead = (await (await handler.formOf('submitResult')).locator('[name=upkeep]').count()) > 0
      await handler.act('submitResult', lead ? { ...sides[track as Track], upkeep } : sides[track as Track])
    }

    await reviewer.open(path)
    await reviewer.act('passResults')
    await reviewer.act('draftReply', { text: story.reply ?? '' })
    expect(await reviewer.page.locator('input[name=act][value=approveReply]').count()).toBe(0)
    const second = await asOfficer('fangmin')
    await second.open(path)
    await second.act('approveReply')

    await reporter.follow(code)
    await reporter.page.getByRole('heading', { name: word('followUp:asked.rating') }).waitFor()
    await reporter.page
      .getByText(story.reply ?? '')
      .first()
      .waitFor()
    await reporter.act('rate', { satisfied: 'yes', consent: true, text: '真的没有再来要表。' })
    await reporter.page.getByText(word('followUp:stands.closed')).first().waitFor()

    await site.pass({ days: 31 })
    const editor = await people.asPublicist('baiyu')
    await editor.open('/newsroom/new')
    const source = editor.page.locator(`[name=sources][value="${path.split('/').at(-1)}"]`)
    const form = editor.page.locator('form').filter({ has: source })
    const title = `一张表报三遍，改成三家共用（${look.locale} ${look.width}）`
    await source.check()
    await editor.fill(form, { title, body: '同一份底数不再要三遍。' })
    await editor.click(form.getByRole('button', { name: word('newsroom:new.begin') }))
    await editor.page.waitForURL(/\/newsroom\/[\da-f-]{36}$/)
    await editor.act('propose')
    expect(await editor.page.locator('input[name=act][value=approve]').count()).toBe(0)

    const approver = await people.asPublicist('luming')
    await approver.open(new URL(editor.page.url()).pathname)
    await approver.act('approve')
    await approver.act('publish')

    const anyone = await people.anyone()
    await anyone.open('/cases')
    await anyone.click(anyone.page.getByRole('link', { name: title }))
    await anyone.page.waitForURL(/\/cases\/./)
    await anyone.page.getByText('同一份底数不再要三遍。').waitFor()
    await people.close()
  })
})
