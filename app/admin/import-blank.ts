import { forStaff } from '#app/session/who-may.server.ts'
import { blankWorkbook } from '#workflows/imports/blank-workbook.ts'
import { ADMIN_ROLES } from './admin-roles.ts'

/** An empty table with the right columns, to be filled. */
export const loader = forStaff(ADMIN_ROLES, async ({ request }) => {
  const subject = new URL(request.url).pathname.endsWith('/people.xlsx') ? 'people' : 'units'
  const bytes = await blankWorkbook(subject)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${subject}.xlsx"`,
    },
  })
})
