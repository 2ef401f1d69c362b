import { appendFile, readFile } from 'node:fs/promises'
import { session } from '#app/words/zh-CN/session.ts'
import type { House } from '#workflows/house.ts'
import { ROLES } from '#workflows/roles/roles.ts'
import { listAccountsWithCodes, type SampleAccount } from '#workflows/settings-desk/sample-sign-in.ts'

/** Where the sample town keeps what it takes to try it: the custodians' passphrases and every account. */
export const accountsFile = ({ dataDir }: { dataDir: string }): string => `${dataDir}/accounts.txt`

/** Keeps the accounts in their file once; answers with lines that name one for each role. */
export async function tellAccounts(house: House): Promise<string[]> {
  if (!house.settings.sampleCodes)
    return ['  others can reach this address: sign-in codes are shown only where SAMPLE_CODES=on says so']
  const accounts = await listAccountsWithCodes(house)
  const file = accountsFile(house.settings)
  const kept = await readFile(file, 'utf8').catch(() => '')
  if (!kept.includes(HEADING)) {
    const lines = [HEADING, ...accounts.map((account) => lineOf(account))]
    await appendFile(file, `${lines.join('\n')}\n`, { mode: 0o600 })
  }
  const oneEach = ROLES.flatMap((role) => accounts.find(({ roles }) => roles.includes(role)) ?? [])
  return [
    ...[...new Set(oneEach)].map((account) => `  ${lineOf(account)}`),
    `  ${accounts.length} accounts in ${file}; the one-time codes are shown at ${house.settings.publicUrl}/sign-in`,
  ]
}

const HEADING = '# accounts of the sample town: login, password, role, name, unit'

const lineOf = ({ login, password, roles, name, unit }: SampleAccount) =>
  [login.padEnd(12), password.padEnd(20), roles.map((role) => session.roles[role]).join('、'), name, unit].join('  ')
