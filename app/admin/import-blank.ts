import { problem } from '#app/http/problem.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { blankWorkbook } from '#workflows/imports/blank-workbook.ts'
import { ADMIN_ROLES } from './admin-roles.ts'

/** An empty table with the right columns, to be filled. */
export const loader = forStaff(ADMIN_ROLES, async ({ params }) => {
  const subject = (['units', 'people'] as const).find((each) => `${each}.xlsx` === params.file)
  if (!subject) throw problem('404')
  const bytes = await blankWorkbook(subject)
  return new Response(new Uint8Array(bytes), {
    headers: {
      'content-type': 'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet',
      'content-disposition': `attachment; filename="${subject}.xlsx"`,
    },
  })
})
