import { z } from 'zod'
import type { UnitRow } from '#db/read/units.ts'
import { normalText } from '#workflows/protection/normal-text.ts'
import { faultsOfRoles } from '#workflows/roles/account-rules.ts'
import { ROLES, type Role } from '#workflows/roles/roles.ts'

/** Why something about an account is not taken as it was typed; `role`: the one it is about. */
export type FaultCode =
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
export type Fault = { field: 'login' | 'name' | 'email' | 'unit' | 'roles' | 'main'; why: FaultCode; role?: Role }

/** Somebody else changed the account since the page was drawn: its revision now. Nothing was stored. */
export type Stale = { kind: 'stale'; revision: number }
export type Faulty = { kind: 'faulty'; faults: Fault[] }
/** There is no such account, or it was closed. */
export type Gone = { kind: 'gone' }

/** The details of an account as a form types them. `unit` is an id. */
export type TypedPerson = { name: string; email: string; unit: string; roles: readonly string[] }
export type Person = { name: string; email: string | null; unit: string; roles: Role[] }

const LONGEST = { name: 60, email: 254 } as const
const line = (text: string) => normalText(text).replaceAll(/\s+/g, ' ').trim()

/** What was typed in the form in which it is stored, and everything that stands against it. */
export function examinePerson(typed: TypedPerson, units: readonly UnitRow[]): { person: Person; faults: Fault[] } {
  const roles = ROLES.filter((role) => typed.roles.includes(role))
  const person = { name: line(typed.name), email: line(typed.email) || null, unit: typed.unit, roles }
  const unit = units.find(({ id }) => id === typed.unit)
  const faults: Fault[] = []
  if (person.name === '') faults.push({ field: 'name', why: 'missing' })
  if (person.name.length > LONGEST.name) faults.push({ field: 'name', why: 'tooLong' })
  if (person.email !== null && !isAddress(person.email)) faults.push({ field: 'email', why: 'wrong' })
  if (!unit) faults.push({ field: 'unit', why: typed.unit === '' ? 'missing' : 'wrong' })
  if (unit && unit.closed_on !== null) faults.push({ field: 'unit', why: 'unitClosed' })
  if (unit || roles.length === 0)
    faults.push(...faultsOfRoles(roles, unit?.kind ?? 'office').map((fault) => ({ field: 'roles' as const, ...fault })))
  return { person, faults }
}

const isAddress = (email: string) => email.length <= LONGEST.email && z.email().safeParse(email).success

/** A login as it is typed at every sign-in: 2 to 40 small letters, digits, dots or dashes. */
export const isLogin = (login: string): boolean => /^[a-z0-9][a-z0-9._-]{1,39}$/.test(login)
