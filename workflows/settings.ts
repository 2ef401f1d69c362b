import { resolve } from 'node:path'
import { z } from 'zod'
import { findMisspelt } from './settings/misspelt.ts'
import { isLoopback } from './settings/loopback.ts'
import { smsUrl } from './settings/sms-url.ts'
import {
  address,
  anyText,
  filePath,
  host,
  longSecret,
  mailListen,
  networks,
  onOrOff,
  oneOf,
  origin,
  sender,
  wholeNumber,
} from './settings/values.ts'

/** A setting that stops the start. `message` is the one line to show: the variable, what is wrong, what to write. */
export class SettingError extends Error {
  override name = 'SettingError'
  constructor(
    readonly variable: string,
    problem: string,
  ) {
    super(`${variable} ${problem}`)
  }
}

/** The environment, name by name; README's table of settings is this list. */
const environment = z.object({
  HOST: host.default('127.0.0.1'),
  PORT: wholeNumber(1, 65535).default(3000),
  PUBLIC_URL: origin.optional(),
  TRUSTED_PROXIES: networks.optional(),
  DATABASE_URL: address(
    ['postgres', 'postgresql'],
    "the owner's address, postgres://user:password@host:5432/name",
    (url) => url.pathname.length > 1,
  ).optional(),
  DATA_DIR: filePath.default('.data'),
  KEYS_FILE: filePath.optional(),
  POSTBOX_KEY_FILE: filePath.optional(),
  CHECKPOINT_FILE: filePath.optional(),
  FILES_URL: origin.optional(),
  SMTP_URL: address(['smtp', 'smtps'], 'smtp://user:password@host:587 or smtps://…').optional(),
  MAIL_FROM: sender.optional(),
  MAILBOX_URL: address(['imap', 'imaps'], 'imaps://user:password@host/INBOX', (url) =>
    Boolean(url.username && url.password),
  ).optional(),
  MAIL_LISTEN: mailListen.optional(),
  SMS_URL: smsUrl.optional(),
  HUMAN_CHECK: oneOf('pow', 'hcaptcha', 'off').default('pow'),
  HCAPTCHA_SITEKEY: anyText.optional(),
  HCAPTCHA_SECRET: anyText.optional(),
  HCAPTCHA_VERIFY_URL: address(['http', 'https'], 'an http(s) address').default('https://api.hcaptcha.com/siteverify'),
  HOTLINE_PUSH_KEY: longSecret.optional(),
  LOG_LEVEL: oneOf('fatal', 'error', 'warn', 'info', 'debug', 'trace', 'silent').default('info'),
  WORKERS: wholeNumber(0, 64).optional(),
  DEMO_CLOCK: onOrOff.optional(),
  SAMPLE_TOWN: oneOf('public').optional(),
  SAMPLE_CODES: onOrOff.optional(),
  NODE_ENV: anyText.optional(),
})

type Environment = z.infer<typeof environment>

/** What is never repeated on a screen or in a log. */
const SECRET = new Set(['DATABASE_URL', 'SMTP_URL', 'MAILBOX_URL', 'SMS_URL', 'HCAPTCHA_SECRET', 'HOTLINE_PUSH_KEY'])

export type Settings = ReturnType<typeof arrange>

/**
 * Reads and checks the environment; an empty value counts as none. Throws SettingError at the first that is
 * malformed, misspelt, or at odds with another.
 */
export function readSettings(env: Record<string, string | undefined> = process.env): Settings {
  const given = Object.fromEntries(Object.entries(env).filter(([, value]) => value !== undefined && value !== ''))
  const misspelt = findMisspelt(Object.keys(given), Object.keys(environment.shape))
  if (misspelt) throw new SettingError(misspelt.variable, `is not known: did you mean ${misspelt.nearest}?`)
  const parsed = environment.safeParse(given)
  if (!parsed.success) throw refusalOf(parsed.error, given)
  refuseContradictions(parsed.data)
  return arrange(parsed.data)
}

function refusalOf(error: z.ZodError, given: Record<string, string | undefined>): SettingError {
  const issue = error.issues[0]
  const variable = String(issue?.path[0])
  const shown = SECRET.has(variable) ? 'not right' : JSON.stringify(given[variable]?.slice(0, 60))
  return new SettingError(variable, `is ${shown}: ${issue?.message}`)
}

/** What a real deployment may not have, and what needs something else beside it. */
function refuseContradictions(env: Environment): void {
  refuseExposedSampleTown(env)
  const real = env.DATABASE_URL !== undefined && env.NODE_ENV !== 'test'
  if (env.DEMO_CLOCK && real)
    throw new SettingError('DEMO_CLOCK', 'is "on" with DATABASE_URL: a real town has no movable clock, leave it out')
  if (env.HUMAN_CHECK === 'off' && real)
    throw new SettingError(
      'HUMAN_CHECK',
      'is "off" with DATABASE_URL: only the sample town may, write "pow" or "hcaptcha"',
    )
  if (env.HUMAN_CHECK === 'hcaptcha')
    for (const needed of ['HCAPTCHA_SITEKEY', 'HCAPTCHA_SECRET'] as const)
      if (!env[needed])
        throw new SettingError(needed, 'is missing: HUMAN_CHECK is "hcaptcha", write the key hCaptcha gave')
  if (env.SMTP_URL && !env.MAIL_FROM)
    throw new SettingError('MAIL_FROM', 'is missing: SMTP_URL is set, write the sender, e.g. 回音 <huiyin@example.cn>')
}

/**
 * The sample town hands out every account on its sign-in page, and what is written there is read by nobody. Under an address
 * that others know it would pass for the real one, so it is shown to them only where that was said on purpose.
 */
function refuseExposedSampleTown(env: Environment): void {
  if (env.DATABASE_URL !== undefined) {
    if (env.SAMPLE_TOWN)
      throw new SettingError('SAMPLE_TOWN', 'is set with DATABASE_URL: that is a real town, leave it out')
    return
  }
  if (env.SAMPLE_TOWN === 'public') return
  const advice =
    'without DATABASE_URL, which starts the sample town with its printed accounts: set DATABASE_URL for a real town, or SAMPLE_TOWN=public to show the sample town to others'
  if (!isLoopback(env.HOST)) throw new SettingError('HOST', `is ${JSON.stringify(env.HOST)} ${advice}`)
  const url = env.PUBLIC_URL ? new URL(env.PUBLIC_URL) : null
  if (url && (url.protocol === 'https:' || !isLoopback(url.hostname)))
    throw new SettingError('PUBLIC_URL', `is ${JSON.stringify(env.PUBLIC_URL)} ${advice}`)
}

function arrange(env: Environment) {
  const sampleTown = env.DATABASE_URL === undefined
  const dataDir = resolve(env.DATA_DIR)
  const publicUrl = env.PUBLIC_URL ?? `http://${reachable(env.HOST)}:${env.PORT}`
  return {
    /** no DATABASE_URL: the built-in database, the sample town, its printed accounts */
    sampleTown,
    /** NODE_ENV is `test`: a given database may be filled and its clock moved */
    testing: env.NODE_ENV === 'test',
    /** 127.0.0.1 unless said otherwise: a town with printed passwords is not opened to a network by default */
    host: env.HOST,
    port: env.PORT,
    /** origin without a slash at its end; cookies are Secure exactly when it is https */
    publicUrl,
    /** whose `X-Forwarded-For` is believed; empty: nobody's */
    trustedProxies: env.TRUSTED_PROXIES ?? [],
    /** whether the sample town's sign-in page shows passwords and codes: on this machine alone, unless it is said */
    sampleCodes: sampleTown && (env.SAMPLE_CODES ?? (isLoopback(env.HOST) && isLoopback(new URL(publicUrl).hostname))),
    databaseUrl: env.DATABASE_URL ?? null,
    dataDir,
    keysFile: resolve(env.KEYS_FILE ?? `${dataDir}/keys.json`),
    postboxKeyFile: resolve(env.POSTBOX_KEY_FILE ?? `${dataDir}/postbox.json`),
    /** where signed checkpoints of the record are kept, outside the database */
    checkpointFile: resolve(env.CHECKPOINT_FILE ?? `${dataDir}/checkpoints.jsonl`),
    filesUrl: env.FILES_URL ?? null,
    mail: env.SMTP_URL && env.MAIL_FROM ? { url: env.SMTP_URL, from: env.MAIL_FROM } : null,
    mailboxUrl: env.MAILBOX_URL ?? null,
    mailListen: env.MAIL_LISTEN ?? null,
    sms: env.SMS_URL ?? null,
    humanCheck: env.HUMAN_CHECK,
    hcaptcha: arrangeHcaptcha(env),
    hotlinePushKey: env.HOTLINE_PUSH_KEY ?? null,
    logLevel: env.LOG_LEVEL,
    /** worker processes; 0: inside the web process */
    workers: env.WORKERS ?? (sampleTown ? 0 : 1),
    demoClock: env.DEMO_CLOCK ?? sampleTown,
  }
}

/** A server listening on every address is reached, from its own machine, under this name. */
const reachable = (name: string) => {
  if (name === '0.0.0.0' || name === '::' || name === '[::]') return 'localhost'
  return name.includes(':') && !name.startsWith('[') ? `[${name}]` : name
}

const arrangeHcaptcha = (env: Environment) =>
  env.HCAPTCHA_SITEKEY && env.HCAPTCHA_SECRET
    ? { sitekey: env.HCAPTCHA_SITEKEY, secret: env.HCAPTCHA_SECRET, verifyUrl: env.HCAPTCHA_VERIFY_URL }
    : undefined
