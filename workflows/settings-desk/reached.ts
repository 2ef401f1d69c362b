import { findReached } from '#db/read/sendings.ts'
import { markReached } from '#db/write/people.ts'
import { forgiveSendings } from '#db/write/sendings.ts'
import type { House } from '#workflows/house.ts'
import { LANGUAGES } from '#workflows/notices/wording/wording.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type ChangeOutcome, changeSettings, invalid, unknown } from './change.ts'
import { keepChange } from './keep-change.ts'
import { readMobile } from './person-faults.ts'

export type TypedReached = { mobile: string; language: string; quiet: readonly string[] }
export type ReachedProblem = 'wrong'

/** How an officer wants to be told of things: in which language, at which number, and by what they want to be left in peace. */
export function changeReached(
  house: House,
  by: Staff,
  typed: TypedReached,
  { request }: { request?: string } = {},
): Promise<ChangeOutcome<ReachedProblem>> {
  return changeSettings<ChangeOutcome<ReachedProblem>>(house, by, { request, said: typed }, async (tx) => {
    const row = await findReached(tx, by.id)
    if (!row || row.disabled) return unknown
    const mobile = readMobile(typed.mobile)
    const language = LANGUAGES.find((each) => each === typed.language)
    if (mobile === null && typed.mobile.trim() !== '') return invalid([{ field: 'mobile', problem: 'wrong' }])
    if (!language) return invalid([{ field: 'language', problem: 'wrong' }])
    const { mobile: number, language: spoken, quiet_mail, quiet_sms } = row
    const before = { mobile: number, language: spoken, quiet_mail, quiet_sms }
    const after = {
      mobile,
      language,
      quiet_mail: typed.quiet.includes('mail'),
      quiet_sms: typed.quiet.includes('sms'),
    }
    if (JSON.stringify(before) === JSON.stringify(after)) return { kind: 'changed', id: by.id, revision: row.revision }
    await markReached(tx, by.id, after)
    if (mobile !== number) await forgiveSendings(tx, by.id, 'sms')
    await keepChange(house, tx, by, 'changeReached', { subject: by.id, before, after })
    return { kind: 'changed', id: by.id, revision: row.revision + 1 }
  })
}
