import { destination, type Logger as PinoLogger, pino, stdTimeFunctions } from 'pino'

export type Logger = PinoLogger
export type LogLevel = 'fatal' | 'error' | 'warn' | 'info' | 'debug' | 'trace' | 'silent'

/** Never in a log, whoever passes them in: who asked from where, and anything somebody said or signs in with. */
const KEPT_OUT = [
  ...[
    'ip',
    'address',
    'remoteAddress',
    'remotePort',
    'headers',
    'userAgent',
    'cookie',
    'authorization',
    'url',
    'query',
  ],
  ...[
    'text',
    'body',
    'contact',
    'place',
    'happened',
    'email',
    'mobile',
    'receipt',
    'receiptCode',
    'token',
    'password',
    'secret',
  ],
].flatMap((field) => [field, `*.${field}`, `*.*.${field}`])

/**
 * The log of a process: one JSON line per entry, on standard output, or on standard error for a command
 * whose output is its answer. Requests of reporters are not logged at all.
 */
export const createLog = (level: LogLevel, to: 'stdout' | 'stderr' = 'stdout'): Logger =>
  pino(
    {
      level,
      base: { pid: process.pid },
      timestamp: stdTimeFunctions.isoTime,
      redact: { paths: KEPT_OUT, remove: true },
      serializers: { err: describeError, error: describeError },
    },
    destination({ fd: to === 'stdout' ? 1 : 2, sync: true }),
  )

/** What may be told of an error. The database's messages quote the values they are about: only code and place are kept. */
export function describeError(error: unknown): Record<string, unknown> {
  if (!(error instanceof Error)) return { type: typeof error }
  const where = error.stack?.split('\n').filter((line) => line.trimStart().startsWith('at ')) ?? []
  if (isFromDatabase(error)) {
    const { code, table, constraint } = error
    return { type: 'DatabaseError', sqlState: code, table, constraint, where }
  }
  return {
    type: error.name,
    message: error.message,
    where,
    ...(error.cause ? { cause: describeError(error.cause) } : {}),
  }
}

type FromDatabase = Error & { severity: unknown; code?: unknown; table?: unknown; constraint?: unknown }
const isFromDatabase = (error: Error): error is FromDatabase => 'severity' in error
