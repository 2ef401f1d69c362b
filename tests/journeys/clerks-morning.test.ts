import type { Browser } from 'playwright'
import { afterAll, beforeAll, expect, it } from 'vitest'
import { Hands } from '#tests/world/hands.ts'
import { openBrowser } from '#tests/world/open-browser.ts'
import { aSite, type Site } from '#tests/world/site.ts'
import { visitors } from '#tests/world/visitor.ts'
import type { Arrived } from '#workflows/sample-town/play.ts'

/** Twelve reports of one night, and what each is worth. The first of them waits longest and stands first in the queue. */
const NIGHT = [
  ...['视频会一天开五场。', '同一个通知转了六遍。', '表格一天改三次。'].map((text) => ({
    text,
    place: '石埠县',
  })),
  ...['群里要求十分钟内回复。', '打卡一天三次，还要截图。'].map((text) => ({ text, place: '东屏区' })),
  ...['上面乱来，你们懂的。', '有的地方太过分了。'].map((text) => ({ text })),
  ...['楼下烧烤摊太吵。', '邻居占道停车。'].map((text) => ({ text })),
  ...['镇里装了打卡机。', '镇里又装了打卡机。'].map((text) => ({ text, place: '望川县' })),
  { text: '这件请罗平看，他熟悉。', place: '望川县' },
]
const QUESTION = '是哪个单位、什么时候的事？'
const REFUSAL = '不属于基层负担，请拨打12345。'

let site: Site
let browser: Browser
let night: Arrived[] = []
beforeAll(async () => {
  ;[site, browser] = await Promise.all([
    aSite({
      before: async (town) => {
        const told: Arrived[] = []
        for (const said of NIGHT) told.push(await town.report({ unit: undefined, place: undefined, ...said }))
        night = told
      },
    }),
    openBrowser(),
  ])
}, 60_000)
afterAll(async () => {
  await browser?.close()
  await site?.close()
})

it('a clerk brings twelve cases on before noon without a mouse, and never loses the cursor', {
  timeout: 90_000,
}, async () => {
  const people = visitors(site, browser, { locale: 'zh-CN', width: 1280 })
  const { page } = await people.asOfficer('hewen')
  const hands = new Hands(page)
  const [a, b, c, d, e, f, g, h, i, j, k, l] = night.map(({ caseId }) => caseId)
  const accept = (kind: string) => async () => {
    await hands.go('c')
    await hands.type(kind)
    await hands.act('Control+Enter')
    await hands.until('accept')
  }
  const ask = async () => {
    await hands.go('i')
    await hands.type(QUESTION)
    await hands.act('Control+Enter')
    await hands.until('askForMore')
  }
  const refuse = async () => {
    await hands.go('r')
    await hands.act('Space')
    await hands.go('r')
    await hands.type(REFUSAL)
    await hands.act('Control+Enter')
    await hands.until('proposeRefusal')
  }
  const merge = async () => {
    await hands.go('m')
    await hands.choose((await site.town.row(j ?? '')).number)
    await hands.act('Control+Enter')
    await hands.until('merge')
  }
  const handOver = async () => {
    await hands.go('t')
    await hands.act('Enter')
    await hands.until('take')
    await hands.go('h')
    await hands.choose('罗平')
    await hands.act('Control+Enter')
    await hands.until('handOver')
  }
  const wanted = new Map([
    ...[a, b, c].map((id) => [id, accept('B12')] as const),
    ...[d, e].map((id) => [id, accept('B33')] as const),
    ...[f, g].map((id) => [id, ask] as const),
    ...[h, i].map((id) => [id, refuse] as const),
    [k, merge] as const,
    [l, handOver] as const,
  ])

  await hands.open('/desk?state=triage')
  await hands.go('j')
  await hands.act('Enter')
  await hands.arrives(/\/desk\/cases\//)
  const seen: string[] = []
  for (;;) {
    const id = new URL(page.url()).pathname.split('/').at(-1) ?? ''
    seen.push(id)
    await wanted.get(id)?.()
    if (seen.length === NIGHT.length) break
    await hands.act('Shift+J')
    await hands.arrives(new RegExp(`/desk/cases/(?!${id})[^?]*$`))
  }
  expect(new Set(seen)).toEqual(new Set(night.map(({ caseId }) => caseId)))
  const lives = async (...ids: (string | undefined)[]) =>
    Promise.all(ids.map(async (id) => (await site.town.row(id ?? '')).life))
  expect(await lives(a, b, c, d, e)).toEqual(Array(5).fill('assigning.open'))
  expect(await lives(f, g)).toEqual(Array(2).fill('needsInfo'))
  expect(await lives(h, i)).toEqual(Array(2).fill('triage.refusalProposed'))
  expect(await site.town.row(k ?? '')).toMatchObject({ life: 'merged', main_case: j })
  expect(await site.town.row(l ?? '')).toMatchObject({ life: 'triage.open', holder: site.town.officer('luoping').id })

  // back on the list the cursor stands where the morning ended, or at its head
  await hands.go('Escape')
  await page.waitForURL(/\/desk\?state=triage/)
  await hands.stands()
  console.log(`twelve cases: ${hands.cost.acts} acts, ${hands.cost.chords} presses`)
})
