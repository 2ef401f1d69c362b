import { isLetterSize, isLocale } from '#app/words/locale.ts'
import { languageCookie, letterSizeCookie } from '#app/words/reader.server.ts'

/**
 * Whether a form was sent only to be read in another language or size of letters, by a button of the form itself: its page
 * is drawn again with everything typed. The choice stands in the address, so that this very answer is drawn by it.
 */
export async function isReadingChoice(request: Request, setCookie: (cookie: string) => void): Promise<boolean> {
  const said = new URL(request.url).searchParams
  const [language, size] = [said.get('lang'), said.get('size')]
  if (isLocale(language)) setCookie(await languageCookie.serialize(language))
  if (isLetterSize(size)) setCookie(await letterSizeCookie.serialize(size))
  return isLocale(language) || isLetterSize(size)
}
