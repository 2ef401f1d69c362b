import type { UIMatch } from '@remix-run/react'
import type { i18n, TFunction } from 'i18next'

/**
 * What a route's `handle` may say of its page.
 * `hydrate`: client React (staff layouts; a page that must, by its loader's data). `reporterScript`: the one small
 * script of the reporter's pages; where there is client React it would come in its way, and the page adds it afterwards.
 * `title`: a key of the words (`desk:queue.title`), or made of the words and the loader's data.
 */
export type PageHandle = {
  hydrate?: boolean | ((data: unknown) => boolean)
  reporterScript?: boolean
  title?: string | ((t: TFunction, data: unknown) => string)
  /**
   * What is its own in an answer to its form, and the same answer with `mark` instead; null where more differs.
   * Its action reads the form from `incoming`.
   */
  alike?: (answered: unknown, mark: string) => { own: string; marked: unknown } | null
}

/** What the matched routes ask for together; the innermost title counts. */
export function drawnWith(matches: UIMatch[], words: i18n) {
  const said = matches.map(({ handle, data }) => ({ handle: (handle ?? {}) as PageHandle, data }))
  const titled = said.findLast(({ handle }) => handle.title !== undefined)
  const isHydrated = said.some(({ handle: { hydrate }, data }) =>
    typeof hydrate === 'function' ? hydrate(data) : hydrate === true,
  )
  return {
    hydrate: isHydrated,
    reporterScript: !isHydrated && said.some(({ handle }) => handle.reporterScript === true),
    title: titled ? titleOf(titled.handle.title, words.t, titled.data) : null,
  }
}

function titleOf(title: PageHandle['title'], t: TFunction, data: unknown): string | null {
  if (title === undefined || (typeof title === 'function' && data === undefined)) return null
  return typeof title === 'function' ? title(t, data) : String(t(title as never))
}
