import { domainToASCII } from 'node:url'
import { listMailDomains } from '#db/read/mail-domains.ts'
import { listUnits } from '#db/read/units.ts'
import { deleteMailDomain, insertMailDomains } from '#db/write/mail-domains.ts'
import type { House } from '#workflows/house.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import type { Staff } from '#workflows/roles/roles.ts'
import { type ChangeOutcome, changeSettings, invalid } from './change.ts'
import { keepChange } from './keep-change.ts'

export type MailDomainProblem = 'missing' | 'wrong' | 'public' | 'taken' | 'noUnit'

/** Where anybody has a mailbox: as a unit's own, it would silence everyone who writes from there. */
const PUBLIC =
  /^(qq|foxmail|163|126|yeah|188|sina|vip\.sina|sohu|aliyun|139|189|wo|21cn|tom|gmail|outlook|hotmail|live|yahoo|icloud|me|proton|protonmail)\.(com|cn|net|me|com\.cn)$/
const DOMAIN = /^(?=.{4,253}$)([a-z0-9]([a-z0-9-]{0,61}[a-z0-9])?\.)+[a-z0-9-]{2,63}$/

/** Says that mailboxes under this domain are a unit's own: nothing is sent there. An address is taken for its domain. */
export function addMailDomain(
  house: House,
  by: Staff,
  said: { domain: string; unit: string },
  { request }: { request?: string },
): Promise<ChangeOutcome<MailDomainProblem>> {
  return changeSettings<ChangeOutcome<MailDomainProblem>>(house, by, { request, said }, async (tx) => {
    const typed = normalText(said.domain).trim().toLowerCase()
    const domain = domainToASCII(typed.slice(typed.lastIndexOf('@') + 1).replace(/^\.|\.$/g, ''))
    const unit = (await listUnits(tx)).find(({ id, closed_on }) => id === said.unit && closed_on === null)
    const there = (await listMailDomains(tx)).find((each) => each.domain === domain)
    if (typed === '') return invalid([{ field: 'domain', problem: 'missing' }])
    if (!DOMAIN.test(domain)) return invalid([{ field: 'domain', problem: 'wrong' }])
    if (PUBLIC.test(domain)) return invalid([{ field: 'domain', problem: 'public' }])
    if (there) return invalid([{ field: 'domain', problem: 'taken', with: there.unit }])
    if (!unit) return invalid([{ field: 'unit', problem: 'noUnit' }])
    await insertMailDomains(tx, [{ domain, unit_id: unit.id }])
    await keepChange(house, tx, by, 'addMailDomain', { subject: domain, before: null, after: { unit: unit.id } })
    return { kind: 'changed', id: domain, revision: 1 }
  })
}

/** From now on whoever writes from there is answered again. Taking away what is gone changes nothing. */
export function removeMailDomain(
  house: House,
  by: Staff,
  domain: string,
  { request }: { request?: string },
): Promise<ChangeOutcome<MailDomainProblem>> {
  return changeSettings<ChangeOutcome<MailDomainProblem>>(
    house,
    by,
    { request, said: [domain, 'remove'] },
    async (tx) => {
      const there = (await listMailDomains(tx)).find((each) => each.domain === domain)
      if (there) {
        await deleteMailDomain(tx, domain)
        await keepChange(house, tx, by, 'removeMailDomain', {
          subject: domain,
          before: { unit: there.unit_id },
          after: null,
        })
      }
      return { kind: 'changed', id: domain, revision: 1 }
    },
  )
}
