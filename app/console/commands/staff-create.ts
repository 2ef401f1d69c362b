import { parseArgs } from 'node:util'
import { type Command, Refusal, visit, WrongWords } from '#app/console/command.ts'
import { ROLES, type Role } from '#workflows/roles/roles.ts'
import { openAccountAt } from '#workflows/settings-desk/open-account-at.ts'

/**
 * The first administrator, head and auditor of a town, each with a slip for its owner; any other account is proposed, and
 * the head or the auditor confirms it.
 */
export const command: Command = {
  usage: '--login LOGIN --name NAME --unit CODE --role ROLE [--role ROLE …] [--email ADDRESS] [--unit-name NAME]',
  run: async (words, say) => {
    const { login, name, unit, unitName, email, roles } = typed(words)
    const account = { login, name, email, roles }
    const { opened, address } = await visit(async (house) => ({
      opened: await openAccountAt(house, { code: unit, name: unitName }, account),
      address: `${house.settings.publicUrl}/enrol`,
    }))
    if (opened.kind === 'refused') throw new Refusal(WHY[opened.why](login, unit))
    if (opened.kind === 'proposed') {
      const { checkCode } = opened
      say({ login, proposed: true, checkCode }, [`account proposed: ${login}`, ...confirmLines(checkCode)].join('\n'))
      return
    }
    const { code, until } = opened.slip
    const lines = [`account made: ${login}`, `slip  ${code}`, `good until ${until.toISOString()}, once, at ${address}`]
    const owner = 'Its owner chooses the password there and sets up the phone; nobody else needs the slip.'
    say({ login, slip: code, address }, [...lines, owner].join('\n'))
  },
}

const confirmLines = (code: string) => [
  `check code  ${code}`,
  'The head (where it concerns the head: the auditor) confirms it at /accounts and gets the slip for its owner.',
  'Tell the check code to its owner yourself, and to nobody else.',
]

const WHY = {
  alreadyProposed: (login: string) => `An account ${login} is proposed already, and waits to be confirmed.`,
  loginTaken: (login: string) => `There is an account ${login} already.`,
  rolesApart: () =>
    'These roles do not go together there: an administrator reads no case, the office works at the office, handlers at a unit that gets letters.',
  noSuchUnit: (_: string, unit: string) =>
    `There is no unit ${unit}. In a town without units yet, --unit-name NAME makes it the mechanism's office.`,
}

function typed(words: readonly string[]) {
  const text = { type: 'string' as const }
  const options = { login: text, name: text, unit: text, 'unit-name': text, email: text }
  const roleOption = { role: { type: 'string' as const, multiple: true as const } }
  try {
    const { values } = parseArgs({ args: [...words], options: { ...options, ...roleOption }, strict: true })
    const { login, name, unit, email = null, role = [] } = values
    const roles = role.map(typedRole)
    if (!login || !/^[a-z0-9][a-z0-9._-]{1,39}$/.test(login))
      throw new WrongWords('LOGIN is 2 to 40 small letters, digits, dots or dashes.')
    if (!name || !unit || roles.length === 0) throw new WrongWords('A name, a unit and at least one role are needed.')
    return { login, name, unit, unitName: values['unit-name'] ?? null, email, roles }
  } catch (error) {
    throw error instanceof TypeError ? new WrongWords(error.message) : error
  }
}

function typedRole(word: string): Role {
  const role = ROLES.find((each) => each === word)
  if (!role) throw new WrongWords(`There is no role ${word}: ${ROLES.join(', ')}.`)
  return role
}
