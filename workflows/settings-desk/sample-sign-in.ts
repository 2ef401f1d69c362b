import { listAccounts } from '#db/read/staff.ts'
import type { House } from '#workflows/house.ts'
import { currentOneTime } from '#workflows/protection/one-time.ts'
import { ROLES, type Role } from '#workflows/roles/roles.ts'
import { openOneTimeSecret } from './one-time-secret.ts'

export type SampleAccount = {
  login: string
  name: string
  unit: string
  roles: Role[]
  password: string
  /** good for this half minute */
  oneTime: string
}

/** The known password of an account of the sample town. */
export const samplePassword = (login: string): string => `huiyin-${login}`

/** The accounts of the sample town with all that it takes to sign in; none of a real town, or where others could read them. */
export async function listAccountsWithCodes({ db, keys, clock, settings }: House): Promise<SampleAccount[]> {
  if (!settings.sampleTown || !settings.sampleCodes) return []
  const rows = await listAccounts(db)
  return [...new Set(rows.map(({ login }) => login))].flatMap((login) => {
    const held = rows.filter((row) => row.login === login)
    const [account] = held
    // one that was opened since has no known password
    if (!account?.totp_secret) return []
    const oneTime = currentOneTime(openOneTimeSecret(keys, account.id, account.totp_secret), clock.wall())
    const roles = ROLES.filter((role) => held.some((row) => row.role === role))
    return [{ login, name: account.name, unit: account.unitName, roles, password: samplePassword(login), oneTime }]
  })
}
