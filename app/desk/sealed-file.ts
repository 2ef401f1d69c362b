import { redirect } from '@remix-run/node'
import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { readSealedFile } from '#workflows/reading/sealed-file.ts'
import { DESK_ROLES } from './desk-roles.ts'

/** A reporter's file, to be saved and opened with care: never drawn by the browser, never believed about its type. */
export const loader = forStaff(DESK_ROLES, async ({ house, by, params }) => {
  const file = await readSealedFile(house, by, params.id ?? '', params.file ?? '')
  if (!file) throw problem('404')
  // the page of the case asks for it
  if (file === 'reason') throw redirect(`/desk/cases/${params.id}`, 303)
  return new Response(new Uint8Array(file.bytes), {
    headers: {
      'Content-Type': 'application/octet-stream',
      'Content-Disposition': `attachment; filename*=UTF-8''${encodeURIComponent(file.name).replace(/['()*]/g, escape)}`,
      'Content-Security-Policy': "default-src 'none'; sandbox",
    },
  })
})
