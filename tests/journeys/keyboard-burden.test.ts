import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { type Cost, Hands } from '#tests/world/hands.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'
import { storyOf } from '#workflows/sample-town/data/stories/stories.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

/**
 * What the usual way of a case costs officers who never touch a mouse. An act is one opening (of a case), one choice (of a
 * line or circle), one text, or one sending; what is proposed rightly is no act. Walking costs presses and no act: j, and
 * the letter that leads to a form that stands open. The reporter's day to object passes by itself. May only go down.
 */
const CEILING: Record<string, Cost> = {
  'from the queue to two letters, assigned at once': { acts: 8, chords: 14 },
  'from the queue to two letters, verified first': { acts: 12, chords: 21 },
  'from results in to an approved reply': { acts: 6, chords: 11 },
}
const SIMPLE = '我们镇上个月开了十四个视频会，有一天从早上开到晚上，事情没人做。'
const story = storyOf('oneListThreeTimes')

let site: Site
let browser: Browser
let answered: Arrived
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        answered = await town.report()
        await town.drive(answered.caseId, 'reviewing')
      },
    }),
    openBrowser(),
  ])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('a simple case needs no more of anybody than it did', { timeout: 120_000 }, async () => {
  const people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
  const spent: typeof CEILING = {}
  const add = (name: string, { acts, chords }: Cost) => {
    const before = spent[name] ?? { acts: 0, chords: 0 }
    spent[name] = { acts: before.acts + acts, chords: before.chords + chords }
  }
  /** One officer's part: from their queue into the first case of it. */
  const part = async (name: string, login: string, state: string, doing: (hands: Hands) => Promise<void>) => {
    const { page } = await people.asOfficer(login)
    const hands = new Hands(page)
    await hands.open(`/desk?state=${state}`)
    await hands.go('j')
    await hands.act('Enter')
    await hands.arrives(/\/desk\/cases\//)
    await doing(hands)
    add(name, hands.cost)
    await page.context().close()
  }
  const classify = (kind: string) => async (hands: Hands) => {
    await hands.go('c')
    await hands.type(kind)
    await hands.act('Control+Enter')
    await hands.until('accept')
  }
  const brief = async (hands: Hands) => {
    await hands.go('b')
    await hands.type(story.brief)
    await hands.act('Control+Enter')
    await hands.until('writeBrief')
  }
  const issue = async (hands: Hands) => {
    await hands.go('i')
    await hands.act('Enter')
    await hands.until('issueLetters')
  }

  const replied = 'from results in to an approved reply'
  await part(replied, 'liangbo', 'reviewing', async (hands) => {
    await hands.go('a')
    await hands.act('Enter')
    await hands.until('passResults')
    await hands.go('w')
    await hands.type(story.reply ?? '')
    await hands.act('Control+Enter')
    await hands.until('draftReply')
  })
  await part(replied, 'fangmin', 'replying', async (hands) => {
    await hands.go('a')
    await hands.act('Enter')
    await hands.until('approveReply')
  })

  const atOnce = 'from the queue to two letters, assigned at once'
  const reporter = await people.asReporter()
  await reporter.file({ text: SIMPLE, place: '石埠县' })
  await part(atOnce, 'hewen', 'triage', classify('B12'))
  await part(atOnce, 'liangbo', 'assigning', brief)
  await site.pass(7)
  await part(atOnce, 'liangbo', 'assigning', issue)

  const verified = 'from the queue to two letters, verified first'
  await reporter.file({ text: story.text, place: story.place ?? '', unit: story.unit ?? '' })
  await part(verified, 'hewen', 'triage', classify(story.kind))
  await part(verified, 'songjie', 'verifying', async (hands) => {
    await hands.go('f')
    await hands.act('Space')
    await hands.go('f')
    await hands.type(story.grounds ?? '')
    await hands.act('Control+Enter')
    await hands.until('recordFinding')
  })
  await part(verified, 'liangbo', 'assigning', brief)
  await site.pass(7)
  await part(verified, 'liangbo', 'assigning', issue)

  console.table(spent)
  for (const [name, { acts, chords }] of Object.entries(CEILING)) {
    expect.soft(spent[name]?.acts, `${name}: acts`).toBeLessThanOrEqual(acts)
    expect.soft(spent[name]?.chords, `${name}: presses`).toBeLessThanOrEqual(chords)
  }
  const [first] = await site.town.db.selectFrom('case_file').select('place_unit').where('kind', '=', 'B12').execute()
  expect(first?.place_unit, 'the place that the words named').not.toBeNull()
})
