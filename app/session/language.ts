import { redirect } from '@remix-run/node'
import { cameFrom } from '#app/http/back-path.ts'
import { isLocale } from '#app/words/locale.ts'
import { languageCookie } from '#app/words/reader.server.ts'
import { forAnyone } from './who-may.server.ts'

export const loader = forAnyone(async () => redirect('/', 303))

/** Keeps the language a reader chose, and goes back to the page it was chosen on. */
export const action = forAnyone(async ({ request, setCookie }) => {
  const form = await request.formData()
  const language = form.get('language')
  if (isLocale(language)) setCookie(await languageCookie.serialize(language))
  return redirect(cameFrom(request, form.get('back')), 303)
})
