import { AlreadyRunningError } from '#db/embedded/claim.ts'
import { KeyFileError } from '#workflows/protection/private-file.ts'
import { SettingError } from '#workflows/settings.ts'
import { type Command, Refusal, type Say, WrongWords } from './command.ts'

const COMMANDS: Record<string, () => Promise<{ command: Command }>> = {
  migrate: () => import('./commands/migrate.ts'),
  'keys create': () => import('./commands/keys-create.ts'),
  'staff create': () => import('./commands/staff-create.ts'),
  doctor: () => import('./commands/doctor.ts'),
  'workdays add': () => import('./commands/workdays-add.ts'),
  'workdays between': () => import('./commands/workdays-between.ts'),
  'clock show': () => import('./commands/clock-show.ts'),
  'clock advance': () => import('./commands/clock-advance.ts'),
  'search rebuild': () => import('./commands/search-rebuild.ts'),
  'mail parse': () => import('./commands/mail-parse.ts'),
  'mail ingest': () => import('./commands/mail-ingest.ts'),
  'hotline import': () => import('./commands/hotline-import.ts'),
  'journal verify': () => import('./commands/journal-verify.ts'),
  'journal checkpoint': () => import('./commands/journal-checkpoint.ts'),
}

const REASONS = [Refusal, SettingError, KeyFileError, AlreadyRunningError]
const isReason = (error: unknown): error is Error => REASONS.some((reason) => error instanceof reason)

/** Where a command's answer and its complaints go, line by line. */
export type Voices = { answer(line: string): void; complain(line: string): void }

/** Runs what was typed, loading only the command that is called: 0 done, 1 refused with a reason, 2 wrong words. */
export async function run(typed: readonly string[], { answer, complain }: Voices): Promise<number> {
  const asJson = typed.includes('--json')
  const words = typed.filter((word) => word !== '--json')
  const say: Say = (facts, plain) => answer(asJson ? JSON.stringify(facts) : plain)
  const name = Object.keys(COMMANDS).find((each) => each === words.slice(0, each.split(' ').length).join(' '))
  const load = name && COMMANDS[name]
  if (!load) {
    complain(`huiyin COMMAND [--json], where COMMAND is one of:\n  ${Object.keys(COMMANDS).join('\n  ')}`)
    return 2
  }
  const { command } = await load()
  try {
    await command.run(words.slice(name.split(' ').length), say)
    return 0
  } catch (error) {
    if (error instanceof WrongWords) {
      complain(`${error.message}\nhuiyin ${name} ${command.usage}`)
      return 2
    }
    if (!isReason(error)) throw error
    if (asJson) say({ refused: error.message }, '')
    else complain(error.message)
    return 1
  }
}
