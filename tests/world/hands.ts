import type { Page } from 'playwright'

/** What an officer's hands did. An act is one opening, one choice or one sending; a text typed is one. `chords` is every press, walking too. */
export type Cost = { acts: number; chords: number }
const PATIENCE = 15_000

/**
 * An officer without a mouse. `act` counts what brings the case on; `go` is the walk there (j, k, Tab, a letter that leads
 * to a form that stands open already), which costs a press and no act.
 */
export class Hands {
  cost: Cost = { acts: 0, chords: 0 }
  constructor(readonly page: Page) {}

  /** An address, as somebody begins the day; ready once the page hears keys. */
  async open(path: string): Promise<void> {
    await this.page.goto(path)
    await this.page.locator('[aria-haspopup=dialog]').waitFor({ timeout: PATIENCE })
  }

  /** One opening, choice or sending. */
  async act(...chords: string[]): Promise<void> {
    this.cost.acts += 1
    await this.go(...chords)
  }

  async go(...chords: string[]): Promise<void> {
    for (const chord of chords) {
      this.cost.chords += 1
      await this.page.keyboard.press(chord)
    }
  }

  /** A text, or the first letters of the line of a list that is meant. */
  async type(text: string): Promise<void> {
    this.cost.acts += 1
    this.cost.chords += 1
    if (await this.isList()) await this.page.keyboard.type(text)
    else await this.page.keyboard.insertText(text)
  }

  /** One line of the list that has the cursor, walked to from above. */
  async choose(line: string): Promise<void> {
    this.cost.acts += 1
    const chosen = () =>
      this.page.evaluate(() => {
        const { activeElement: list } = document
        return list instanceof HTMLSelectElement ? (list.selectedOptions[0]?.text ?? '') : null
      })
    for (let at = await chosen(), tried = 0; !at?.startsWith(line); at = await chosen(), tried += 1) {
      if (at === null || tried > 100) throw new Error(`no list has the line ${line}`)
      await this.go('ArrowDown')
    }
  }

  /** Waits until the page says that the act is done, and looks where the cursor is. */
  async until(done: string): Promise<void> {
    await this.page.waitForURL((url) => url.searchParams.get('done') === done, { timeout: PATIENCE })
    await this.page.locator('[role=status][data-focus]').waitFor({ timeout: PATIENCE })
    await this.stands()
  }

  /** Waits until the page of a case is there, with what may be done, and the cursor on it. */
  async arrives(at: RegExp): Promise<void> {
    await this.page.waitForURL(at, { timeout: PATIENCE })
    const { pathname } = new URL(this.page.url())
    await this.page
      .locator(`#acts form[action^="${pathname}"]`)
      .first()
      .waitFor({ state: 'attached', timeout: PATIENCE })
    await this.page.waitForFunction(() => document.activeElement?.id === 'main', undefined, { timeout: PATIENCE })
  }

  /** The cursor is somewhere: on no page and after no act is it lost. */
  async stands(): Promise<string> {
    const where = await this.page.waitForFunction(
      () => {
        const { activeElement: here, body } = document
        return here && here !== body ? `${here.tagName} ${here.id}` : false
      },
      undefined,
      { timeout: PATIENCE },
    )
    return String(await where.jsonValue())
  }

  private isList = () => this.page.evaluate(() => document.activeElement instanceof HTMLSelectElement)
}
