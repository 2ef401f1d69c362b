import { redirect } from '@remix-run/node'
import { cameFrom } from '#app/http/back-path.ts'
import { isLetterSize } from '#app/words/locale.ts'
import { letterSizeCookie } from '#app/words/reader.server.ts'
import { forAnyone } from './who-may.server.ts'

export const loader = forAnyone(async () => redirect('/', 303))

/** Keeps the size of letters a reader chose, and goes back to the page it was chosen on. */
export const action = forAnyone(async ({ request, setCookie }) => {
  const form = await request.formData()
  const size = form.get('size')
  if (isLetterSize(size)) setCookie(await letterSizeCookie.serialize(size))
  return redirect(cameFrom(request, form.get('back')), 303)
})
