import { DESK_ROLES } from '#app/desk/desk-roles.ts'
import { forStaff } from '#app/session/who-may.server.ts'
import { ledgerFile } from './file.server.ts'

export const loader = forStaff(DESK_ROLES, (visit) => ledgerFile(visit, 'xlsx'))
