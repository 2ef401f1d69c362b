/** The environment of the database's processes: nothing of ours, so that no secret of ours can be read off them. */
export const PLAIN_ENVIRONMENT = { NODE_ENV: 'production' as const, LC_ALL: 'C', TZ: 'UTC', PATH: '/usr/bin:/bin' }

/**
 * How the built-in server runs. Its log must never hold a statement, a parameter or a value: an error's own
 * message and detail quote them, so errors stay out of it and only the server's own events are kept.
 */
export const CONFIGURATION: Record<string, string> = {
  listen_addresses: '127.0.0.1',
  max_connections: '60',
  shared_buffers: '64MB',
  max_wal_size: '256MB',
  // a commit in the log has its microsecond: it is kept nowhere else, copied nowhere, and not longer than a crash needs
  track_commit_timestamp: 'off',
  wal_level: 'minimal',
  max_wal_senders: '0',
  archive_mode: 'off',
  wal_recycle: 'off',
  min_wal_size: '32MB',
  io_method: 'sync',
  jit: 'off',
  timezone: 'UTC',
  log_timezone: 'UTC',
  log_min_messages: 'log',
  log_min_error_statement: 'panic',
  log_error_verbosity: 'terse',
  log_statement: 'none',
  log_min_duration_statement: '-1',
  log_parameter_max_length: '0',
  log_parameter_max_length_on_error: '0',
  log_connections: '',
  log_lock_waits: 'off',
  log_checkpoints: 'off',
  log_autovacuum_min_duration: '-1',
}

/** The same as command-line words, `overrides` last. */
export const asArguments = (overrides: Record<string, string>): string[] =>
  Object.entries({ ...CONFIGURATION, ...overrides }).flatMap(([name, value]) => ['-c', `${name}=${value}`])
