import { AlreadyRunningError } from '#db/embedded/claim.ts'
import { KeyFileError } from '#workflows/protection/private-file.ts'
import { SettingError } from '#workflows/settings.ts'
import { ClockError } from '#workflows/worker/compare-clocks.ts'

/** Says in one line what stops the start, and leaves with 1; what nobody foresaw is thrown on. */
export function explainOrThrow(error: unknown): void {
  if (!isExplained(error)) throw error
  console.error('syscall' in error ? `HOST or PORT cannot be used: ${error.message}` : error.message)
  process.exitCode = 1
}

const isExplained = (error: unknown): error is Error =>
  error instanceof SettingError ||
  error instanceof KeyFileError ||
  error instanceof AlreadyRunningError ||
  error instanceof ClockError ||
  // another program listens on HOST and PORT; Node's message names both
  (error instanceof Error && 'code' in error && error.code === 'EADDRINUSE')
