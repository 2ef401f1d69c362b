import type { i18n } from 'i18next'
import type { Locale } from './locale.ts'

type Said = { readonly [key: string]: string | Said }
type Values = Record<string, unknown>

/** The words that are meant where nothing is named. */
const NAME = 'http'
const BLANK = /\{\{\s*([\w.]+)\s*\}\}/g

/**
 * Words as i18next says them, as far as our pages ask: names of words before a colon, plurals by `count`, blanks, a
 * default for what is not there. In a browser i18next itself would be a tenth of a first visit; a test compares every
 * word. What react-i18next asks of it is here, and nothing ever loads or changes.
 */
export function browserWords(locale: Locale, said: Said): i18n {
  const plural = new Intl.PluralRules(locale)
  const lookUp = (key: string, names: readonly string[], count: unknown) => {
    const colon = key.indexOf(':')
    const path = key.slice(colon + 1)
    const among = colon < 0 ? names : [key.slice(0, colon)]
    const counted = typeof count === 'number' ? firstIn(among, `${path}_${plural.select(count)}`) : undefined
    return { path, word: counted ?? firstIn(among, path) }
  }
  const firstIn = (names: readonly string[], path: string) =>
    names.map((name) => find(said[name], path)).find((word) => word !== undefined)
  const say = (names: readonly string[], keys: string | string[], more: string | Values = {}) => {
    const values = typeof more === 'string' ? { defaultValue: more } : more
    const found = [keys].flat().map((key) => lookUp(key, names, values.count))
    const { path = '', word } = found.find((each) => each.word !== undefined) ?? found.at(-1) ?? {}
    if (typeof word === 'object' && values.returnObjects) return word
    return fill(typeof word === 'string' ? word : String(values.defaultValue ?? path), values)
  }
  const words = {
    language: locale,
    languages: [locale],
    isInitialized: true,
    options: { defaultNS: NAME, react: { useSuspense: false, bindI18n: '' } },
    t: (keys: string | string[], values?: string | Values) => say([NAME], keys, values),
    getFixedT:
      (_locale: unknown, names?: string | readonly string[] | null) =>
      (keys: string | string[], values?: string | Values) =>
        say([names ?? NAME].flat(), keys, values),
    exists: (key: string) => lookUp(key, [NAME], undefined).word !== undefined,
    hasLoadedNamespace: () => true,
  }
  return words as unknown as i18n
}

/** A key may hold dots itself: `assigning.open` beside `assigning`. */
function find(at: string | Said | undefined, path: string): string | Said | undefined {
  if (typeof at !== 'object') return undefined
  if (Object.hasOwn(at, path)) return at[path]
  for (let dot = path.indexOf('.'); dot >= 0; dot = path.indexOf('.', dot + 1)) {
    const below = find(at[path.slice(0, dot)], path.slice(dot + 1))
    if (below !== undefined) return below
  }
  return undefined
}

const fill = (text: string, values: Values): string =>
  text.replace(BLANK, (blank, name: string) => (Object.hasOwn(values, name) ? String(values[name] ?? '') : blank))
