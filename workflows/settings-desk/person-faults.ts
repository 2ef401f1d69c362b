import { z } from 'zod'
import type { UnitRow } from '#db/read/units.ts'
import { plainForm } from '#workflows/charsets/plain-form.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import { faultsOfRoles } from '#workflows/roles/account-rules.ts'
import { ROLES, type Role } from '#workflows/roles/roles.ts'
import { shownName } from '#workflows/shown-name.ts'
import type { Fault } from './change.ts'

/** Why something about an account is not taken as it was typed; `with`: the role it is about. */
export type PersonProblem =
  | 'missing'
  | 'tooLong'
  | 'wrong'
  | 'loginTaken'
  | 'unitClosed'
  | 'noRole'
  | 'administratorReadsCases'
  | 'notAtThisUnit'
  | 'lastAdministrator'
  | 'notYourself'
  | 'alreadyProposed'
export type PersonFault = Fault<PersonProblem>

/** The details of an account as a form types them. `unit` is an id. */
export type TypedPerson = { name: string; email: string; mobile?: string; unit: string; roles: readonly string[] }
export type Person = { name: string; email: string | null; mobile: string | null; unit: string; roles: Role[] }

const LONGEST = { name: 60, email: 254 } as const
const line = (text: string) => normalText(text).replaceAll(/\s+/g, ' ').trim()

/** What was typed in the form in which it is stored, and everything that stands against it. */
export function examinePerson(
  typed: TypedPerson,
  units: readonly UnitRow[],
): { person: Person; faults: PersonFault[] } {
  const roles = ROLES.filter((role) => typed.roles.includes(role))
  const mobile = readMobile(typed.mobile ?? '')
  const person = { name: shownName(typed.name), email: line(typed.email) || null, mobile, unit: typed.unit, roles }
  const unit = units.find(({ id }) => id === typed.unit)
  const faults: PersonFault[] = []
  if (person.name === '') faults.push({ field: 'name', problem: 'missing' })
  if (person.name.length > LONGEST.name) faults.push({ field: 'name', problem: 'tooLong' })
  if (person.email !== null && !isAddress(person.email)) faults.push({ field: 'email', problem: 'wrong' })
  if (mobile === null && line(typed.mobile ?? '') !== '') faults.push({ field: 'mobile', problem: 'wrong' })
  if (!unit) faults.push({ field: 'unit', problem: typed.unit === '' ? 'missing' : 'wrong' })
  if (unit && unit.closed_on !== null) faults.push({ field: 'unit', problem: 'unitClosed' })
  if (unit || roles.length === 0)
    faults.push(...faultsOfRoles(roles, unit?.kind ?? 'office').map((fault) => ({ field: 'roles', ...fault })))
  return { person, faults }
}

const isAddress = (email: string) => email.length <= LONGEST.email && z.email().safeParse(email).success

/**
 * A mobile number as it is stored, with its country: +8613800138000. One of the mainland may be typed without, any other
 * begins with + or 00. Null where it is none, or empty.
 */
export function readMobile(typed: string): string | null {
  const digits = plainForm(typed).replace(/[\s().-]/g, '')
  if (/^1[3-9]\d{9}$/.test(digits)) return `+86${digits}`
  const abroad = /^(?:\+|00)([1-9]\d{6,14})$/.exec(digits)?.[1]
  if (!abroad) return null
  return !abroad.startsWith('86') || /^861[3-9]\d{9}$/.test(abroad) ? `+${abroad}` : null
}

/** A login as it is typed at every sign-in: 2 to 40 small letters, digits, dots or dashes. */
export const isLogin = (login: string): boolean => /^[a-z0-9][a-z0-9._-]{1,39}$/.test(login)
