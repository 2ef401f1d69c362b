import { inTransaction } from '#db/transaction.ts'
import { insertMailDomains } from '#db/write/mail-domains.ts'
import { insertUnits } from '#db/write/town.ts'
import type { House } from '#workflows/house.ts'
import { putFirstRules } from '#workflows/settings-desk/first-rules.ts'
import { keepAccount } from '#workflows/settings-desk/open-account.ts'
import { MAIL_DOMAINS } from './data/mail-domains.ts'
import { PEOPLE } from './data/people.ts'
import { unitId } from './data/unit-id.ts'
import { UNITS } from './data/units.ts'

/**
 * Puts the units, the kinds, the calendar and the people of 云澜市 into an empty database.
 * `passwordHashes`: of each person's password, by login.
 */
export async function furnish({ db, keys, clock }: House, passwordHashes: ReadonlyMap<string, string>): Promise<void> {
  await putFirstRules({ db, clock })
  await inTransaction(db, async (tx) => {
    await insertUnits(
      tx,
      UNITS.map(({ aliases, ...unit }) => ({ ...unit, aliases: [...aliases] })),
    )
    await insertMailDomains(
      tx,
      MAIL_DOMAINS.map(([domain, code]) => ({ domain, unit_id: unitId(code) })),
    )
    for (const { login, name, email, roles, unitCode } of PEOPLE) {
      const passwordHash = passwordHashes.get(login)
      if (!passwordHash) throw new Error(`no password for ${login}`)
      await keepAccount(tx, keys, { login, name, email, unit: unitId(unitCode), roles, passwordHash })
    }
  })
}
