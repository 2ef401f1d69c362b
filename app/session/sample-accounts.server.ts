import type { House } from '#workflows/house.ts'
import { listAccountsWithCodes } from '#workflows/settings-desk/sample-sign-in.ts'
import { placeOf } from './staff-doors.ts'

/** The accounts anybody may try the sample town with, each under its first door; none in a real town. */
export async function listSampleAccounts(house: House) {
  const accounts = await listAccountsWithCodes(house)
  return accounts.map((account) => ({ ...account, door: placeOf(account.roles) }))
}
