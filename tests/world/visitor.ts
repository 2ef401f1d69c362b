import { type Browser, type BrowserContext, type Locator, type Page } from 'playwright'
import type { Locale } from '#app/words/locale.ts'
import { newWords } from '#app/words/new-words.ts'
import { listAccounts } from '#db/read/staff.ts'
import { SECOND, wallClock } from '#workflows/clock.ts'
import { currentOneTime } from '#workflows/protection/one-time.ts'
import { openOneTimeSecret } from '#workflows/settings-desk/one-time-secret.ts'
import type { Site } from './site.ts'
import { PASSWORD } from './town.ts'

/** How somebody looks at the site. */
export type Look = { locale: Locale; width: 360 | 1280; dark?: boolean; scripts?: boolean }

/** What goes into the fields of a form, by name; several values tick several boxes. */
export type Said = Record<string, string | readonly string[] | boolean>

const PATIENCE = 15 * SECOND

/** A word of the screen, in the language of the look. Throws for a word that is not there. */
export type Words = (key: string, values?: Record<string, string | number>) => string
export function wordsOf(locale: Locale): Words {
  const words = newWords(locale)
  return (key, values = {}) => {
    if (!words.exists(key)) throw new Error(`no word ${key}`)
    return words.t(key as 'http:siteName', values)
  }
}

/** One person before one screen. Counts what it costs them. */
export class Visitor {
  cost = { clicks: 0, fields: 0 }
  constructor(
    readonly page: Page,
    readonly word: Words,
  ) {}

  async open(path: string): Promise<void> {
    await this.page.goto(path)
  }

  async click(place: Locator): Promise<void> {
    await place.click()
    this.cost.clicks += 1
  }

  /** Answers the fields of a form, each as its kind asks. */
  async fill(form: Locator, said: Said): Promise<void> {
    for (const [name, value] of Object.entries(said)) {
      const field = form.locator(`[name="${name}"]`)
      const kind = await field
        .first()
        .evaluate((element) => element.getAttribute('type') ?? element.tagName.toLowerCase())
      this.cost.fields += 1
      const typed = field.and(form.locator('[list]'))
      // units are typed; by their ids, which every language knows
      if (await typed.count()) await typed.fill([value].flat().join('、'))
      else if (kind === 'radio') await field.and(form.locator(`[value="${value}"]`)).check()
      else if (kind === 'select') await field.selectOption(String(value))
      else if (kind !== 'checkbox') await field.fill(String(value))
      else if (typeof value === 'boolean') await field.setChecked(value)
      else await this.tick(field, form, [value].flat())
    }
  }

  private async tick(boxes: Locator, form: Locator, wanted: readonly string[]): Promise<void> {
    for (const value of wanted) {
      const box = boxes.and(form.locator(`[value="${value}"]`))
      await unfold(box)
      await box.check()
    }
  }

  /** The form of an act on this page, its fold opened where it was closed. */
  async formOf(act: string, track?: string): Promise<Locator> {
    const hidden = (name: string, value: string) =>
      this.page.locator(`input[type=hidden][name="${name}"][value="${value}"]`)
    const forms = this.page.locator('form').filter({ has: hidden('act', act) })
    const form = track ? forms.filter({ has: hidden('track', track) }) : forms
    await form.waitFor({ state: 'attached', timeout: PATIENCE })
    const fold = this.page.locator('details:not([open])').filter({ has: form })
    // the outermost first: each click may uncover another fold
    while (await fold.count()) await this.click(fold.first().locator('> summary'))
    return form
  }
}

/** Opens every closed fold around a place. */
const unfold = (place: Locator) =>
  place.evaluate((element) => {
    for (let fold = element.closest('details'); fold; fold = fold.parentElement?.closest('details') ?? null)
      fold.open = true
  })

/** An officer at the desk, at a unit, or in the newsroom. */
export class Officer extends Visitor {
  /** Does an act on the page that is open, and waits until the page says that it is done. */
  async act(act: string, said: Said = {}, track?: string): Promise<void> {
    const { pathname, searchParams } = new URL(this.page.url())
    if (searchParams.get('done') === act) await this.open(pathname)
    await this.send(act, said, track)
    await this.page.waitForURL((url) => url.searchParams.get('done') === act, { timeout: PATIENCE })
  }

  /** The same, where it may be refused: whatever the page answers. */
  async send(act: string, said: Said = {}, track?: string): Promise<void> {
    const form = await this.formOf(act, track)
    await this.fill(form, said)
    await this.click(form.getByRole('button', { name: this.word(`case:acts.${act}`), exact: true }))
  }
}

/** Who writes typical cases, and who answers for them. */
export class Publicist extends Officer {
  /** Its page says that an act is done by being drawn anew, from the next revision. */
  override async act(act: string, said: Said = {}): Promise<void> {
    const form = await this.formOf(act)
    const seen = await form.locator('[name=seen]').inputValue()
    await this.fill(form, said)
    await this.click(form.getByRole('button'))
    await form.locator(`[name=seen][value="${seen}"]`).waitFor({ state: 'detached' })
  }
}

/** The holder of a receipt code. */
export class Reporter extends Visitor {
  /** Files a report and reads the code. */
  async file(said: Said & { text: string }): Promise<string> {
    await this.open('/report')
    const form = this.page.locator('form[data-keep]')
    const { text, ...more } = said
    await this.fill(form, { text })
    if (Object.keys(more).length > 0) {
      await this.click(form.locator('details > summary'))
      await this.fill(form, more)
    }
    await this.click(form.getByRole('button', { name: this.word('frontDesk:send') }))
    return this.page.locator('output[name=receipt]').innerText({ timeout: PATIENCE })
  }

  /** Opens the thread of a code. */
  async follow(code: string): Promise<void> {
    await this.open('/follow')
    const form = this.page.locator('form').filter({ has: this.page.locator('[name=receipt]') })
    if (!(await form.count())) return
    await this.fill(form, { receipt: code })
    await this.click(form.getByRole('button', { name: this.word('followUp:code.open') }))
    await this.page.getByRole('heading', { name: this.word('followUp:heading') }).waitFor({ timeout: PATIENCE })
  }

  /** Does an act on the open thread, and waits for the word that it is done. */
  async act(act: string, said: Said = {}, done = act): Promise<void> {
    const form = await this.formOf(act)
    await this.fill(form, said)
    // without scripts each act has the choices of letter size and language beside it
    await this.click(form.locator('button:not([data-reading])').last())
    await this.page.getByText(this.word(`followUp:done.${done}`)).waitFor({ timeout: PATIENCE })
  }
}

/** Everybody who looks at one site in the same way. Who signed in once stays signed in, however they look later. */
export function visitors(site: Site, browser: Browser, look: Look) {
  const word = wordsOf(look.locale)
  const open: BrowserContext[] = []
  const newPage = async (): Promise<Page> => {
    const context = await browser.newContext({
      baseURL: site.url,
      viewport: { width: look.width, height: look.width === 360 ? 740 : 900 },
      locale: look.locale,
      timezoneId: 'Asia/Shanghai',
      colorScheme: look.dark ? 'dark' : 'light',
      javaScriptEnabled: look.scripts ?? true,
      reducedMotion: 'reduce',
    })
    context.setDefaultTimeout(PATIENCE)
    open.push(context)
    return context.newPage()
  }
  const signedIn = async <Person extends Officer>(login: string, person: Person): Promise<Person> => {
    await signIn(site, person, login)
    return person
  }
  return {
    word,
    anyone: async () => new Visitor(await newPage(), word),
    asReporter: async () => new Reporter(await newPage(), word),
    /** An officer of the town by login, signed in through the page. */
    asOfficer: async (login: string) => signedIn(login, new Officer(await newPage(), word)),
    asPublicist: async (login: string) => signedIn(login, new Publicist(await newPage(), word)),
    close: async () => {
      for (const context of open) await context.close()
    },
  }
}

/** A one-time code is good once: a second look of the same officer goes on with the session of the first. */
const sessions = new WeakMap<Site, Map<string, Awaited<ReturnType<BrowserContext['cookies']>>>>()

async function signIn(site: Site, officer: Officer, login: string): Promise<void> {
  const known = sessions.get(site) ?? new Map()
  sessions.set(site, known)
  const context = officer.page.context()
  if (known.has(login)) return context.addCookies(known.get(login))
  await officer.open('/sign-in')
  const { word, page } = officer
  await page.getByLabel(word('session:signIn.login')).fill(login)
  await page.getByLabel(word('session:signIn.password')).fill(PASSWORD)
  await page.getByLabel(word('session:signIn.oneTime')).fill(await oneTimeOf(site, login))
  await page.getByRole('button', { name: word('session:signIn.send') }).click()
  await page.waitForURL((url) => url.pathname !== '/sign-in', { timeout: PATIENCE })
  known.set(login, await context.cookies())
}

/** What the officer's phone shows now. */
async function oneTimeOf({ town }: Site, login: string): Promise<string> {
  const account = (await listAccounts(town.db)).find((one) => one.login === login)
  if (!account?.totp_secret) throw new Error(`nobody signs in as ${login}`)
  return currentOneTime(openOneTimeSecret(town.keys, account.id, account.totp_secret), wallClock().wall())
}
