import type { Page } from 'playwright'
import type { visitors } from '#tests/world/visitor.ts'
import { firstTemplateId } from '#workflows/settings-desk/first-templates.ts'
import { unitId } from '#workflows/sample-town/data/unit-id.ts'
import type { EveryState } from './every-state.ts'

type People = ReturnType<typeof visitors>
export type Opened = { name: string; page: Page }

/** Every page that there is, one after the other, each as somebody sees it who may. */
export async function* everyPage(people: People, brought: EveryState): AsyncGenerator<Opened> {
  yield* everyPublicPage(people, brought)
  yield* everyReporterPage(people, brought)
  yield* everyStaffPage(people, brought)
}

export async function* everyPublicPage(people: People, { typical }: EveryState): AsyncGenerator<Opened> {
  const { page } = await people.anyone()
  for (const path of [
    '/',
    '/about',
    '/report',
    '/follow',
    '/from-mail?t=AAAAAAAAAAAAAAAAAAAAAA',
    '/cases',
    `/cases/${typical.slug}`,
    '/figures',
    '/look-backs',
    '/sign-in',
    '/enrol',
    '/nothing',
  ]) {
    await page.goto(path)
    yield { name: path, page }
  }
}

export async function* everyReporterPage(
  people: People,
  { rating, rectifying, fresh }: EveryState,
): AsyncGenerator<Opened> {
  const reporter = await people.asReporter()
  const { page, word } = reporter
  await reporter.open('/report')
  await page.locator('form[data-keep]').evaluate((form: HTMLFormElement) => (form.noValidate = true))
  await page.getByRole('button', { name: word('frontDesk:send') }).click()
  await page.getByText(word('frontDesk:faults.title')).waitFor()
  yield { name: 'a report that was not taken', page }
  await reporter.file({ text: '每天在三个群里打卡，打完还要截图。', place: '望川县' })
  yield { name: 'the code', page }
  await reporter.open('/follow')
  await page.locator('[name=receipt]').fill('12')
  await page.getByRole('button', { name: word('followUp:code.open') }).click()
  await page.getByText(word('followUp:code.wrong')).waitFor()
  yield { name: 'a wrong code', page }
  for (const [name, { code }] of Object.entries({ fresh, rectifying, rating })) {
    const one = await people.asReporter()
    await one.follow(code)
    yield { name: `the thread of a case: ${name}`, page: one.page }
  }
}

export async function* everyStaffPage(people: People, brought: EveryState): AsyncGenerator<Opened> {
  const { rating, rectifying, assigning, fresh, mailed, quarantined, typical, letters, handlers, officer, papers } =
    brought
  const at = ({ caseId }: { caseId: string }) => `/desk/cases/${caseId}`
  const letter = letters.find(({ track }) => track === 'territory')
  const rounds: Record<string, string[]> = {
    hewen: [
      '/attention',
      '/attention?notices=all',
      '/desk',
      '/desk?state=toSign',
      '/desk?state=closed',
      at(fresh),
      at(mailed),
      '/desk/quarantine',
      `/desk/quarantine/${quarantined}`,
      '/desk/cases/nothing',
    ],
    songjie: [
      '/desk/search?q=打卡',
      '/desk/search?q=减&page=1000000',
      '/desk/search?q=报送&kind=B31',
      '/account',
      '/accounts',
    ],
    luoping: ['/desk?state=all&urgent=1&page=1000000', '/desk/ledger?state=all', '/desk/views'],
    liangbo: [at(assigning), at(rectifying), at(rating)],
    mazhen: [
      at(rectifying),
      '/insights',
      '/insights/record?number=2026',
      `/insights/record/${fresh.number}`,
      `/insights/looks?officer=${officer}`,
      '/insights/proof',
      '/insights/settings',
      '/accounts',
    ],
    shaoyuan: ['/insights', '/oversight'],
    xielan: [
      '/oversight',
      '/oversight?by=unit&wall=1',
      '/oversight/dates?of=soon',
      '/oversight/orders',
      `/oversight/orders/${papers.order}`,
      `/oversight/referrals/${papers.referral}`,
    ],
    tongyue: [
      '/admin',
      '/admin/units',
      '/admin/units?q=民政',
      '/admin/units/new',
      `/admin/units/${unitId('990301')}`,
      '/admin/mail-domains',
      '/admin/kinds',
      '/admin/dates',
      '/admin/holidays',
      '/admin/look-backs',
      '/admin/imports',
      '/admin/record',
      '/attention',
      '/admin/templates?purpose=letter',
      '/admin/templates/new?purpose=letter',
      `/admin/templates/${firstTemplateId('reply partly')}`,
      '/admin/people',
      '/admin/people?q=nobody',
      '/admin/people/new',
      '/admin/requests',
      `/admin/people/${officer}`,
      `/admin/people/${officer}/leave`,
    ],
    [handlers.territory]: ['/attention', '/handling', `/handling/letters/${letter?.id}`, '/desk'],
    aixia: ['/switchboard', '/switchboard/transcripts', '/switchboard/answers', '/switchboard/transcripts/nothing'],
    baiyu: ['/newsroom', '/newsroom/new', `/newsroom/${typical.draft}`, `/newsroom/${typical.published}`],
    luming: ['/attention', '/newsroom?shelf=published', `/newsroom/${typical.draft}`],
  }
  for (const [login, paths] of Object.entries(rounds)) {
    const { page } = await people.asOfficer(login)
    for (const path of paths) {
      await page.goto(path)
      yield { name: `${path.replace(/[\da-f]{8}-[\da-f-]{27}/, '…')} as ${login}`, page }
    }
  }
  yield* everySwitchboardPage(people)
  const { page } = await people.asOfficer('hewen')
  await page.goto(`/desk/several?case=${fresh.caseId}`)
  yield { name: 'several cases at once', page }
  await page.locator('[aria-haspopup=dialog]').waitFor({ state: 'attached' })
  await page.keyboard.press('?')
  await page.getByRole('dialog').waitFor()
  yield { name: 'the sheet of keys', page }
}

async function* everySwitchboardPage(people: People): AsyncGenerator<Opened> {
  const { page, word } = await people.asOfficer('aixia')
  const send = () => page.getByRole('button', { name: word('switchboard:call.send'), exact: true }).click()
  await page.goto('/switchboard')
  await page.locator('[name=receipt]').fill('12')
  await send()
  await page.getByRole('alert').waitFor()
  yield { name: 'a call that was not taken', page }
  await page.locator('[name=receipt]').fill('')
  await page.locator('[name=text]').fill('来电人：每天在三个群里打卡。')
  await send()
  await page.locator('[name=lastFour]').fill('0')
  await page.getByRole('button', { name: word('switchboard:readOut.confirm') }).click()
  await page.getByText(word('switchboard:readOut.wrong')).waitFor()
  yield { name: 'a code to be read out anew', page }
  const look = async (text: string) => {
    await page.goto('/switchboard/transcripts')
    await page.setInputFiles('[name=file]', { name: 'a.csv', mimeType: 'text/csv', buffer: Buffer.from(text) })
    await page.getByRole('button', { name: word('switchboard:file.look') }).click()
  }
  await look('流水,详情\n1,每周填表')
  await page.getByText(word('switchboard:columns.title')).waitFor()
  yield { name: 'columns that nobody knows', page }
  await look('办件编号,诉求内容,诉求人\nDH1,每周填表,王小明\nDH1,每周填表,王小明\nDH2,,王小明')
  await page.waitForURL(/transcripts\/./)
  yield { name: 'a file of calls before it is taken in', page }
}
