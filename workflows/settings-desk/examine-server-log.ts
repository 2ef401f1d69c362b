import { findServerSettings } from '#db/read/server-settings.ts'
import type { House } from '#workflows/house.ts'
import type { Finding } from './examine.ts'

/**
 * What the database server may write into its log, setting by setting. Statements, their parameters, their durations and
 * the details of errors carry words, marks of receipts and the millisecond of a report.
 */
const QUIET: Record<string, readonly string[]> = {
  log_statement: ['none', 'ddl'],
  log_min_duration_statement: ['-1'],
  log_min_duration_sample: ['-1'],
  log_transaction_sample_rate: ['0'],
  log_duration: ['off'],
  log_parameter_max_length: ['0'],
  log_parameter_max_length_on_error: ['0'],
  log_error_verbosity: ['terse'],
  log_min_error_statement: ['panic', 'fatal'],
  log_lock_waits: ['off'],
}

/** Whether the server's log keeps quiet about what is stored; names each setting that does not, with the value to set. */
export async function examineServerLog({ db }: House): Promise<Finding> {
  const settings = await findServerSettings(db, Object.keys(QUIET))
  const loud = Object.entries(QUIET).filter(([name, quiet]) => {
    const value = settings[name]
    return value !== undefined && !quiet.includes(value)
  })
  if (loud.length === 0) return { check: 'log', ok: true, says: "the database server's log holds nothing of reports" }
  const advice = loud.map(([name, [value]]) => `${name} = '${value}' (is '${settings[name]}')`)
  return {
    check: 'log',
    ok: false,
    says: `the database server's log would hold parts of reports: set ${advice.join(', ')}`,
  }
}
